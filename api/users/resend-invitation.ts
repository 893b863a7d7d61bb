import { inviteAgain } from '../../db/changes/invite-member.ts';
import { checkResend } from '../../domain/user-provisioning.ts';
import { resend } from '../../workflows/user-provisioning/messages.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { operation } from '../operation.ts';
import { administering, answerUser, findUser } from './find.ts';
import type { UserSeen } from './present.ts';
import { userDetails, userParams } from './schemas.ts';

/** WF-02: while nobody has accepted, and after the invitation has lapsed. */
export const resendInvitation = operation({
  id: 'resendInvitation',
  method: 'post',
  path: '/v1/companies/{id}/users/{userId}/invitation',
  summary: 'Send an invitation again',
  description:
    'A new mail with a new link and its whole time; the link before is dead from now on. Possible until he has accepted, ' +
    'also when his invitation is over; not while he is suspended, for his links are dead then.',
  tags: ['Users'],
  caller: ['user', 'operator'],
  right: 'user.administer',
  params: userParams,
  responses: { 200: { description: 'A new link is on its way.', schema: userDetails, versioned: true } },
  refusals: {
    403: ['user.profile-above', 'user.own-rights'],
    409: [
      ...['invitation.accepted', 'invitation.open', 'invitation.over'],
      ...['user.deactivated', 'user.suspended'],
    ],
    429: ['request.too-many'],
    503: ['service.temporal-away'],
  },
  handle: async (call, deps) => {
    const seen = await findUser(call, deps);
    await call.once(async () => {
      await deps.limits.spend('linkMailsToAddress', seen.user.email);
      return sendAgain(call, deps, seen);
    });
    return findUser(call, deps);
  },
  answer: answerUser,
});

type ResendCall = Call<{ readonly id: string; readonly userId: string }, unknown, unknown>;

/** The life that is open sends again; one that is over has a successor. */
async function sendAgain(call: ResendCall, { knex, lives }: Deps, { provisioning }: UserSeen) {
  const { request } = call;
  const { actor, at, ...whom } = administering(call);
  if (provisioning?.closed !== null) return inviteAgain(knex)(whom, actor, at, request);
  const message = { provisioningId: provisioning.id, actor, request };
  const { id, endsAt } = await lives.command({
    life: 'user-provisioning',
    id: provisioning.id,
    update: resend,
    check: checkResend,
    message,
  });
  return { id, endsAt };
}
