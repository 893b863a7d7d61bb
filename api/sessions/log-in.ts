import { v7 as uuid } from 'uuid';
import { openSession } from '../../db/changes/open-session.ts';
import { rehashPassword } from '../../db/changes/rehash-password.ts';
import { userForLogIn } from '../../db/queries/identity.ts';
import type { LogInUser } from '../../db/queries/identity.ts';
import { sessionEnd, sessionLimits } from '../../domain/session.ts';
import type { SessionKind } from '../../domain/session.ts';
import type { Instant } from '../../domain/calendar.ts';
import { Refused } from '../../domain/verdict.ts';
import { created } from '../answers.ts';
import type { Deps } from '../deps.ts';
import { operation } from '../operation.ts';
import { HttpRefusal } from '../refusal.ts';
import { cookieWith } from './cookie.ts';
import { logInBody, openedSession } from './schemas.ts';

/** Username and password against a new session. One answer for every way of being wrong, at the same cost. */
export const logIn = operation({
  id: 'logIn',
  method: 'post',
  path: '/v1/sessions',
  summary: 'Log in',
  description:
    'Opens a session by username (or e-mail address) and password. Failures are counted by account and address ' +
    'together: who guesses waits, and nobody can keep another one out.',
  tags: ['Sessions'],
  caller: 'anyone',
  right: 'public',
  body: logInBody,
  responses: { 201: { description: 'You are logged in.', schema: openedSession } },
  refusals: { 401: ['session.wrong-credentials'], 429: ['session.too-many-attempts'], 503: ['request.busy'] },
  idempotency: {
    none: 'a remembered answer would have to hold the token, and a second log-in is simply a second session.',
  },
  handle: ({ body, clientAddress, receivedAt }, deps) =>
    deps.loginLimits.attempt(body.username, clientAddress, async () => {
      const user = await provenUser(deps, body.username, body.password);
      const session = await open(deps, user.id, body.mode, receivedAt);
      await renewHash(deps, user, body.password);
      return session;
    }),
  answer: ({ token, ...session }) =>
    session.kind === 'bearer'
      ? created({ ...shown(session), token }, '/v1/me')
      : created(shown(session), '/v1/me', { headers: cookieWith(token) }),
});

/** An unknown user, a deactivated one, one without a password: all cost a hash and get the same answer. */
async function provenUser(deps: Deps, username: string, password: string): Promise<LogInUser> {
  const user = await userForLogIn(deps.knex, username);
  const isProven = await deps.passwords.verify(user?.passwordHash ?? undefined, password);
  if (user === null || !user.isActive || !isProven) throw wrongCredentials();
  return user;
}

/** Check 27: the password is in hand only now. No log-in fails for it: a queue that is full waits for the next one. */
async function renewHash({ knex, passwords }: Deps, user: LogInUser, password: string): Promise<void> {
  if (user.passwordHash === null || !passwords.needsRehash(user.passwordHash)) return;
  const renewed = await passwords.hash(password).catch(() => null);
  if (renewed !== null) await rehashPassword(knex)(user.id, user.passwordHash, renewed);
}

async function open({ knex, tokens }: Deps, userId: string, kind: SessionKind, at: Instant) {
  const token = tokens.newToken();
  const session = { id: uuid(), userId, kind, at, expiresAt: sessionEnd(kind, at) };
  try {
    await openSession(knex)({ ...session, tokenHash: tokens.hashToken(token) });
  } catch (error) {
    throw error instanceof Refused ? wrongCredentials() : error;
  }
  return { ...session, token };
}

function shown({ id, kind, expiresAt }: { id: string; kind: SessionKind; expiresAt: Instant }) {
  return { sessionId: id, expiresAt, idleSeconds: sessionLimits[kind].idleMs / 1_000 };
}

function wrongCredentials(): HttpRefusal {
  return new HttpRefusal(401, 'session.wrong-credentials', { headers: { 'WWW-Authenticate': 'Bearer' } });
}
