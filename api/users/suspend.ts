import { suspendUser as suspend } from '../../db/changes/suspend-user.ts';
import { operation } from '../operation.ts';
import { administering, answerUser, changeUserSeen } from './find.ts';
import { userDetails, userParams } from './schemas.ts';

/** decided.md, People: staff stop anybody, an only administrator too. */
export const suspendUser = operation({
  id: 'suspendUser',
  method: 'post',
  path: '/v1/companies/{id}/users/{userId}/suspension',
  summary: 'Stop a user at once',
  description:
    'For staff of the operator. His sessions and links end in the same moment; profile and rights stay by name, and are his ' +
    'again when he is released.',
  tags: ['Users'],
  caller: ['operator'],
  right: 'user.suspend',
  stepUp: true,
  params: userParams,
  responses: { 200: { description: 'The user as he stands now.', schema: userDetails, versioned: true } },
  refusals: {
    403: ['user.own-rights'],
    409: ['user.deactivated', 'user.suspended'],
  },
  handle: (call, deps) =>
    changeUserSeen(call, deps, () => suspend(deps.knex)(administering(call, call.request))),
  answer: answerUser,
});
