import { touchSession } from '../db/changes/touch-session.ts';
import { serviceTokenByHash, sessionByTokenHash } from '../db/queries/identity.ts';
import type { ActiveSession } from '../db/queries/identity.ts';
import { activeMemberships, rightsOfMembers } from '../db/queries/rights.ts';
import { plusMilliseconds } from '../domain/calendar.ts';
import { isWithin } from '../domain/place.ts';
import { objectRightsOf } from '../domain/object-rights.ts';
import type { Actor, IssuerActor, PostboxGrant, SiteActor } from '../domain/rights.ts';
import { needsObjectRights } from '../domain/action-rules.ts';
import { postboxApplication, postboxGrantsOf } from '../domain/postbox-rights.ts';
import { isSessionOver, seenEveryMs } from '../domain/session.ts';
import { isLanguage } from '../texts/languages.ts';
import type { Caller } from './caller.ts';
import type { ApiContext } from './context.ts';
import type { Deps } from './deps.ts';
import { languageOf } from './language.ts';
import type { AnyOperation } from './operation.ts';
import { HttpRefusal } from './refusal.ts';
import { sessionCookie } from './sessions/cookie.ts';

/** Tokens as we make them; anything else is not looked up. */
const tokenForm = /^[A-Za-z0-9_-]{43}$/;

/**
 * Who is calling, from the `Authorization` header or else the session cookie. The store is asked at every request,
 * so that a log-out, a deactivation or a lost right acts at once; when it is away nobody gets in (I11).
 */
export async function identify(ctx: ApiContext, deps: Deps): Promise<Caller> {
  const { token, via } = tokenOf(ctx);
  const hash = deps.tokens.hashToken(token);
  const session = await sessionByTokenHash(deps.knex, hash, ctx.state.receivedAt);
  const caller =
    session === null ? await tokenCaller(ctx, deps, hash, via) : await sessionCaller(ctx, deps, session, via);
  if (caller === null) throw new HttpRefusal(401, 'session.ended', { headers: challenge });
  if (caller.language !== null) ctx.state.language = languageOf(ctx, caller.language);
  return caller;
}

const challenge = { 'WWW-Authenticate': 'Bearer' };

function tokenOf(ctx: ApiContext): { token: string; via: 'bearer' | 'cookie' } {
  const header = ctx.get('Authorization');
  const token = header === '' ? ctx.cookies.get(sessionCookie) : /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (header === '' && token === undefined)
    throw new HttpRefusal(401, 'session.required', { headers: challenge });
  if (token === undefined || !tokenForm.test(token)) {
    throw new HttpRefusal(401, 'session.ended', { headers: challenge });
  }
  return { token, via: header === '' ? 'cookie' : 'bearer' };
}

/** A session is good for the way it was opened only: a cookie's token is no bearer token. */
async function sessionCaller(
  ctx: ApiContext,
  deps: Deps,
  session: ActiveSession,
  via: 'bearer' | 'cookie',
): Promise<Caller | null> {
  const now = ctx.state.receivedAt;
  if (session.kind !== via || isSessionOver({ ...session, endedAt: null }, now)) return null;
  const isSeenLately = session.lastSeenAt > plusMilliseconds(now, -seenEveryMs);
  if (!isSeenLately) await touchSession(deps.knex)(session.id, now);
  const actor = actorOf(session, await grantsOf(session, deps));
  const language = isLanguage(session.user.language) ? session.user.language : null;
  return {
    kind: actor.kind,
    id: actor.id,
    actor,
    via,
    sessionId: session.id,
    provenAt: session.provenAt,
    language,
    needs: session.needs,
  };
}

/** Staff act as staff: who has a role at the operator or a site never acts as a customer under the same log-in. */
function actorOf(
  { user, memberships, staffRoles }: ActiveSession,
  grants: readonly PostboxGrant[],
): Exclude<Actor, { kind: 'anonymous' }> {
  if (staffRoles.some(({ role }) => role === 'operator')) return { kind: 'operator', id: user.id };
  const siteIds = staffRoles.flatMap(({ siteId }) => (siteId === null ? [] : [siteId]));
  if (siteIds.length > 0) return { kind: 'site', id: user.id, siteIds };
  return { kind: 'user', id: user.id, memberships, grants };
}

/** Read at every request too: a right that was taken back is gone with the next one. */
async function grantsOf({ memberships }: ActiveSession, { knex, registry }: Deps) {
  const members = memberships.map(({ id, companyId }) => ({ membershipId: id, companyId }));
  return postboxGrantsOf(await rightsOfMembers(knex, registry, members, { application: postboxApplication }));
}

/** The caller with his rights on objects of the applications, where the operation asks for them: read at every request. */
export async function withObjectRights(
  { right }: AnyOperation,
  caller: Caller,
  { knex, registry }: Deps,
): Promise<Caller> {
  const { actor } = caller;
  if (actor.kind !== 'user' || right === 'self' || right === 'public' || !needsObjectRights(right))
    return caller;
  const members = await activeMemberships(knex, actor.id);
  const objectRights = objectRightsOf(registry, await rightsOfMembers(knex, registry, members));
  return { ...caller, actor: { ...actor, objectRights } };
}

/** A token that was stolen is of no use elsewhere, where its list says so (decided.md, Places). */
async function tokenCaller(
  ctx: ApiContext,
  { knex }: Deps,
  hash: string,
  via: 'bearer' | 'cookie',
): Promise<Caller | null> {
  const token = via === 'bearer' ? await serviceTokenByHash(knex, hash) : null;
  if (token === null) return null;
  if (token.networks !== null && !isWithin(ctx.state.clientAddress, token.networks)) return null;
  const { id } = token;
  const actor: SiteActor | IssuerActor =
    token.of === 'site'
      ? { kind: 'site', id, siteIds: [token.siteId] }
      : { kind: 'issuer', id, issuerIds: [token.issuerId] };
  return {
    kind: actor.kind,
    id,
    actor,
    via,
    sessionId: null,
    provenAt: null,
    language: null,
    needs: null,
  };
}
