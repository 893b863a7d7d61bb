import { z } from 'zod';
import { inviteMember as invite } from '../../db/changes/invite-member.ts';
import type { MembershipInvitation } from '../../db/queries/user-provisionings.ts';
import { membershipInvitationOwner } from '../../db/queries/user-provisionings.ts';
import { checkResend } from '../../domain/user-provisioning.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { withdraw } from '../../workflows/user-provisioning/messages.ts';
import { noContent, ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { pageQuery } from '../pages.ts';
import { findCompany } from '../users/find.ts';
import { companyParams, membershipBody } from '../users/schemas.ts';
import { pageOfInvitations } from './page.ts';
import { invitationParams, sentInvitation, sentInvitations } from './schemas.ts';

const common = { tags: ['Invitations'] as [string], caller: ['user', 'operator'] as ['user', 'operator'] };

/** A further membership of a person who may exist: never told whether he does. */
export const inviteMember = operation({
  ...common,
  id: 'inviteMember',
  method: 'post',
  path: '/v1/companies/{id}/invitations',
  summary: 'Ask somebody who has a username to join',
  description:
    'Whoever has exactly this username gets a mail and accepts while logged in, within 72 hours unless policy says otherwise. Whether anybody has it is not told: the ' +
    'answer and the list are the same. For a new username create a user.',
  right: 'user.administer',
  stepUp: true,
  params: companyParams,
  body: membershipBody,
  responses: { 202: { description: 'If he exists, he is asked.', schema: sentInvitation } },
  refusals: {
    403: ['user.profile-above'],
    409: ['invitation.open', 'user.already-member'],
    429: ['request.too-many'],
  },
  handle: async (call, deps) => {
    const { companyId } = await findCompany(call, deps);
    const { username, profile } = call.body;
    const { id, endsAt } = await call.once(async () => {
      await deps.limits.spend('invitationsOfCompany', companyId);
      const asked = { companyId, username, profile };
      return invite(deps.knex)(asked, eventActorOf(call.caller), call.receivedAt, call.request);
    });
    return { id, typed: username, profile, invitedAt: call.receivedAt, endsAt };
  },
  answer: (invitation) => ({ ...ok(presentSent(invitation)), status: 202 }),
});

/** What the company has asked and nobody has answered. */
export const listInvitations = operation({
  ...common,
  id: 'listInvitations',
  method: 'get',
  path: '/v1/companies/{id}/invitations',
  summary: 'Invitations to join a company',
  description: 'As they were written, oldest first, until they are accepted, withdrawn or over.',
  right: 'user.read',
  params: companyParams,
  query: z.strictObject(pageQuery),
  responses: { 200: { description: 'The invitations.', schema: sentInvitations } },
  refusals: {},
  handle: async (call, deps) => {
    const { companyId } = await findCompany(call, deps);
    return pageOfInvitations(deps.knex, { company_id: companyId }, call.receivedAt, call.query);
  },
  answer: ({ items, next }) => ok({ items: items.map(presentSent), next }),
});

/** Before it is accepted. */
export const withdrawInvitation = operation({
  ...common,
  id: 'withdrawInvitation',
  method: 'post',
  path: '/v1/companies/{id}/invitations/{invitationId}/withdrawal',
  summary: 'Withdraw an invitation to join',
  description: 'Nobody can accept it any more. A new user who was invited is deactivated instead.',
  right: 'user.administer',
  params: invitationParams,
  responses: { 204: { description: 'It is withdrawn.' } },
  refusals: { 409: ['invitation.accepted', 'invitation.over'], 503: ['service.temporal-away'] },
  handle: async (call, deps) => {
    const { companyId } = await findCompany(call, deps);
    const { caller, request, params } = call;
    const whose = await membershipInvitationOwner(deps.knex, params.invitationId);
    if (whose?.companyId !== companyId) throw new Refused(hidden);
    await call.once(() =>
      deps.lives.command({
        life: 'user-provisioning',
        id: params.invitationId,
        update: withdraw,
        check: checkResend,
        message: { provisioningId: params.invitationId, actor: eventActorOf(caller), request },
      }),
    );
  },
  answer: () => noContent(),
});

type Sent = Pick<MembershipInvitation, 'id' | 'typed' | 'profile' | 'invitedAt' | 'endsAt'>;

function presentSent({ id, typed, profile, invitedAt, endsAt }: Sent) {
  return { id, username: typed, profile, invitedAt, endsAt };
}
