import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';
import { endSessionsOf } from './end-sessions-of.ts';

/** A person ends a session of his own (check 46). Refuses `not-found` for one that is not his; an ended one stays so. */
export const endOwnSession =
  (knex: Knex) =>
  (sessionId: string, userId: string, actor: Actor, at: Instant): Promise<void> =>
    change(knex, null, async (trx) => {
      const session = await trx('sessions')
        .where({ id: sessionId, user_id: userId })
        .forUpdate()
        .first<{ ended_at: Date | null } | undefined>('ended_at');
      if (session === undefined) throw new Refused(hidden);
      if (session.ended_at !== null) return;
      await trx('sessions')
        .where({ id: sessionId })
        .update({ ended_at: toDb(at) });
      await tell(trx, userId, { sessionId }, actor, at);
    });

/** A person ends all his sessions but the one he asks with; returns how many. */
export const endOtherSessions =
  (knex: Knex) =>
  (userId: string, keptId: string, actor: Actor, at: Instant): Promise<number> =>
    change(knex, null, async (trx) => {
      const ended = await endSessionsOf(trx, userId, at, keptId);
      if (ended > 0) await tell(trx, userId, { sessionsEnded: ended }, actor, at);
      return ended;
    });

async function tell(
  trx: Knex.Transaction,
  userId: string,
  facts: object,
  actor: Actor,
  at: Instant,
): Promise<void> {
  await appendEvent(trx, {
    kind: 'user.sessions-ended',
    subjectType: 'user',
    subjectId: userId,
    companyId: null,
    actor,
    at,
    body: facts,
  });
}
