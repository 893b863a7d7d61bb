import { reactivateUser as reactivate } from '../../db/changes/deactivate-user.ts';
import { operation } from '../operation.ts';
import { administering, answerUser, changeUserSeen } from './find.ts';
import { userDetails, userParams } from './schemas.ts';

/** WF-04: identity comes back, rights do not. */
export const reactivateUser = operation({
  id: 'reactivateUser',
  method: 'post',
  path: '/v1/companies/{id}/users/{userId}/reactivation',
  summary: 'Let a deactivated user return',
  description: 'He logs in as before, as a user without any right: profile and rights are given anew.',
  tags: ['Users'],
  caller: ['user', 'operator'],
  right: 'user.administer',
  stepUp: true,
  params: userParams,
  responses: { 200: { description: 'The user as he stands now.', schema: userDetails, versioned: true } },
  refusals: {
    403: ['user.profile-above', 'user.own-rights'],
    409: ['user.not-deactivated'],
  },
  handle: (call, deps) =>
    changeUserSeen(call, deps, () => reactivate(deps.knex)(administering(call, call.request))),
  answer: answerUser,
});
