import { changeUser as change } from '../../db/changes/change-user.ts';
import { operation } from '../operation.ts';
import { administering, answerUser, findUser } from './find.ts';
import { userChangeBody, userDetails, userParams } from './schemas.ts';

/** UM-12, Edit: who belongs to this company alone is its administrators’ to change. */
export const changeUser = operation({
  id: 'changeUser',
  method: 'patch',
  path: '/v1/companies/{id}/users/{userId}',
  summary: 'Change the data of a user',
  description:
    'What is left out stays as it is. A new username or address kills every link under way to the user. Who belongs to ' +
    'another company too changes his data himself.',
  tags: ['Users'],
  caller: ['user', 'operator'],
  right: 'user.administer',
  stepUp: true,
  params: userParams,
  body: userChangeBody,
  ifMatch: true,
  responses: { 200: { description: 'The user as he stands now.', schema: userDetails, versioned: true } },
  refusals: {
    403: ['user.profile-above', 'user.own-rights'],
    409: ['user.in-other-companies', 'user.version-stale', 'user.username-taken'],
    422: ['user.username-is-address'],
  },
  handle: async (call, deps) => {
    await findUser(call, deps);
    await change(deps.knex)(administering(call), call.body, call.version);
    return findUser(call, deps);
  },
  answer: answerUser,
});
