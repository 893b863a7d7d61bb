import { z } from 'zod';
import { endUserSessions as end } from '../../db/changes/change-user.ts';
import { checkIdentity } from '../../domain/user.ts';
import { orThrow } from '../../domain/verdict.ts';
import { noContent, ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { pageQuery } from '../pages.ts';
import { pageOfSessions } from '../sessions/page.ts';
import { userSessions } from '../sessions/schemas.ts';
import { administering, findUser } from './find.ts';
import { userParams, userSessionParams } from './schemas.ts';

const common = { tags: ['Users'] as [string], caller: ['user', 'operator'] as ['user', 'operator'] };

/** Where a user is logged in (check 46); the sessions of who belongs to another company too are his own affair. */
export const listUserSessions = operation({
  ...common,
  id: 'listUserSessions',
  method: 'get',
  path: '/v1/companies/{id}/users/{userId}/sessions',
  summary: 'Where a user is logged in',
  description: 'Every log-in that is open, newest first.',
  right: 'user.administer',
  params: userParams,
  query: z.strictObject(pageQuery),
  responses: { 200: { description: 'His sessions.', schema: userSessions } },
  refusals: { 409: ['user.in-other-companies'] },
  handle: async (call, deps) => {
    const { user } = await findUser(call, deps);
    const isStaff = call.caller.kind === 'operator';
    const author = { id: call.caller.id, standing: isStaff ? 'internal' : 'administrator' } as const;
    orThrow(checkIdentity(author, user.isElsewhere));
    return pageOfSessions(deps.knex, user.userId, call.receivedAt, call.query);
  },
  answer: (page) => ok(page),
});

/** Logged out everywhere, at once. */
export const endUserSessions = operation({
  ...common,
  id: 'endUserSessions',
  method: 'delete',
  path: '/v1/companies/{id}/users/{userId}/sessions',
  summary: 'Log a user out everywhere',
  description: 'Every session of his ends at once; he may log in again.',
  right: 'user.administer',
  params: userParams,
  responses: { 204: { description: 'He is logged out.' } },
  refusals: { 403: ['user.profile-above', 'user.own-rights'], 409: ['user.in-other-companies'] },
  handle: async (call, deps) => {
    await findUser(call, deps);
    await end(deps.knex)(administering(call), null);
  },
  answer: () => noContent(),
});

/** Logged out in one place. */
export const endUserSession = operation({
  ...common,
  id: 'endUserSession',
  method: 'delete',
  path: '/v1/companies/{id}/users/{userId}/sessions/{sessionId}',
  summary: 'End one session of a user',
  description: 'One that is over already stays so.',
  right: 'user.administer',
  params: userSessionParams,
  responses: { 204: { description: 'It is over.' } },
  refusals: { 403: ['user.profile-above', 'user.own-rights'], 409: ['user.in-other-companies'] },
  handle: async (call, deps) => {
    await findUser(call, deps);
    await end(deps.knex)(administering(call), call.params.sessionId);
  },
  answer: () => noContent(),
});
