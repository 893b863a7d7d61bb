import type { Knex } from 'knex';
import { plusMilliseconds, type Instant } from '../../domain/calendar.ts';
import { seenEveryMs } from '../../domain/session.ts';
import { toDb } from '../instants.ts';

/**
 * Notes that the session is in use, to the minute: a busy one writes once a minute, not once a request. One statement
 * that nothing else depends on: no transaction, no event.
 */
export const touchSession =
  (knex: Knex) =>
  async (sessionId: string, at: Instant): Promise<void> => {
    await knex('sessions')
      .where({ id: sessionId })
      .where('last_seen_at', '<=', toDb(plusMilliseconds(at, -seenEveryMs)))
      .update({ last_seen_at: toDb(at) });
  };
