import type { Instant } from '../../domain/calendar.ts';
import { minutes, plusMilliseconds } from '../../domain/calendar.ts';
import { proofMinutes } from '../../domain/session.ts';
import type { Answer } from '../answers.ts';
import { ok } from '../answers.ts';
import type { Caller } from '../caller.ts';
import { cookieWith } from './cookie.ts';

/** A session that goes on under a new token. */
export interface RenewedSession {
  readonly sessionId: string;
  readonly token: string;
  readonly at: Instant;
}

/** The token goes where the one before came from: into the answer, or into the browser's cookie. */
export function renewed({ sessionId, token, at }: RenewedSession, { via }: Caller): Answer {
  const shown = { sessionId, provenUntil: plusMilliseconds(at, minutes(proofMinutes)) };
  return via === 'bearer' ? ok({ ...shown, token }) : ok(shown, { headers: cookieWith(token) });
}
