import type { Knex } from 'knex';
import { hours, plusMilliseconds, type Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';
import { change } from './change.ts';

const KEPT_HOURS = 30 * 24;
const BATCH = 1_000;

/**
 * Forgets answers remembered more than 30 days before `now`, in small transactions, and returns how many
 * (decided.md, Lives and ids: keys are kept 30 days). Housekeeping: no event.
 */
export const forgetRequests =
  (knex: Knex) =>
  async (now: Instant): Promise<number> => {
    const before = toDb(plusMilliseconds(now, -hours(KEPT_HOURS)));
    for (let forgotten = 0; ;) {
      const batch = await change(knex, null, (trx) =>
        trx('requests').where('created_at', '<', before).orderBy('created_at').limit(BATCH).delete(),
      );
      forgotten += batch;
      if (batch < BATCH) return forgotten;
    }
  };
