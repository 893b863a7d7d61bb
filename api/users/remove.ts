import { removeUser as remove } from '../../db/changes/deactivate-user.ts';
import { noContent } from '../answers.ts';
import { operation } from '../operation.ts';
import { administering, findUser } from './find.ts';
import { userParams } from './schemas.ts';

/** only where the brand removes users at all. */
export const removeUser = operation({
  id: 'removeUser',
  method: 'delete',
  path: '/v1/companies/{id}/users/{userId}',
  summary: 'Remove a deactivated user',
  description:
    'Only in a brand that removes users; a business portal deactivates them for good. He leaves the list, and when he ' +
    'belongs to no other company his data are gone.',
  tags: ['Users'],
  caller: ['user', 'operator'],
  right: 'user.administer',
  stepUp: true,
  params: userParams,
  responses: { 204: { description: 'He is removed.' } },
  refusals: {
    403: ['user.profile-above', 'user.own-rights'],
    409: ['user.removal-not-offered', 'user.not-deactivated'],
  },
  handle: async (call, deps) => {
    await findUser(call, deps);
    await remove(deps.knex)(administering(call));
  },
  answer: () => noContent(),
});
