import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { LifeName } from '../../domain/life-rows.ts';
import { fromDb } from '../instants.ts';

export interface EventToWake {
  readonly id: string;
  /** The workflow to start or poke: `<life>/<lifeId>`. */
  readonly life: string;
  readonly lifeId: string;
  readonly kind: string;
  readonly at: Instant;
}

/**
 * Events whose life has not been woken, by id, at most `limit`; `after` an id for the next page of the same sweep, so
 * that a few that cannot be done do not hide the rest. Each poll starts from the beginning: no cursor is kept, because
 * a later commit may carry a lower id. No row is locked: two relays do the same harmless work (design.md, Changes).
 */
export async function eventsToWake(knex: Knex, limit: number, after = ''): Promise<readonly EventToWake[]> {
  const rows: WakeRow[] = await knex('events')
    .whereNull('wake_done_at')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .select('id', 'life', 'life_id', 'kind', 'occurred_at');
  return rows.map((row) => ({
    id: row.id,
    life: row.life,
    lifeId: row.life_id,
    kind: row.kind,
    at: fromDb(row.occurred_at),
  }));
}

/** Those of these lives that an event still asks to be woken. */
export async function awaitedLives(
  knex: Knex,
  life: LifeName,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const awaited = (await knex('events')
    .whereNull('wake_done_at')
    .where({ life })
    .whereIn('life_id', ids)
    .pluck('life_id')) as string[];
  return new Set(awaited);
}

interface WakeRow {
  readonly id: string;
  readonly life: string;
  readonly life_id: string;
  readonly kind: string;
  readonly occurred_at: Date;
}
