/** The inbox: ids of letters, newest first, by keyset. */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Stage } from '../../domain/mail-item.ts';
import type { Reach } from '../../domain/reach.ts';
import type { DocumentLocation } from '../../domain/trashing.ts';
import { toDb } from '../instants.ts';
import type { Scope } from './reach.ts';
import { scopesOf } from './reach.ts';

export interface InboxFilter {
  readonly stage?: Stage | undefined;
  readonly postboxId?: string | undefined;
  readonly addresseeId?: string | undefined;
  /** Letters whose decision is awaited before this instant. */
  readonly dueBefore?: Instant | undefined;
  /** Where the scan lies. */
  readonly location?: DocumentLocation | undefined;
  /** Read or not by that person. */
  readonly unread?: boolean | undefined;
}

interface Page {
  readonly limit: number;
  /** The id of the last letter of the page before. */
  readonly before: string | undefined;
}

interface Row {
  readonly id: string;
}

const owner = { company: 'i.company_id', postbox: 'i.postbox_id', site: 'i.site_id' };

/**
 * At most `limit` ids. Each part of the reach gives its newest along its own index, and the newest of them all are
 * taken: a page costs the same however many letters there are, and however far back it lies (P13 of quality.md).
 */
export async function inboxIds(
  knex: Knex,
  reach: Reach,
  readerId: string,
  filter: InboxFilter,
  page: Page,
): Promise<readonly string[]> {
  const scopes = await scopesOf(knex, reach, owner);
  const parts = scopes.map((scope) => newestIn(knex, scope, readerId, filter, page));
  const [first, ...others] = parts;
  if (first === undefined) return [];
  const all = (others.length === 0 ? first : knex.unionAll(parts, true)) as Knex.QueryBuilder<object, Row[]>;
  const rows = await all.orderBy('id', 'desc').limit(page.limit);
  return [...new Set(rows.map(({ id }) => id))];
}

function newestIn(knex: Knex, scope: Scope, readerId: string, filter: InboxFilter, page: Page) {
  const query = knex('mail_items as i').where(scope).select('i.id as id');
  if (filter.stage !== undefined) query.where('i.stage', filter.stage);
  if (filter.postboxId !== undefined) query.where('i.postbox_id', filter.postboxId);
  if (filter.addresseeId !== undefined) query.where('i.addressee_id', filter.addresseeId);
  if (filter.dueBefore !== undefined) query.where('i.decision_due_at', '<', toDb(filter.dueBefore));
  if (filter.location !== undefined) {
    query.join('documents as d', 'd.mail_item_id', 'i.id').where('d.location', filter.location);
  }
  if (filter.unread !== undefined) {
    const marks = knex('item_reads as r').whereRaw('r.mail_item_id = i.id').where('r.user_id', readerId);
    if (filter.unread) query.whereNotExists(marks);
    else query.whereExists(marks);
  }
  if (page.before !== undefined) query.where('i.id', '<', page.before);
  return query.orderBy('i.id', 'desc').limit(page.limit);
}
