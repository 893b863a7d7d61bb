/** Postboxes as they are set, and what their brand offers. */
import type { Knex } from 'knex';
import type { Instant, Zone } from '../../domain/calendar.ts';
import type { Manner } from '../../domain/policy.ts';
import type { Postbox } from '../../domain/postbox.ts';
import type { Reach } from '../../domain/reach.ts';
import { fromDbOrNull } from '../instants.ts';
import { policyOf, policySetColumn } from '../policy-sets.ts';
import type { PostboxRow } from '../postbox-row.ts';
import { postboxFrom } from '../postbox-row.ts';
import { withinReach } from './reach.ts';

export interface FoundPostbox extends Postbox {
  readonly id: string;
  readonly postboxId: string;
  readonly companyId: string;
  readonly siteId: string;
  readonly number: string;
  readonly siteName: string;
  /** Of the brand. */
  readonly zone: Zone;
  /** Manners of sending that the policy in force offers. */
  readonly offered: readonly Manner[];
  readonly notification: {
    /** Where notices go instead of to the users who may read the box. */
    readonly email: string | null;
    readonly confirmedAt: Instant | null;
    /** Asked for and not yet confirmed. */
    readonly pendingEmail: string | null;
    readonly pendingUntil: Instant | null;
  };
}

type Row = PostboxRow & { readonly site_name: string; readonly policy_set_id: string | null };

/** The box of that id at that instant, or null; one question either way, so that the time tells nothing (check 3). */
export async function postboxById(knex: Knex, id: string, at: Instant): Promise<FoundPostbox | null> {
  const row = await rowsOf(knex, at).where('p.id', id).first<Row | undefined>();
  return row === undefined ? null : boxFrom(knex, row);
}

/** A page of boxes within reach, by number; `after` is number and id of the last one of the page before. */
export async function postboxesWithin(
  knex: Knex,
  reach: Reach,
  at: Instant,
  page: { readonly limit: number; readonly after: readonly [number: string, id: string] | null },
): Promise<readonly FoundPostbox[]> {
  const query = withinReach(rowsOf(knex, at), reach, {
    company: 'p.company_id',
    postbox: 'p.id',
    site: 'p.site_id',
  });
  if (page.after !== null) query.whereRaw('(p.number, p.id) > (?, ?)', [...page.after]);
  const rows = (await query.orderBy(['p.number', 'p.id']).limit(page.limit)) as Row[];
  return Promise.all(rows.map((row) => boxFrom(knex, row)));
}

function rowsOf(knex: Knex, at: Instant): Knex.QueryBuilder {
  return knex('postboxes as p')
    .join('sites as s', 's.id', 'p.site_id')
    .select('p.*', 's.name as site_name', policySetColumn(knex, 'p.brand_id', at));
}

async function boxFrom(knex: Knex, row: Row): Promise<FoundPostbox> {
  if (row.policy_set_id === null) throw new Error(`brand ${row.brand_id} has no policy in force`);
  const policy = await policyOf(knex, row.policy_set_id);
  return {
    ...postboxFrom(row),
    id: row.id,
    postboxId: row.id,
    companyId: row.company_id,
    siteId: row.site_id,
    number: row.number,
    siteName: row.site_name,
    zone: policy.zone,
    offered: policy.manners,
    notification: {
      email: row.notification_confirmed_at === null ? null : row.notification_email,
      confirmedAt: fromDbOrNull(row.notification_confirmed_at),
      pendingEmail: row.pending_email,
      pendingUntil: fromDbOrNull(row.notification_token_expires_at),
    },
  };
}
