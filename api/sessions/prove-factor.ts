import { askAfterFactor, finishLogIn } from '../../db/changes/finish-log-in.ts';
import { bookTry } from '../../db/changes/log-in-attempts.ts';
import { groundOfUser } from '../../db/queries/log-in-ground.ts';
import type { AttemptUnderWay } from '../../db/queries/second-factors.ts';
import { attemptBySecret } from '../../db/queries/second-factors.ts';
import type { Instant } from '../../domain/calendar.ts';
import { Refused } from '../../domain/verdict.ts';
import type { Deps } from '../deps.ts';
import { matchFactor, mayGuess } from '../factors/match.ts';
import type { FactorProof } from '../factors/schemas.ts';
import { factorProofBody } from '../factors/schemas.ts';
import type { Call } from '../operation.ts';
import { operation } from '../operation.ts';
import { HttpRefusal, tooMany } from '../refusal.ts';
import { attemptOver, secretHashOf } from './attempt.ts';
import { answerOn, comingFrom } from './entry.ts';
import type { OpenedSession } from './open.ts';
import { answerOpened, newSession } from './open.ts';
import { atSameTime } from './same-time.ts';
import { mailOnItsWay, openedSession } from './schemas.ts';

/** The second step of a log-in (check 33; guess limits on the secret and on the account: check 31). */
export const proveFactor = operation({
  id: 'proveFactor',
  method: 'post',
  path: '/v1/sessions/factor',
  summary: 'Go on with a log-in by a second factor',
  description:
    'With the secret of the attempt that was answered 202: a code of the app, a passkey or a recovery code opens the ' +
    'session. It is good for 5 minutes and 5 tries. From a place that is not authorised the answer is always 202: if ' +
    'everything is right, a mail is on its way. Who has lost every factor and has no recovery code left turns to ' +
    'the operator, who sends a letter with a code for `POST /v1/sessions/lost-factors`; a reset of the password does not ' +
    'stand in for a factor.',
  tags: ['Sessions'],
  caller: 'anyone',
  right: 'public',
  body: factorProofBody,
  responses: {
    201: { description: 'You are logged in.', schema: openedSession },
    202: { description: 'If everything is right, a mail is on its way.', schema: mailOnItsWay },
  },
  refusals: {
    401: ['factor.wrong', 'factor.attempt-over', 'place.not-authorised'],
    429: ['session.too-many-attempts'],
  },
  idempotency: {
    none: 'a remembered answer would have to hold the token, and a factor works once.',
  },
  handle: (call, deps) =>
    atSameTime(
      () => goOn(call, deps),
      (session) => session === null,
    ),
  answer: (session) => (session === null ? { status: 202, body: { next: 'mail' } } : answerOpened(session)),
});

type ProofCall = Call<unknown, unknown, { attempt?: string | undefined; proof: FactorProof }>;

/** Null: a mail goes, or does not; nobody is told. */
async function goOn(call: ProofCall, deps: Deps): Promise<OpenedSession | null> {
  const { receivedAt: at, body } = call;
  const secretHash = secretHashOf(call, deps);
  const isBooked = await bookTry(deps.knex)(secretHash, at);
  const attempt = isBooked ? await attemptBySecret(deps.knex, secretHash) : null;
  if (attempt === null) throw attemptOver();
  if (attempt.nextStep === 'mail') {
    await askIfRight(call, deps, attempt);
    return null;
  }
  const { id, proven, pair } = attempt;
  if (proven === null) throw attemptOver();
  if (!(await mayGuess(deps, proven.userId))) throw tooMany('session.too-many-attempts', 3_600);
  const spent = await matchFactor(deps, proven.userId, body.proof, askedAt(id, at));
  if (spent === null) throw wrongFactor();
  const place = await placeNow(call, deps, proven.userId);
  if (!place.isAuthorised) throw new HttpRefusal(401, 'place.not-authorised');
  const { kept, opened } = newSession(deps, proven.userId, attempt.sessionKind, at);
  try {
    await finishLogIn(deps.knex)({ id, proven, pair }, spent, { ...kept, entry: place.entry });
  } catch (error) {
    throw error instanceof Refused ? wrongFactor() : error;
  }
  return opened;
}

/** From an unknown place: the mail is owed when the factor is right too; whatever else is, nobody is told. */
async function askIfRight(call: ProofCall, deps: Deps, attempt: AttemptUnderWay): Promise<void> {
  const { proven, id } = attempt;
  const at = call.receivedAt;
  if (proven === null || !(await mayGuess(deps, proven.userId))) return;
  const spent = await matchFactor(deps, proven.userId, call.body.proof, askedAt(id, at));
  const place = await placeNow(call, deps, proven.userId);
  if (spent === null || place.isAuthorised || place.asks === null) return;
  try {
    await askAfterFactor(deps.knex)({ id, proven }, spent, place.asks, at);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}

const askedAt = (attemptId: string, at: Instant) => ({ purpose: 'log-in' as const, givenTo: attemptId, at });

async function placeNow(call: ProofCall, deps: Deps, userId: string) {
  const from = comingFrom(call, deps);
  return answerOn(await groundOfUser(deps.knex, { id: userId, isFirstLogIn: false }, from), from);
}

function wrongFactor(): HttpRefusal {
  return new HttpRefusal(401, 'factor.wrong', { headers: { 'WWW-Authenticate': 'Bearer' } });
}
