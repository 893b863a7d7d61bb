import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { SessionKind } from '../../domain/session.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';
import type { BookedAttempt } from './log-in-budgets.ts';
import { settle } from './log-in-budgets.ts';
import { hasNewMembershipColumn, noteFirstLogIn } from './note-first-log-in.ts';
import { authorisePlace } from './user-places.ts';

export interface NewSession {
  /** UUIDv7. */
  readonly id: string;
  readonly userId: string;
  /** SHA-256 in hexadecimal; the token itself is only ever in the answer to the log-in. */
  readonly tokenHash: string;
  readonly kind: SessionKind;
  readonly at: Instant;
  readonly expiresAt: Instant;
  /** What proved him: changed meanwhile, nothing is opened. */
  readonly credentialVersion?: number;
  readonly entry?: Entry;
  /** The failure that was counted in advance: given back with the commit that opens the session. */
  readonly booked?: BookedAttempt;
}

/** By what the place of a log-in was good: a place or browser is used again, the first one ever is authorised by it. */
export type Entry =
  | { readonly by: 'place'; readonly placeId: string }
  | { readonly by: 'browser'; readonly browserId: string }
  | { readonly by: 'first-log-in'; readonly network: string }
  | { readonly by: 'other' };

/**
 * Opens a session for an active user; told in the operator's chain, for a person may belong to several companies. No
 * answer is remembered: it would have to hold the token, and a second log-in is simply a second session.
 * Refuses as `hidden` when the user is gone or deactivated meanwhile: a log-in never tells why it failed.
 */
export const openSession =
  (knex: Knex) =>
  (session: NewSession): Promise<void> =>
    change(knex, null, (trx) => writeSession(trx, session));

/** The same as a part of a change that has more to write, such as the factor that was used. */
export async function writeSession(trx: Knex.Transaction, session: NewSession): Promise<void> {
  const { userId, at, credentialVersion, entry } = session;
  const user = await trx('users')
    .where({ id: userId })
    .forUpdate()
    .first<UserRow | undefined>(
      'deactivated_at',
      'credential_version',
      'first_log_in_at',
      trx.raw(hasNewMembershipColumn),
    );
  if (user === undefined || !isStillRight(user, credentialVersion, entry)) throw new Refused(hidden);
  if (entry !== undefined) await noteEntry(trx, userId, entry, at);
  if (user.first_log_in_at === null)
    await trx('users')
      .where({ id: userId })
      .update({ first_log_in_at: toDb(at) });
  await trx('sessions').insert({
    id: session.id,
    token_hash: session.tokenHash,
    user_id: userId,
    kind: session.kind,
    created_at: toDb(at),
    last_seen_at: toDb(at),
    // Whoever logs in has just proved himself.
    proven_at: toDb(at),
    expires_at: toDb(session.expiresAt),
  });
  const isFirst = user.has_new_membership === 1 && (await noteFirstLogIn(trx, userId, at));
  if (session.booked !== undefined) await settle(trx, session.booked, Date.now());
  await appendEvent(trx, {
    kind: 'session.opened',
    subjectType: 'session',
    subjectId: session.id,
    companyId: null,
    actor: { type: 'user', id: userId },
    at,
    body: { userId, kind: session.kind, expiresAt: session.expiresAt, place: entry?.by ?? 'other' },
    ...(isFirst && { wakes: { life: 'provisionings-of', id: userId } }),
  });
}

interface UserRow {
  readonly deactivated_at: Date | null;
  readonly credential_version: number;
  readonly first_log_in_at: Date | null;
  readonly has_new_membership: number;
}

/** Active, nothing changed since he proved himself; of two first log-ins at once only one is the first. */
function isStillRight(
  user: UserRow,
  credentialVersion: number | undefined,
  entry: Entry | undefined,
): boolean {
  const isUnchanged = credentialVersion === undefined || credentialVersion === user.credential_version;
  const isFirst = entry?.by !== 'first-log-in' || user.first_log_in_at === null;
  return user.deactivated_at === null && isUnchanged && isFirst;
}

/** A place or browser taken away in this very moment opens nothing. */
async function noteEntry(trx: Knex.Transaction, userId: string, entry: Entry, at: Instant): Promise<void> {
  const used = { last_used_at: toDb(at) };
  if (entry.by === 'first-log-in') await authorisePlace(trx, userId, entry.network, at);
  if (entry.by === 'place')
    wasThere(await trx('user_places').where({ id: entry.placeId, user_id: userId }).update(used));
  if (entry.by === 'browser') {
    const browser = { id: entry.browserId, user_id: userId, revoked_at: null };
    wasThere(await trx('trusted_browsers').where(browser).update(used));
  }
}

function wasThere(rows: number): void {
  if (rows === 0) throw new Refused(hidden);
}
