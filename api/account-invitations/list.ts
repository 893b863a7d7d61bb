import { accountInvitations } from '../../db/queries/account-invitations.ts';
import { invitationStage } from '../../domain/account-invitation.ts';
import { localTimeOf } from '../../domain/calendar.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { cutPage, idOfCursor } from '../pages.ts';
import { invitationPage, invitationQuery } from './schemas.ts';

/** Customer staff are asked "where is my mail?"; an issuer is not told who came in (UP-15). */
export const listAccountInvitations = operation({
  id: 'listAccountInvitations',
  method: 'get',
  path: '/v1/account-invitations',
  summary: 'Invitations that documents sent',
  description: 'The latest first: where each went, until when its link works, and what became of it.',
  tags: ['Account invitations'],
  caller: ['operator'],
  right: 'account-invitation.read',
  query: invitationQuery,
  responses: { 200: { description: 'A page of invitations.', schema: invitationPage } },
  refusals: {},
  handle: async (call, { knex }) => {
    const { limit, after, clientCode } = call.query;
    if (!call.reach().everything) return { items: [], next: null };
    const page = { limit: limit + 1, after: idOfCursor(after) };
    const found = await accountInvitations(knex, { clientCode }, page);
    return cutPage(found, limit, ({ invitation: { id } }) => [id]);
  },
  answer: ({ items, next }) =>
    ok({
      items: items.map(({ invitation, clientCode, email }) => {
        const { id, invitedAt, endsAt, closed, terms } = invitation;
        return {
          ...{ id, clientCode, email, stage: invitationStage(invitation), invitedAt, endsAt },
          ...{ localEndsAt: localTimeOf(endsAt, terms.zone), zone: terms.zone },
          closedAt: closed?.at ?? null,
        };
      }),
      next,
    }),
});
