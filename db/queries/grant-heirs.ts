/** A grant that was cut goes on under other ids, each naming the one before: what of it is in force by now (WF-43). */
import type { Knex } from 'knex';
import { isAmong } from '../condition.ts';

/** Leaves of `e` (entries) those of whose grant anything is in force. */
export function onlyLive(query: Knex.QueryBuilder, reviewId: string): Knex.QueryBuilder {
  return query.whereRaw(
    `e.id IN (${heirs('e.review_id = ?')} SELECT entry_id FROM heirs WHERE ended_at IS NULL)`,
    [reviewId],
  );
}

export interface Heir {
  readonly grantId: string;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
}

/** Each entry's grant with everything that went on from it. */
export async function heirsOf(
  knex: Knex,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Heir[]>> {
  const found = new Map<string, Heir[]>();
  if (entryIds.length === 0) return found;
  const { sql, values } = isAmong('e.id', entryIds);
  const [rows] = (await knex.raw(
    `${heirs(sql)} SELECT entry_id AS entryId, grant_id AS grantId, ended_at AS endedAt,
       end_reason AS endReason FROM heirs`,
    [...values],
  )) as [(Heir & { readonly entryId: string })[]];
  for (const { entryId, ...heir } of rows) found.set(entryId, [...(found.get(entryId) ?? []), heir]);
  return found;
}

const heirs = (which: string) => `WITH RECURSIVE heirs AS (
  SELECT e.id AS entry_id, g.id AS grant_id, g.ended_at, g.end_reason
    FROM access_review_entries e JOIN grants g ON g.id = e.grant_id WHERE ${which}
  UNION ALL
  SELECT h.entry_id, g.id, g.ended_at, g.end_reason FROM heirs h JOIN grants g ON g.continues = h.grant_id)`;
