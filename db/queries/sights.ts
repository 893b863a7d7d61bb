/** Through what a person sees documents, and the same question as `isSeen` of domain/issued-document.ts in SQL. */
import type { Knex } from 'knex';
import type { CalendarDay, Instant } from '../../domain/calendar.ts';
import { dayOf } from '../../domain/calendar.ts';
import type { History, Sight } from '../../domain/issued-document.ts';
import { historyFloor } from '../../domain/issued-document.ts';
import type { Condition } from '../condition.ts';
import { allOf, anyOf, isAmong } from '../condition.ts';
import { fromDb, fromDbOrNull, toDb } from '../instants.ts';
import { documentPolicyOf, policySetSql } from '../policy-sets.ts';
import { readingsSql } from './readers.ts';

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

const sightsSql = readingsSql({
  // In the order in which they are written: looking for a better one takes longer than the look itself.
  columns:
    () => `STRAIGHT_JOIN r.id, r.client_code_id, r.brand_id, c.contract_started_on, r.ended_at, r.consented_at,
    h.id AS backfill_id, h.outcome AS backfill_outcome, h.reached_on, ${policySetSql('r.brand_id')}`,
  joins: `JOIN client_codes c ON c.id = r.client_code_id
    LEFT JOIN history_backfills h ON h.reception_id = r.id`,
  where: { own: 'a.main_contact_id = ?', shared: 's.user_id = ?' },
});

/** Every reception through which he reads, his own or one shared with him, by the rules in force for the brands. */
export async function sightsOf(knex: Knex, userId: string, at: Instant): Promise<readonly Sight[]> {
  const [rows] = (await knex.raw(sightsSql, [toDb(at), userId, toDb(at), userId])) as [SightRow[]];
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

/** Documents `d` that somebody with these sights sees at that instant: none without a sight. */
export function isSeenBy(sights: readonly Sight[], at: Instant): Condition {
  return allOf([
    { sql: 'd.withdrawn_at IS NULL AND d.destroying_since_at IS NULL', values: [] },
    { sql: '(d.visible_from_at IS NULL OR d.visible_from_at <= ?)', values: [toDb(at)] },
    // Of all together first: it is what the index of documents is read by.
    isAmong('d.client_code_id', [...new Set(sights.map(({ clientCodeId }) => clientCodeId))]),
    anyOf(alike(sights)),
  ]);
}

/** The same of a query over documents `d`. */
export function onlySeen<Query extends Knex.QueryBuilder>(
  query: Query,
  sights: readonly Sight[],
  at: Instant,
): Query {
  const { sql, values } = isSeenBy(sights, at);
  query.whereRaw(sql, [...values]);
  return query;
}

/** Most client codes of a person share their floor: one condition for all of them. */
function alike(sights: readonly Sight[]): readonly Condition[] {
  const groups = new Map<string, Omit<Sight, 'clientCodeId'> & { readonly clientCodeIds: string[] }>();
  for (const { clientCodeId, floorOn, endedAt, history } of sights) {
    const key = [floorOn, endedAt, history?.publishedBy, history?.reachedOn].join(' ');
    const group = groups.get(key) ?? { floorOn, endedAt, history, clientCodeIds: [] };
    groups.set(key, group);
    group.clientCodeIds.push(clientCodeId);
  }
  return [...groups.values()].map(({ clientCodeIds, floorOn, endedAt, history }) =>
    allOf([
      isAmong('d.client_code_id', clientCodeIds),
      { sql: 'd.issued_on >= ?', values: [floorOn] },
      ...(endedAt === null ? [] : [{ sql: 'd.published_at <= ?', values: [toDb(endedAt)] }]),
      ...(history === null ? [] : [hasCome(history)]),
    ]),
  );
}

function hasCome({ publishedBy, reachedOn }: History): Condition {
  const later = { sql: 'd.published_at > ?', values: [toDb(publishedBy)] };
  return anyOf(reachedOn === null ? [later] : [later, { sql: 'd.issued_on >= ?', values: [reachedOn] }]);
}
