import { accountById } from '../../db/queries/accounts.ts';
import { holdersOf, reachOfMember } from '../../db/queries/right-reach.ts';
import { isActive } from '../../domain/user.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { sayFirst } from '../../texts/languages.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { findCompany, findUser } from '../users/find.ts';
import { companyParams } from '../users/schemas.ts';
import { askedRight } from './asked-right.ts';
import { rightsOfUserParams } from './schemas.ts';
import { holdersShown, reachShown, rightQuery } from './why-schemas.ts';

/** Everything a user can touch, as it counts now. */
export const readUserReach = operation({
  id: 'readUserReach',
  method: 'get',
  path: '/v1/companies/{id}/users/{userId}/rights/reach',
  summary: 'Everything a user can touch',
  description:
    'What was granted to him, within the boundary of each account and what a router received, as the registry knows it. ' +
    'Who is not active can touch nothing.',
  tags: ['Rights'],
  caller: ['user', 'operator'],
  right: 'user.read',
  params: rightsOfUserParams,
  responses: { 200: { description: 'Account by account.', schema: reachShown } },
  refusals: {},
  handle: async (call, deps) => {
    const { user } = await findUser(call, deps);
    const { membershipId, companyId } = user;
    return isActive(user) ? reachOfMember(deps.knex, deps.registry, { membershipId, companyId }) : [];
  },
  answer: (reached, { language }) =>
    ok({ items: reached.map(({ title, ...each }) => ({ ...each, name: sayFirst(title, language) })) }),
});

/** The other way round: everybody who can touch a thing. */
export const listRightHolders = operation({
  id: 'listRightHolders',
  method: 'get',
  path: '/v1/companies/{id}/rights/holders',
  summary: 'Everybody who can touch a thing',
  description:
    'The active people of the company who may do it now; for an account of the company the routers too, by name: which of ' +
    'their people may, they know themselves.',
  tags: ['Rights'],
  caller: ['user', 'operator'],
  right: 'user.read',
  params: companyParams,
  query: rightQuery,
  responses: { 200: { description: 'All of them.', schema: holdersShown } },
  refusals: { 422: ['rights.scope-incomplete'] },
  handle: async (call, deps) => {
    const { companyId } = await findCompany(call, deps);
    const application = deps.registry.get(call.query.application);
    const account = await accountById(deps.knex, call.query.accountId);
    if (application === undefined || account === null) throw new Refused(hidden);
    const right = askedRight(application, call.query);
    const found = await holdersOf(deps.knex, application, { account, companyId, right });
    if (found === null) throw new Refused(hidden);
    return found;
  },
  answer: (found) => ok(found),
});
