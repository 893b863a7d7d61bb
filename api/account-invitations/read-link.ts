import { localTimeOf } from '../../domain/calendar.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { behindLink } from './by-link.ts';
import { invitationBehind, invitationLinkBody } from './schemas.ts';

/** What the page behind the link shows; it spends nothing (check 37). */
export const readAccountInvitationLink = operation({
  id: 'readAccountInvitationLink',
  method: 'post',
  path: '/v1/account-invitations/link',
  summary: 'See what an invitation leads to',
  description: 'For whom the link is, and whether a password is to be chosen. It still works afterwards.',
  tags: ['Account invitations'],
  caller: 'anyone',
  right: 'public',
  body: invitationLinkBody,
  responses: { 200: { description: 'It works.', schema: invitationBehind } },
  refusals: { 409: ['link.unusable'], 429: ['request.too-many'] },
  idempotency: { none: 'it changes nothing; a token does not belong in an address.' },
  handle: async (call, deps) => (await behindLink(call, deps, null)).behind,
  answer: ({ way, email, companyName, issuerName, clientCodes, endsAt, zone }) =>
    ok({
      ...{ email, companyName, issuerName, clientCodes, endsAt, zone },
      localEndsAt: localTimeOf(endsAt, zone),
      needs: way === 'new' ? 'password' : way === 'log-in' ? 'log-in' : 'nothing',
    }),
});
