import { companyUsers, userKey, userSorts } from '../../db/queries/company-users.ts';
import type { UserSort } from '../../db/queries/company-users.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { cursorFault, cutPage, keyOfCursor } from '../pages.ts';
import { findCompany } from './find.ts';
import { presentUser } from './present.ts';
import { companyParams, usersPage, usersQuery } from './schemas.ts';

/** My users (UM-12): sortable by each column, with the deactivated ones on request. */
export const listUsers = operation({
  id: 'listUsers',
  method: 'get',
  path: '/v1/companies/{id}/users',
  summary: 'The users of a company',
  description:
    'By username unless told otherwise. Deactivated users stay in the list and are shown on request. People who were ' +
    'asked to join and have not answered are in the list of invitations.',
  tags: ['Users'],
  caller: ['user', 'operator'],
  right: 'user.read',
  params: companyParams,
  query: usersQuery,
  responses: { 200: { description: 'A page of users.', schema: usersPage } },
  refusals: {},
  handle: async (call, deps) => {
    const { companyId, name } = await findCompany(call, deps);
    const { limit, sort, order, deactivated = false } = call.query;
    const users = await companyUsers(deps.knex, companyId, {
      sort,
      isDescending: order === 'descending',
      withDeactivated: deactivated,
      limit: limit + 1,
      after: afterOf(call.query.after, sort),
    });
    return { ...cutPage(users, limit, (user) => [sort, ...userKey(user, sort)]), name };
  },
  answer: ({ items, next, name }) => ok({ items: items.map((user) => presentUser(user, name)), next }),
});

/** A cursor belongs to the order it was cut in. */
function afterOf(cursor: string | undefined, sort: UserSort): readonly [string, string] | null {
  const key = keyOfCursor(cursor, ['string', 'string', 'id']);
  if (key === null) return null;
  const [sorted, value, id] = key.map(String);
  if (sorted !== sort || !userSorts.includes(sort)) throw cursorFault();
  return [value ?? '', id ?? ''];
}
