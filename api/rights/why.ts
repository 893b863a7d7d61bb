import { trailMembers } from '../../db/queries/right-trail.ts';
import { ok } from '../answers.ts';
import { selfOf } from '../me/self.ts';
import { operation } from '../operation.ts';
import { findUser } from '../users/find.ts';
import { explainFor, presentExplained } from './explain.ts';
import { rightsOfUserParams } from './schemas.ts';
import { rightQuery, whyShown } from './why-schemas.ts';

/** UM-15, UM-26: why somebody may do something, or what stands in the way. */
export const explainUserRight = operation({
  id: 'explainUserRight',
  method: 'get',
  path: '/v1/companies/{id}/users/{userId}/rights/why',
  summary: 'Why a user may do something, or may not',
  description:
    'Whether the right counts at this moment, with every grant through which it came, up to the operator; or the one ' +
    'condition that fails, with a stable code.',
  tags: ['Rights'],
  caller: ['user', 'operator'],
  right: 'user.read',
  params: rightsOfUserParams,
  query: rightQuery,
  responses: { 200: { description: 'The explanation.', schema: whyShown } },
  refusals: { 422: ['rights.scope-incomplete'] },
  handle: async (call, deps) => {
    const { user } = await findUser(call, deps);
    const members = await trailMembers(deps.knex, (query) => {
      void query.where({ 'm.id': user.membershipId });
    });
    return explainFor(deps, members, call.query);
  },
  answer: (explained, { language }) => ok(presentExplained(explained, language)),
});

/** The same about oneself. */
export const explainOwnRight = operation({
  id: 'explainOwnRight',
  method: 'get',
  path: '/v1/me/rights/why',
  summary: 'Why you may do something, or may not',
  description: 'As an administrator sees it of you. All that you hold is in the list of your accounts.',
  tags: ['Me'],
  caller: ['user', 'operator'],
  right: 'self',
  query: rightQuery,
  responses: { 200: { description: 'The explanation.', schema: whyShown } },
  refusals: { 404: ['not-found'], 422: ['rights.scope-incomplete'] },
  handle: async (call, deps) => {
    const { userId } = selfOf(call.caller);
    const members = await trailMembers(deps.knex, (query) => {
      void query.where({ 'm.user_id': userId });
    });
    return explainFor(deps, members, call.query);
  },
  answer: (explained, { language }) => ok(presentExplained(explained, language)),
});
