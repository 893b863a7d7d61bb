/** Through what a person sees documents, and the same question as `isSeen` of domain/issued-document.ts in SQL. */
import type { Knex } from 'knex';
import type { CalendarDay, Instant } from '../../domain/calendar.ts';
import { dayOf } from '../../domain/calendar.ts';
import type { History, Sight } from '../../domain/issued-document.ts';
import { historyFloor } from '../../domain/issued-document.ts';
import { fromDb, fromDbOrNull, toDb } from '../instants.ts';
import { documentPolicyOf, policySetColumn } from '../policy-sets.ts';
import { readingQueries } from './readers.ts';

interface SightRow {
  readonly client_code_id: string;
  readonly brand_id: string;
  readonly policy_set_id: string | null;
  readonly contract_started_on: string | null;
  readonly ended_at: Date | null;
  readonly consented_at: Date;
  readonly backfill_id: string | null;
  readonly backfill_outcome: string | null;
  readonly reached_on: CalendarDay | null;
}

/** Every reception through which he reads, his own or one shared with him, by the rules in force for the brands. */
export async function sightsOf(knex: Knex, userId: string, at: Instant): Promise<readonly Sight[]> {
  const [own, shared] = readingQueries(knex, { userId });
  for (const query of [own, shared])
    query
      .join('client_codes as c', 'c.id', 'r.client_code_id')
      .leftJoin('history_backfills as h', 'h.reception_id', 'r.id')
      .select(
        'r.id',
        'r.client_code_id',
        'r.brand_id',
        'c.contract_started_on',
        'r.ended_at',
        'r.consented_at',
      )
      .select('h.id as backfill_id', 'h.outcome as backfill_outcome', 'h.reached_on')
      .select(policySetColumn(knex, 'r.brand_id', at));
  const rows = (await own.union(shared)) as SightRow[];
  return Promise.all(
    rows.map(async (row) => {
      if (row.policy_set_id === null) throw new Error(`no policy set of brand ${row.brand_id} at ${at}`);
      const policy = await documentPolicyOf(knex, row.policy_set_id);
      const floorOn = historyFloor(policy.history, row.contract_started_on, dayOf(at, policy.zone));
      const endedAt = fromDbOrNull(row.ended_at);
      return { clientCodeId: row.client_code_id, floorOn, endedAt, history: historyOf(row) };
    }),
  );
}

/** A reception without a back-fill is of the time before there were any: its whole past is there. */
function historyOf(row: SightRow): History | null {
  if (row.backfill_id === null || row.backfill_outcome === 'complete') return null;
  return { publishedBy: fromDb(row.consented_at), reachedOn: row.reached_on };
}

/** Keeps of the documents `d` those that somebody with these sights sees at that instant. */
export function onlySeen<Query extends Knex.QueryBuilder>(
  query: Query,
  sights: readonly Sight[],
  at: Instant,
): Query {
  query
    .whereNull('d.withdrawn_at')
    .whereNull('d.destroying_since_at')
    .where((shown) => {
      shown.whereNull('d.visible_from_at').orWhere('d.visible_from_at', '<=', toDb(at));
    })
    .whereIn('d.client_code_id', [...new Set(sights.map(({ clientCodeId }) => clientCodeId))])
    .where((any) => {
      for (const { floorOn, endedAt, history, clientCodeIds } of alike(sights))
        any.orWhere((one) => {
          one.whereIn('d.client_code_id', clientCodeIds).where('d.issued_on', '>=', floorOn);
          if (endedAt !== null) one.where('d.published_at', '<=', toDb(endedAt));
          if (history !== null) one.where((come) => onlyCome(come, history));
        });
    });
  return query;
}

function onlyCome(come: Knex.QueryBuilder, { publishedBy, reachedOn }: History): void {
  come.where('d.published_at', '>', toDb(publishedBy));
  if (reachedOn !== null) come.orWhere('d.issued_on', '>=', reachedOn);
}

/** Most client codes of a person share their floor: one condition for all of them. */
function alike(sights: readonly Sight[]) {
  const groups = new Map<string, Omit<Sight, 'clientCodeId'> & { readonly clientCodeIds: string[] }>();
  for (const { clientCodeId, floorOn, endedAt, history } of sights) {
    const key = [floorOn, endedAt, history?.publishedBy, history?.reachedOn].join(' ');
    const group = groups.get(key) ?? { floorOn, endedAt, history, clientCodeIds: [] };
    groups.set(key, group);
    group.clientCodeIds.push(clientCodeId);
  }
  return groups.values();
}
