/** One mail item as it stands, with everything its rules need, in one query. */
import type { Knex } from 'knex';
import type { MailItem } from '../../domain/mail-item.ts';
import type { Manner } from '../../domain/policy.ts';
import type { ContextRow } from '../mail-item-context.ts';
import { contextColumns, contextFrom, joinContext } from '../mail-item-context.ts';
import type { MailItemRow } from '../mail-item-row.ts';
import { mailItemFrom } from '../mail-item-row.ts';
import { policyOf } from '../policy-sets.ts';

export interface FoundMailItem {
  readonly companyId: string;
  readonly postboxId: string;
  readonly siteId: string;
  readonly item: MailItem;
  readonly labels: { readonly siteReference: string; readonly postboxNumber: string };
  /** How the box sends when nobody says how. */
  readonly defaultManner: Manner;
}

type Row = MailItemRow & ContextRow & { readonly postbox_number: string; readonly default_manner: Manner };

/** The item of that id, or null. */
export async function mailItemById(knex: Knex, itemId: string): Promise<FoundMailItem | null> {
  const row = await joinContext(knex)
    .where('i.id', itemId)
    .first<Row | undefined>('i.*', 'p.number as postbox_number', 'p.default_manner', ...contextColumns(knex));
  if (row === undefined) return null;
  return {
    companyId: row.company_id,
    postboxId: row.postbox_id,
    siteId: row.site_id,
    item: mailItemFrom(row, contextFrom(row, row, await policyOf(knex, row.policy_set_id))),
    labels: { siteReference: row.site_reference, postboxNumber: row.postbox_number },
    defaultManner: row.default_manner,
  };
}
