import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';
import { appendEvent, type Actor } from './append-event.ts';
import { change } from './change.ts';

/**
 * Ends a session at once, for its user logging out or for staff. One that is ended already or does not exist stays as
 * it is, without an event, so that a repeat is harmless without a remembered answer.
 */
export const endSession =
  (knex: Knex) =>
  (sessionId: string, actor: Actor, at: Instant): Promise<void> =>
    change(knex, null, async (trx) => {
      const session = await trx('sessions')
        .where({ id: sessionId })
        .forUpdate()
        .first<{ user_id: string; ended_at: Date | null } | undefined>('user_id', 'ended_at');
      if (session === undefined || session.ended_at !== null) return;
      await trx('sessions')
        .where({ id: sessionId })
        .update({ ended_at: toDb(at) });
      await appendEvent(trx, {
        kind: 'session.ended',
        subjectType: 'session',
        subjectId: sessionId,
        companyId: null,
        actor,
        at,
        body: { userId: session.user_id },
      });
    });
