import type { BookedAttempt } from '../../db/changes/log-in-budgets.ts';
import { rehashPassword } from '../../db/changes/rehash-password.ts';
import type { LogInUser } from '../../db/queries/identity.ts';
import { userForLogIn } from '../../db/queries/identity.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { operation } from '../operation.ts';
import { comingFrom, entryOf } from './entry.ts';
import type { OpenedSession } from './open.ts';
import type { Standing } from './login-limits.ts';
import { answerOpened, open, wrongCredentials } from './open.ts';
import { atSameTime } from './same-time.ts';
import { logInBody, openedSession, unfinishedLogIn } from './schemas.ts';
import type { UnfinishedLogIn } from './unfinished.ts';
import { answerUnfinished, unfinished } from './unfinished.ts';

/** Username and password against a new session. One answer for every way of being wrong, at the same cost. */
export const logIn = operation({
  id: 'logIn',
  method: 'post',
  path: '/v1/sessions',
  summary: 'Log in',
  description:
    'Opens a session by username (or e-mail address) and password. Failures are counted by account and address ' +
    'together: who guesses waits, and nobody can keep another one out. Who has a second factor goes on with it: the ' +
    'answer is 202 with `next: factor`. From a place that is not authorised every attempt is answered 202 with ' +
    '`next: mail`, whether or not the details are right: if they are, a mail is on its way, whose link authorises the ' +
    'place; then one logs in again. Who has a second factor proves it now, with the same attempt, and the mail goes then.',
  tags: ['Sessions'],
  caller: 'anyone',
  right: 'public',
  body: logInBody,
  responses: {
    201: { description: 'You are logged in.', schema: openedSession },
    202: { description: 'Not yet: something is still to be proven.', schema: unfinishedLogIn },
  },
  refusals: { 401: ['session.wrong-credentials'], 429: ['session.too-many-attempts'], 503: ['request.busy'] },
  idempotency: {
    none: 'a remembered answer would have to hold the token, and a second log-in is simply a second session.',
  },
  handle: (call, deps) =>
    atSameTime(
      () =>
        deps.loginLimits.attempt(
          attemptOf(call, deps),
          (booked, user) => enter(call, deps, user, booked),
          standingOf,
        ),
      waitsForMail,
    ),
  answer: (entered) => ('next' in entered ? answerUnfinished(entered) : answerOpened(entered)),
});

type LogInCall = Call<unknown, unknown, { username: string; password: string; mode: 'bearer' | 'cookie' }>;
type Entered = OpenedSession | UnfinishedLogIn;

const waitsForMail = (entered: Entered) => 'next' in entered && entered.next === 'mail';

function attemptOf({ body, clientAddress }: LogInCall, { knex }: Deps) {
  const { username } = body;
  return { username, address: clientAddress, whom: () => userForLogIn(knex, username) };
}

/** Where every attempt gets one answer, every attempt counts: the budgets must not tell a right guess either. */
function standingOf(entered: Entered): Standing {
  if (!('next' in entered)) return 'settled';
  return entered.next === 'mail' ? 'wrong' : 'unfinished';
}

/** An unknown user, a deactivated one, one without a password: all cost a hash and get the same answer. */
async function enter(
  call: LogInCall,
  deps: Deps,
  user: LogInUser | null,
  booked: BookedAttempt,
): Promise<Entered> {
  const { body, clientAddress: address, receivedAt: at } = call;
  const isRight = await deps.passwords.verify(user?.passwordHash ?? undefined, body.password);
  const proven = user !== null && user.isActive && isRight ? user : null;
  const from = comingFrom(call, deps);
  const place = await entryOf(deps, { username: body.username, user, isProven: proven !== null }, from);
  const { pair } = booked.keys;
  const attempt = { proven: provenBy(proven), sessionKind: body.mode, address, pair, at };
  if (!place.isAuthorised) {
    const asks = proven?.hasFactor === false ? place.asks : null;
    return unfinished(deps, { ...attempt, nextStep: 'mail', asks }, place.linkMinutes);
  }
  if (proven === null) throw wrongCredentials();
  await renewHash(deps, proven, body.password);
  if (proven.hasFactor) return unfinished(deps, { ...attempt, nextStep: 'factor', asks: null }, 0);
  return open(deps, proven, place.entry, { kind: body.mode, at, booked });
}

function provenBy(user: LogInUser | null) {
  return user && { userId: user.id, credentialVersion: user.credentialVersion };
}

/** Check 27: the password is in hand only now. No log-in fails for it: a queue that is full waits for the next one. */
async function renewHash({ knex, passwords }: Deps, user: LogInUser, password: string): Promise<void> {
  if (user.passwordHash === null || !passwords.needsRehash(user.passwordHash)) return;
  const renewed = await passwords.hash(password).catch(() => null);
  if (renewed !== null) await rehashPassword(knex)(user.id, user.passwordHash, renewed);
}
