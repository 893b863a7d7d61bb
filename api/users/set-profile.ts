import { setProfile } from '../../db/changes/change-user.ts';
import { operation } from '../operation.ts';
import { administering, answerUser, changeUserSeen } from './find.ts';
import { profileBody, userDetails, userParams } from './schemas.ts';

/** UM-05: an administrator is made by an administrator; the last one stays (UM-06). */
export const setUserProfile = operation({
  id: 'setUserProfile',
  method: 'put',
  path: '/v1/companies/{id}/users/{userId}/profile',
  summary: 'Make a user administrator, or no longer',
  description:
    'The same profile again changes nothing. The last active administrator of a company keeps the profile: make somebody ' +
    'else administrator first.',
  tags: ['Users'],
  caller: ['user', 'operator'],
  right: 'user.administer',
  stepUp: true,
  params: userParams,
  body: profileBody,
  responses: { 200: { description: 'The user as he stands now.', schema: userDetails, versioned: true } },
  refusals: {
    403: ['user.profile-above', 'user.own-rights'],
    409: ['user.deactivated', 'user.last-administrator'],
  },
  handle: (call, deps) =>
    changeUserSeen(call, deps, () => setProfile(deps.knex)(administering(call), call.body.profile)),
  answer: answerUser,
});
