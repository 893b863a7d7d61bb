import type { Knex } from 'knex';
import { hours, plusMilliseconds, type Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';
import { change } from './change.ts';

const KEPT_HOURS = 30 * 24;
const BATCH = 1_000;

/** Remembered answers, and the words that came with commands: names and free text, refused ones too. */
const tables = ['requests', 'command_particulars'] as const;

/**
 * Forgets what was remembered under keys more than 30 days before `now`, in small transactions, and returns how many
 * rows (decided.md, Lives and ids: keys are kept 30 days). Housekeeping: no event.
 */
export const forgetRequests =
  (knex: Knex) =>
  async (now: Instant): Promise<number> => {
    const before = toDb(plusMilliseconds(now, -hours(KEPT_HOURS)));
    let forgotten = 0;
    for (const table of tables) {
      for (let batch = BATCH; batch === BATCH; forgotten += batch) {
        batch = await change(knex, null, (trx) =>
          trx(table).where('created_at', '<', before).orderBy('created_at').limit(BATCH).delete(),
        );
      }
    }
    return forgotten;
  };
