/** The past of receptions as it comes: for its life, for staff, and for the mail at the end (WF-36). */
import type { Knex } from 'knex';
import type { HistoryBackfill } from '../../domain/history-backfill.ts';
import type { Owing } from '../../domain/life-rows.ts';
import type { HistoryBackfillRow } from '../history-backfill-row.ts';
import { backfillFrom } from '../history-backfill-row.ts';
import { withOwed } from './owed-mails.ts';
import type { PersonNotice } from './person-notices.ts';
import { receptionContact } from './receptions.ts';

/** The back-fill as it stands, or null. */
export async function backfillById(knex: Knex, id: string): Promise<Owing<HistoryBackfill> | null> {
  const row = await knex('history_backfills').where({ id }).first<HistoryBackfillRow | undefined>();
  return row === undefined ? null : withOwed(knex, await backfillFrom(knex, row));
}

/** Those of these receptions. */
export async function backfillsOf(
  knex: Knex,
  receptionIds: readonly string[],
): Promise<ReadonlyMap<string, HistoryBackfill>> {
  const rows = await knex('history_backfills')
    .whereIn('reception_id', [...receptionIds])
    .select<HistoryBackfillRow[]>('*');
  const found = await Promise.all(rows.map((row) => backfillFrom(knex, row)));
  return new Map(found.map((each) => [each.receptionId, each]));
}

/** Those that are not over, the oldest first: what staff look at. */
export async function openBackfills(
  knex: Knex,
  { limit, after }: { readonly limit: number; readonly after: string | null },
): Promise<readonly HistoryBackfill[]> {
  const query = knex('history_backfills').whereNull('closed_at').orderBy('id').limit(limit);
  if (after !== null) query.where('id', '>', after);
  const rows = (await query.select('*')) as HistoryBackfillRow[];
  return Promise.all(rows.map((row) => backfillFrom(knex, row)));
}

/** How many came and from when, to the main contact. */
export async function backfillNotice(knex: Knex, id: string): Promise<PersonNotice | null> {
  const row = await knex('history_backfills').where({ id }).first<HistoryBackfillRow | undefined>();
  const to = row && (await receptionContact(knex, row.reception_id));
  if (row === undefined || to === null || to === undefined) return null;
  return {
    recipients: [{ email: to.email, language: to.language }],
    facts: {
      zone: to.zone,
      clientCode: to.client_code,
      issuerName: to.issuer_name,
      count: row.shown,
      oldestOn: row.oldest_on,
    },
    link: null,
    isAtMostOnce: false,
  };
}
