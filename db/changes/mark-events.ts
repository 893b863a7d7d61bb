/** The relay's own bookkeeping: no event tells of it, and the hashes do not cover it. */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';
import { change } from './change.ts';

/** Marks in one batch that the lives of these events have been woken; those marked already keep their first mark. */
export const markWoken =
  (knex: Knex) =>
  (ids: readonly string[], at: Instant): Promise<void> =>
    mark(knex, 'wake_done_at', ids, at);

/** Marks in one batch that the commands of these events have been confirmed; marked ones keep their first mark. */
export const markConfirmed =
  (knex: Knex) =>
  (ids: readonly string[], at: Instant): Promise<void> =>
    mark(knex, 'confirm_done_at', ids, at);

/** In the order of the ids, so that two relays do not lock each other crosswise. */
async function mark(knex: Knex, column: string, ids: readonly string[], at: Instant): Promise<void> {
  if (ids.length === 0) return;
  await change(knex, null, async (trx) => {
    await trx('events')
      .whereIn('id', [...ids].sort())
      .whereNull(column)
      .update({ [column]: toDb(at) });
  });
}
