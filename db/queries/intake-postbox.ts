/** The box a scan is for: asked before the scan is read, and again in the transaction that takes it in. */
import type { Knex } from 'knex';
import type { PrimaryOption } from '../../domain/mail-item.ts';
import { Refused, refuseState, refuseValue } from '../../domain/verdict.ts';

/** How a site names a box, and the addressee it recognised. */
export interface IntakeTarget {
  readonly siteIds: readonly string[];
  readonly postboxNumber: string;
  readonly addresseeId: string | null;
}

export interface IntakePostbox {
  readonly id: string;
  readonly brandId: string;
  readonly companyId: string;
  readonly siteId: string;
  readonly primaryOption: PrimaryOption;
}

/**
 * The open box of that number at these sites; boxes of other sites are as unknown as those that do not exist.
 * Refuses `intake.unknown-postbox`, `intake.closed-postbox`, `intake.unknown-addressee`.
 */
export async function intakePostbox(knex: Knex, target: IntakeTarget): Promise<IntakePostbox> {
  const rows: PostboxRow[] = await knex('postboxes')
    .where({ number: target.postboxNumber })
    .whereIn('site_id', [...target.siteIds])
    .select('id', 'brand_id', 'company_id', 'site_id', 'primary_option', 'closed_at');
  const [row] = rows;
  // Somebody who works at two sites with one number in use at both must hand in by the token of a site.
  if (row === undefined || rows.length > 1) {
    throw new Refused(refuseValue('intake.unknown-postbox', { field: 'postbox' }));
  }
  if (row.closed_at !== null) throw new Refused(refuseState('intake.closed-postbox', { field: 'postbox' }));
  if (target.addresseeId !== null && !(await receivesAt(knex, target.addresseeId, row.id))) {
    throw new Refused(refuseValue('intake.unknown-addressee', { field: 'addresseeId' }));
  }
  return {
    id: row.id,
    brandId: row.brand_id,
    companyId: row.company_id,
    siteId: row.site_id,
    primaryOption: row.primary_option,
  };
}

interface PostboxRow {
  readonly id: string;
  readonly brand_id: string;
  readonly company_id: string;
  readonly site_id: string;
  readonly primary_option: PrimaryOption;
  readonly closed_at: Date | null;
}

async function receivesAt(knex: Knex, addresseeId: string, postboxId: string): Promise<boolean> {
  const where = { id: addresseeId, postbox_id: postboxId, removed_at: null };
  return (await knex('addressees').where(where).first('id')) !== undefined;
}
