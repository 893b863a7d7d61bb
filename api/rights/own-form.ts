import { accountById, scopeValuesOf } from '../../db/queries/accounts.ts';
import { givingOf } from '../../db/queries/giving.ts';
import { activeMemberships, holdingOf, memberOn, rightsOfMembers } from '../../db/queries/rights.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { ok } from '../answers.ts';
import { selfOf } from '../me/self.ts';
import { operation } from '../operation.ts';
import { presentForm } from './present.ts';
import { ownRightsParams, rightsForm, rightsFormQuery } from './schemas.ts';

/** UM-15: one's own form; what is not held is grey, with the reason and whether it can be asked for (WF-05). */
export const readOwnRights = operation({
  id: 'readOwnRights',
  method: 'get',
  path: '/v1/me/rights/{accountId}/{application}',
  summary: 'Your rights in an application',
  description:
    'Every option of the application on that account: whether you hold it, and if not, why. Where `canBeAsked` says so, a ' +
    'request for rights may bring it.',
  tags: ['Me'],
  caller: ['user', 'operator'],
  right: 'self',
  params: ownRightsParams,
  query: rightsFormQuery,
  responses: { 200: { description: 'The form.', schema: rightsForm, versioned: true } },
  refusals: { 404: ['not-found'] },
  handle: async ({ caller, params }, { knex, registry }) => {
    const { userId } = selfOf(caller);
    const application = registry.get(params.application);
    const account = await accountById(knex, params.accountId);
    const members = await activeMemberships(knex, userId);
    const member = account && (await memberOn(knex, members, account));
    if (application === undefined || account === null || member === null) throw new Refused(hidden);
    const author = { id: userId, standing: 'user' } as const;
    const { boundary, routerType } = await givingOf(knex, member.companyId, author, application, account);
    const on = { accountId: account.accountId, application: application.key };
    const effective = (await rightsOfMembers(knex, registry, [member], on)).flatMap(({ rights }) => rights);
    return {
      account,
      application,
      holding: await holdingOf(knex, { holderKind: 'user', holderId: member.membershipId, ...on }),
      // What is his own is not grey; nobody gives himself more.
      giving: { boundary, routerType, ceiling: effective, own: null },
      accountValues: await scopeValuesOf(knex, account.accountId),
    };
  },
  answer: (ground, { query, language }) =>
    ok(presentForm(ground, query.profile ?? null, language, 'own'), {
      version: ground.holding?.version ?? 0,
    }),
});
