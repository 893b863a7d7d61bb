import { deactivateUser as deactivate } from '../../db/changes/deactivate-user.ts';
import { operation } from '../operation.ts';
import { administering, answerUser, changeUserSeen } from './find.ts';
import { userDetails, userParams } from './schemas.ts';

/** WF-04, UM-19: never deleted, but out at once and without any right. */
export const deactivateUser = operation({
  id: 'deactivateUser',
  method: 'post',
  path: '/v1/companies/{id}/users/{userId}/deactivation',
  summary: 'Deactivate a user',
  description:
    'His rights here go, and with the last company that he belongs to his sessions, links and tokens, all in the same ' +
    'moment. What he was to hear of goes to you. He stays in the list. The last active administrator stays.',
  tags: ['Users'],
  caller: ['user', 'operator'],
  right: 'user.administer',
  stepUp: true,
  params: userParams,
  responses: { 200: { description: 'The user as he stands now.', schema: userDetails, versioned: true } },
  refusals: {
    403: ['user.profile-above', 'user.own-rights'],
    409: ['user.deactivated', 'user.last-administrator', 'user.main-contact'],
  },
  handle: (call, deps) =>
    changeUserSeen(call, deps, () => deactivate(deps.knex)(administering(call, call.request))),
  answer: answerUser,
});
