import type { Knex } from 'knex';
import { plusMilliseconds, type Instant } from '../../domain/calendar.ts';
import { fromDb, toDb } from '../instants.ts';

export interface EventToConfirm {
  readonly id: string;
  /** The workflow that decided: `<life>/<lifeId>`. */
  readonly life: string;
  readonly lifeId: string;
  readonly at: Instant;
  /** The update to send once more, under the same id and with the same arguments. */
  readonly command: { readonly update: string; readonly updateId: string; readonly args: unknown };
}

/** Long enough for every command that is merely on its way to have been completed by its own worker. */
const CONFIRM_AFTER_MS = 15_000;

/**
 * Commands that happened 15 s ago or earlier and are not yet confirmed, oldest first, at most `limit`; `after` the last
 * one of the page before. As `eventsToWake`: no locks, no cursor kept.
 */
export async function eventsToConfirm(
  knex: Knex,
  now: Instant,
  limit: number,
  after?: EventToConfirm,
): Promise<readonly EventToConfirm[]> {
  const query = knex('events')
    .whereNull('confirm_done_at')
    .where('occurred_at', '<=', toDb(plusMilliseconds(now, -CONFIRM_AFTER_MS)));
  if (after !== undefined) {
    const at = toDb(after.at);
    // The first condition is what the index can use.
    query.where('occurred_at', '>=', at).whereRaw('(occurred_at, id) > (?, ?)', [at, after.id]);
  }
  const rows: CommandRow[] = await query
    .orderBy(['occurred_at', 'id'])
    .limit(limit)
    .select('id', 'life', 'life_id', 'occurred_at', 'command');
  return rows.map((row) => ({
    id: row.id,
    life: row.life,
    lifeId: row.life_id,
    at: fromDb(row.occurred_at),
    command: JSON.parse(row.command) as EventToConfirm['command'],
  }));
}

interface CommandRow {
  readonly id: string;
  readonly life: string;
  readonly life_id: string;
  readonly occurred_at: Date;
  readonly command: string;
}
