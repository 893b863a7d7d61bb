import { v7 as uuid } from 'uuid';
import type { BookedAttempt } from '../../db/changes/log-in-budgets.ts';
import type { Entry } from '../../db/changes/open-session.ts';
import { openSession } from '../../db/changes/open-session.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { SessionKind } from '../../domain/session.ts';
import { sessionEnd, sessionLimits } from '../../domain/session.ts';
import { Refused } from '../../domain/verdict.ts';
import type { Answer } from '../answers.ts';
import { created } from '../answers.ts';
import type { Deps } from '../deps.ts';
import { HttpRefusal } from '../refusal.ts';
import { cookieWith } from './cookie.ts';

export interface OpenedSession {
  readonly id: string;
  readonly kind: SessionKind;
  readonly expiresAt: Instant;
  readonly token: string;
}

/** A session nobody has seen yet, with its token and what is kept of it. */
export function newSession({ tokens }: Deps, userId: string, kind: SessionKind, at: Instant) {
  const token = tokens.newToken();
  const kept = {
    id: uuid(),
    userId,
    kind,
    at,
    expiresAt: sessionEnd(kind, at),
    tokenHash: tokens.hashToken(token),
  };
  return { kept, opened: { id: kept.id, kind, expiresAt: kept.expiresAt, token } };
}

/** Opens a session for who has proven himself; what changed about him meanwhile makes it a wrong password. */
export async function open(
  deps: Deps,
  user: { readonly id: string; readonly credentialVersion: number },
  entry: Entry,
  session: { readonly kind: SessionKind; readonly at: Instant; readonly booked: BookedAttempt },
): Promise<OpenedSession> {
  const { kept, opened } = newSession(deps, user.id, session.kind, session.at);
  try {
    await openSession(deps.knex)({
      ...kept,
      credentialVersion: user.credentialVersion,
      entry,
      booked: session.booked,
    });
  } catch (error) {
    throw error instanceof Refused ? wrongCredentials() : error;
  }
  return opened;
}

/** The token goes into the answer, or into the browser's cookie. */
export function answerOpened({ id, kind, expiresAt, token }: OpenedSession): Answer {
  const shown = { sessionId: id, expiresAt, idleSeconds: sessionLimits[kind].idleMs / 1_000 };
  return kind === 'bearer'
    ? created({ ...shown, token }, '/v1/me')
    : created(shown, '/v1/me', { headers: cookieWith(token) });
}

export function wrongCredentials(): HttpRefusal {
  return new HttpRefusal(401, 'session.wrong-credentials', { headers: { 'WWW-Authenticate': 'Bearer' } });
}
