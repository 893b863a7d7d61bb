import { accountsWithRights, activeMemberships, holdingsOfMembers } from '../../db/queries/rights.ts';
import type { Texts } from '../../texts/languages.ts';
import type { HoldingMember } from '../../domain/holding.ts';
import { grantedRights } from '../../domain/holding.ts';
import { isNothing } from '../../domain/right-set.ts';
import type { Language } from '../../texts/languages.ts';
import { sayFirst } from '../../texts/languages.ts';
import type { Answer } from '../answers.ts';
import { ok } from '../answers.ts';
import type { Deps } from '../deps.ts';
import { selfOf } from '../me/self.ts';
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
  handle: async (call, deps) => accessOf(deps, (await findUser(call, deps)).user),
  answer: (found, { language }) => answerAccess(found, language),
});

/** The same about oneself: where to look for what is greyed, and to ask for it (UM-15). */
export const listOwnAccess = operation({
  id: 'listOwnAccess',
  method: 'get',
  path: '/v1/me/rights',
  summary: 'In which applications you have access',
  description: 'Every application of every account of your companies, and of the clients of your router.',
  tags: ['Me'],
  caller: ['user', 'operator'],
  right: 'self',
  responses: { 200: { description: 'Account by account.', schema: accessList } },
  refusals: {},
  handle: async ({ caller }, deps) => {
    const members = await activeMemberships(deps.knex, selfOf(caller).userId);
    return (await Promise.all(members.map((member) => accessOf(deps, member)))).flat();
  },
  answer: (found, { language }) => answerAccess(found, language),
});

type Access = Awaited<ReturnType<typeof accountsWithRights>>[number] & {
  readonly title: Texts;
  readonly hasAccess: boolean;
  readonly version: number;
};

async function accessOf(
  { knex, registry }: Deps,
  { membershipId, companyId }: HoldingMember,
): Promise<readonly Access[]> {
  const held = await holdingsOfMembers(knex, [{ membershipId, companyId }]);
  const offered = await accountsWithRights(knex, companyId);
  return offered.flatMap((each) => {
    const application = registry.get(each.application);
    if (application === undefined) return [];
    const holding = held.find(
      ({ holderId, accountId, application: key }) =>
        holderId === membershipId && accountId === each.accountId && key === each.application,
    );
    const hasAccess = !isNothing(grantedRights(holding));
    return [{ ...each, title: application.name, hasAccess, version: holding?.version ?? 0 }];
  });
}

function answerAccess(found: readonly Access[], language: Language): Answer {
  return ok({ items: found.map(({ title, ...access }) => ({ ...access, name: sayFirst(title, language) })) });
}
