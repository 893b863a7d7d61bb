import { setSelfReset } from '../../db/changes/change-user.ts';
import { operation } from '../operation.ts';
import { administering, answerUser, changeUserSeen } from './find.ts';
import { selfResetBody, userDetails, userParams } from './schemas.ts';

/** UM-24: the permission; links under way die with every change of it. */
export const setUserSelfReset = operation({
  id: 'setUserSelfReset',
  method: 'put',
  path: '/v1/companies/{id}/users/{userId}/self-reset',
  summary: 'Allow a user to reset his password by himself, or not',
  description:
    'Without it a forgotten password is a matter of the administrator, then of customer service. Administrators may always ' +
    'reset theirs.',
  tags: ['Users'],
  caller: ['user', 'operator'],
  right: 'user.administer',
  stepUp: true,
  params: userParams,
  body: selfResetBody,
  responses: { 200: { description: 'The user as he stands now.', schema: userDetails, versioned: true } },
  refusals: {
    403: ['user.profile-above', 'user.own-rights'],
    409: ['user.in-other-companies'],
  },
  handle: (call, deps) =>
    changeUserSeen(call, deps, () => setSelfReset(deps.knex)(administering(call), call.body.allowed)),
  answer: answerUser,
});
