import { z } from 'zod';
import { membershipInvitationOwner } from '../../db/queries/user-provisionings.ts';
import { checkAcceptance } from '../../domain/user-provisioning.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { accept } from '../../workflows/user-provisioning/messages.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { pageQuery } from '../pages.ts';
import { pageOfInvitations } from './page.ts';
import { joined, ownInvitationParams, ownInvitations } from './schemas.ts';

/** Companies that ask the caller to join them (decided.md, People). */
export const listOwnInvitations = operation({
  id: 'listOwnInvitations',
  method: 'get',
  path: '/v1/me/invitations',
  summary: 'Companies that ask you to join',
  description: 'Invitations you have not answered and whose time is not over.',
  tags: ['Invitations'],
  caller: ['user'],
  right: 'self',
  query: z.strictObject(pageQuery),
  responses: { 200: { description: 'Your invitations.', schema: ownInvitations } },
  refusals: {},
  handle: ({ caller, receivedAt, query }, { knex }) =>
    pageOfInvitations(knex, { user_id: caller.id }, receivedAt, query),
  answer: ({ items, next }) =>
    ok({
      items: items.map(({ id, companyId, companyName, profile, invitedAt, endsAt }) => ({
        ...{ id, companyId, companyName, profile, invitedAt, endsAt },
      })),
      next,
    }),
});

/** A further membership begins with the person’s own yes, given while logged in. */
export const acceptOwnInvitation = operation({
  id: 'acceptOwnInvitation',
  method: 'post',
  path: '/v1/me/invitations/{id}/acceptance',
  summary: 'Join a company',
  description: 'You belong to it from now on, under your present username and password.',
  tags: ['Invitations'],
  caller: ['user'],
  right: 'self',
  params: ownInvitationParams,
  responses: { 200: { description: 'You belong to it.', schema: joined } },
  refusals: { 409: ['invitation.over', 'user.already-member'], 503: ['service.temporal-away'] },
  handle: async (call, { knex, lives }) => {
    const { caller, request, receivedAt, params } = call;
    const whose = await membershipInvitationOwner(knex, params.id);
    if (whose?.userId !== caller.id) throw new Refused(hidden);
    return call.once(() =>
      lives.command({
        life: 'user-provisioning',
        id: params.id,
        update: accept,
        check: (row) => checkAcceptance(row, receivedAt),
        message: { provisioningId: params.id, actor: eventActorOf(caller), request },
      }),
    );
  },
  answer: ({ companyId, acceptedAt }) => ok({ companyId, acceptedAt }),
});
