import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { SessionKind } from '../../domain/session.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';
import { noteFirstLogIn } from './note-first-log-in.ts';

export interface NewSession {
  /** UUIDv7. */
  readonly id: string;
  readonly userId: string;
  /** SHA-256 in hexadecimal; the token itself is only ever in the answer to the log-in. */
  readonly tokenHash: string;
  readonly kind: SessionKind;
  readonly at: Instant;
  readonly expiresAt: Instant;
}

/**
 * Opens a session for an active user; told in the operator's chain, for a person may belong to several companies. No
 * answer is remembered: it would have to hold the token, and a second log-in is simply a second session.
 * Refuses as `hidden` when the user is gone or deactivated meanwhile: a log-in never tells why it failed.
 */
export const openSession =
  (knex: Knex) =>
  (session: NewSession): Promise<void> =>
    change(knex, null, async (trx) => {
      const user = await trx('users')
        .where({ id: session.userId })
        .forUpdate()
        .first<{ deactivated_at: Date | null } | undefined>('deactivated_at');
      if (user === undefined || user.deactivated_at !== null) throw new Refused(hidden);
      await trx('sessions').insert({
        id: session.id,
        token_hash: session.tokenHash,
        user_id: session.userId,
        kind: session.kind,
        created_at: toDb(session.at),
        last_seen_at: toDb(session.at),
        // Whoever logs in has just proved himself.
        proven_at: toDb(session.at),
        expires_at: toDb(session.expiresAt),
      });
      const isFirst = await noteFirstLogIn(trx, session.userId, session.at);
      await appendEvent(trx, {
        kind: 'session.opened',
        subjectType: 'session',
        subjectId: session.id,
        companyId: null,
        actor: { type: 'user', id: session.userId },
        at: session.at,
        body: { userId: session.userId, kind: session.kind, expiresAt: session.expiresAt },
        ...(isFirst && { wakes: { life: 'provisionings-of', id: session.userId } }),
      });
    });
