import { accountsWithRights, holdingsOfMembers } from '../../db/queries/rights.ts';
import { grantedRights } from '../../domain/holding.ts';
import { isNothing } from '../../domain/right-set.ts';
import { sayFirst } from '../../texts/languages.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { findUser } from '../users/find.ts';
import { accessList, rightsOfUserParams } from './schemas.ts';

/** UM-16: the account first, then its applications with what the user has access to. */
export const listUserAccess = operation({
  id: 'listUserAccess',
  method: 'get',
  path: '/v1/companies/{id}/users/{userId}/rights',
  summary: 'In which applications a user has access',
  description:
    'Every application that the operator lets the company use, account by account; for people of a router those of its ' +
    'clients as well. Whether the user holds anything there.',
  tags: ['Rights'],
  caller: ['user', 'operator'],
  right: 'user.read',
  params: rightsOfUserParams,
  responses: { 200: { description: 'Account by account.', schema: accessList } },
  refusals: {},
  handle: async (call, deps) => {
    const { user } = await findUser(call, deps);
    const { membershipId, companyId } = user;
    const held = await holdingsOfMembers(deps.knex, [{ membershipId, companyId }]);
    const offered = await accountsWithRights(deps.knex, companyId);
    return offered.flatMap((each) => {
      const application = deps.registry.get(each.application);
      if (application === undefined) return [];
      const holding = held.find(
        ({ holderId, accountId, application: key }) =>
          holderId === membershipId && accountId === each.accountId && key === each.application,
      );
      const hasAccess = !isNothing(grantedRights(holding));
      return [{ ...each, title: application.name, hasAccess, version: holding?.version ?? 0 }];
    });
  },
  answer: (found, { language }) =>
    ok({ items: found.map(({ title, ...access }) => ({ ...access, name: sayFirst(title, language) })) }),
});
