import { v7 as uuid } from 'uuid';
import type { NewAttempt } from '../../db/changes/log-in-attempts.ts';
import { recordAttempt } from '../../db/changes/log-in-attempts.ts';
import type { Instant } from '../../domain/calendar.ts';
import { hours, minutes, plusMilliseconds } from '../../domain/calendar.ts';
import type { NextStep } from '../../domain/log-in-attempt.ts';
import { attemptEnd } from '../../domain/log-in-attempt.ts';
import type { SessionKind } from '../../domain/session.ts';
import type { Answer } from '../answers.ts';
import type { Deps } from '../deps.ts';
import { attemptCookie, cookieWith } from './cookie.ts';

/** A log-in that goes on with a mail or a second factor. */
export interface UnfinishedLogIn {
  readonly next: NextStep;
  readonly kind: SessionKind;
  readonly secret: string;
  readonly endsAt: Instant;
}

/** As long as a link may be waited for: the browser that tried must still have its secret then. */
const cookieSeconds = hours(24) / 1_000;

/** Notes the attempt under a new secret. `linkMinutes`: how long the mail's link works, told whether one goes or not. */
export async function unfinished(
  { knex, tokens }: Deps,
  attempt: Omit<NewAttempt, 'id' | 'secretHash'>,
  linkMinutes: number,
): Promise<UnfinishedLogIn> {
  const secret = tokens.newToken();
  await recordAttempt(knex)({ ...attempt, id: uuid(), secretHash: tokens.hashToken(secret) });
  const { nextStep, sessionKind, at } = attempt;
  const endsAt = nextStep === 'mail' ? plusMilliseconds(at, minutes(linkMinutes)) : attemptEnd(at);
  return { next: nextStep, kind: sessionKind, secret, endsAt };
}

/** The secret goes into the answer, or into the browser's cookie. */
export function answerUnfinished({ next, kind, secret, endsAt }: UnfinishedLogIn): Answer {
  return kind === 'bearer'
    ? { status: 202, body: { next, endsAt, attempt: secret } }
    : { status: 202, body: { next, endsAt }, headers: cookieWith(secret, attemptCookie, cookieSeconds) };
}
