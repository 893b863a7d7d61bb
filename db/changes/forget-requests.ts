import type { Knex } from 'knex';
import { hours, plusMilliseconds, type Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';
import { change } from './change.ts';

const KEPT_HOURS = 30 * 24;
const BATCH = 1_000;

/**
 * Forgets answers remembered more than 30 days before `now`, and the words of their commands, in small
 * transactions; returns how many answers
 * (decided.md, Lives and ids: keys are kept 30 days). Housekeeping: no event.
 */
export const forgetRequests =
  (knex: Knex) =>
  async (now: Instant): Promise<number> => {
    const before = plusMilliseconds(now, -hours(KEPT_HOURS));
    await forget(knex, 'command_particulars', before);
    return forget(knex, 'requests', before);
  };

async function forget(knex: Knex, table: string, before: Instant): Promise<number> {
  for (let forgotten = 0; ;) {
    const batch = await change(knex, null, (trx) =>
      trx(table).where('created_at', '<', toDb(before)).orderBy('created_at').limit(BATCH).delete(),
    );
    forgotten += batch;
    if (batch < BATCH) return forgotten;
  }
}
