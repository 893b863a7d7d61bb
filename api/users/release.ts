import { releaseUser as release } from '../../db/changes/suspend-user.ts';
import { operation } from '../operation.ts';
import { administering, answerUser, changeUserSeen } from './find.ts';
import { userDetails, userParams } from './schemas.ts';

/** The end of a suspension by staff. */
export const releaseUser = operation({
  id: 'releaseUser',
  method: 'delete',
  path: '/v1/companies/{id}/users/{userId}/suspension',
  summary: 'Let a suspended user in again',
  description: 'For staff of the operator. He is again what he was.',
  tags: ['Users'],
  caller: ['operator'],
  right: 'user.suspend',
  stepUp: true,
  params: userParams,
  responses: { 200: { description: 'The user as he stands now.', schema: userDetails, versioned: true } },
  refusals: {
    403: ['user.own-rights'],
    409: ['user.not-suspended'],
  },
  handle: (call, deps) => changeUserSeen(call, deps, () => release(deps.knex)(administering(call))),
  answer: answerUser,
});
