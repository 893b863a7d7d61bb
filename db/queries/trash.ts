/** Scans in the trash with what they are shown by: one stay, and the list of those that last (PP-14). */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Reach } from '../../domain/reach.ts';
import type { Trashing } from '../../domain/trashing.ts';
import { followHold } from '../../domain/trashing.ts';
import { fromDbOrNull } from '../instants.ts';
import { policyOf } from '../policy-sets.ts';
import type { TrashingRow } from '../trashing-row.ts';
import { trashingFrom } from '../trashing-row.ts';
import type { Scope } from './reach.ts';
import { scopesOf } from './reach.ts';

/** A stay in the trash, whose scan it is, and how the letter is known. */
export interface TrashedScan {
  readonly companyId: string;
  readonly postboxId: string;
  readonly mailItemId: string;
  readonly postboxNumber: string;
  readonly siteReference: string;
  readonly pageCount: number;
  /** As it stands at the instant asked for: a hold counts before the life has heard of it. */
  readonly trashing: Trashing;
  /** How long a purge at once may be confirmed. */
  readonly confirmationMinutes: number;
}

interface Page {
  readonly limit: number;
  /** The document that ended the page before. */
  readonly before: string | undefined;
}

/** The stay of that id as it stands at that instant, over or not; null when there is none. */
export async function trashingById(knex: Knex, id: string, at: Instant): Promise<TrashedScan | null> {
  const row = await rowsOf(knex).where('t.id', id).first<Row | undefined>();
  return row === undefined ? null : scanFrom(knex, row, at);
}

/** The present stay of a document, or null. */
export async function trashingOfDocument(
  knex: Knex,
  documentId: string,
  at: Instant,
): Promise<TrashedScan | null> {
  const row = await rowsOf(knex).where('t.open_key', documentId).first<Row | undefined>();
  return row === undefined ? null : scanFrom(knex, row, at);
}

/** What lies in the trash within reach, newest letter first; each part of the reach is read along an index. */
export async function scansInTrash(
  knex: Knex,
  reach: Reach,
  at: Instant,
  page: Page,
): Promise<readonly TrashedScan[]> {
  const scopes = await scopesOf(knex, reach, owner);
  const parts = scopes.map((scope) => newestIn(knex, scope, page));
  const [first, ...others] = parts;
  if (first === undefined) return [];
  const all = others.length === 0 ? first : knex.unionAll(parts, true);
  const found = (await all.orderBy('id', 'desc').limit(page.limit)) as { readonly id: string }[];
  const ids = [...new Set(found.map(({ id }) => id))];
  const rows = (await rowsOf(knex).whereIn('t.open_key', ids).orderBy('d.id', 'desc')) as Row[];
  return Promise.all(rows.map((row) => scanFrom(knex, row, at)));
}

/** Of a document: nothing in it belongs to a site, for no site sees scans. */
const owner = { company: 'd.company_id', postbox: 'd.postbox_id', site: 'd.id' };

function newestIn(knex: Knex, scope: Scope, { limit, before }: Page): Knex.QueryBuilder {
  const query = knex('documents as d').where(scope).where('d.location', 'trash').select('d.id as id');
  if (before !== undefined) void query.where('d.id', '<', before);
  return query.orderBy('d.id', 'desc').limit(limit);
}

type Row = TrashingRow & {
  readonly postbox_id: string;
  readonly mail_item_id: string;
  readonly page_count: number;
  readonly postbox_number: string;
  readonly site_reference: string;
  readonly item_held_since_at: Date | null;
};

function rowsOf(knex: Knex): Knex.QueryBuilder {
  return knex('trashings as t')
    .join('documents as d', 'd.id', 't.document_id')
    .join('mail_items as i', 'i.id', 'd.mail_item_id')
    .join('postboxes as p', 'p.id', 'd.postbox_id')
    .join('brands as b', 'b.id', 't.brand_id')
    .select('t.*', 'd.postbox_id', 'd.mail_item_id', 'd.page_count', 'p.number as postbox_number')
    .select('i.site_reference', 'i.held_since_at as item_held_since_at', 'b.brand_key');
}

async function scanFrom(knex: Knex, row: Row, at: Instant): Promise<TrashedScan> {
  const written = await trashingFrom(knex, row);
  const { trash } = await policyOf(knex, row.policy_set_id);
  return {
    companyId: row.company_id,
    postboxId: row.postbox_id,
    mailItemId: row.mail_item_id,
    postboxNumber: row.postbox_number,
    siteReference: row.site_reference,
    pageCount: row.page_count,
    trashing: followHold(written, fromDbOrNull(row.item_held_since_at), at),
    confirmationMinutes: trash.confirmationMinutes,
  };
}
