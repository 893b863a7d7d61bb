import type { WayInParticulars } from '../../db/changes/accept-account-invitation.ts';
import { linkHolder } from '../../db/changes/actors.ts';
import type { Actor } from '../../db/changes/append-event.ts';
import type { ChangeRequest } from '../../db/changes/change.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import { invitedPasswordTerms } from '../../db/queries/account-invitations.ts';
import { checkInvitation, checkWayIn } from '../../domain/account-invitation.ts';
import { orThrow } from '../../domain/verdict.ts';
import { accept } from '../../workflows/account-invitation/messages.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { operation } from '../operation.ts';
import { newPassword, passwordReasons, passwordRequest } from '../people/new-password.ts';
import type { BehindLink } from './by-link.ts';
import { behindLink } from './by-link.ts';
import { invitationLinkBody, received, wayInBody } from './schemas.ts';

const common = {
  method: 'post' as const,
  tags: ['Account invitations'] as [string],
  responses: { 200: { description: 'The numbers are in your account.', schema: received } },
};

/** IP-02, IP-03; UP-11: it is the consent too (checks 35, 37 and 40). */
export const acceptAccountInvitation = operation({
  ...common,
  id: 'acceptAccountInvitation',
  path: '/v1/account-invitations/acceptance',
  summary: 'Use the link of an invitation',
  description:
    'With the token of the link, once. Where there is no account of this mailbox a password makes one; every number that is ' +
    'invited there comes into it. It is your consent to receive these documents electronically instead of on paper, recorded ' +
    'with its text, time and place. You are not logged in by this.',
  caller: 'anyone',
  right: 'public',
  body: wayInBody,
  refusals: {
    409: ['link.unusable', 'account-invitation.log-in'],
    422: [...passwordReasons, 'account-invitation.password-needed'],
    429: ['request.too-many'],
    503: ['request.busy', 'service.temporal-away'],
  },
  handle: async (call, deps) => {
    const request = passwordRequest(call.request, deps);
    await call.once(async () => {
      const behind = await behindLink(call, deps, null);
      const { password: typed } = call.body;
      orThrow(checkWayIn(behind.behind.way, typed !== null));
      const isNeeded = behind.behind.way === 'new' && typed !== null;
      const terms = await invitedPasswordTerms(deps.knex, behind.behind, call.receivedAt);
      const password = isNeeded ? await newPassword(deps, typed, terms) : null;
      const actor = linkHolder;
      return use(deps, behind, { actor, request }, { password, userId: null, ...placeOf(call) });
    }, request);
  },
  answer: () => ok({ received: true }),
});

/** Who has a log-in joins by it: nobody gets a second one (WF-34). */
export const acceptOwnAccountInvitation = operation({
  ...common,
  id: 'acceptOwnAccountInvitation',
  path: '/v1/me/account-invitations',
  summary: 'Use the link of an invitation while logged in',
  description:
    'The numbers that are invited to that mailbox come into your account, or make you one: whoever reads the mail and is ' +
    'logged in is both. It is your consent, as without a log-in.',
  caller: ['user'],
  right: 'self',
  body: invitationLinkBody,
  refusals: {
    409: ['link.unusable', 'account-invitation.other-account'],
    429: ['request.too-many'],
    503: ['service.temporal-away'],
  },
  handle: async (call, deps) => {
    const { caller, request } = call;
    await call.once(async () => {
      const behind = await behindLink(call, deps, caller.id);
      orThrow(checkWayIn(behind.behind.way, false));
      const said = { password: null, userId: caller.id, ...placeOf(call) };
      return use(deps, behind, { actor: eventActorOf(caller), request }, said);
    });
  },
  answer: () => ok({ received: true }),
});

const placeOf = ({ clientAddress }: Pick<Call<unknown, unknown, unknown>, 'clientAddress'>) => ({
  clientAddress,
});

async function use(
  deps: Deps,
  { invitation, tokenHash }: BehindLink,
  { actor, request }: { readonly actor: Actor; readonly request: ChangeRequest },
  said: Omit<WayInParticulars, 'tokenHash'>,
) {
  await keepParticulars(deps.knex)(request, { ...said, tokenHash }, request.receivedAt);
  return deps.lives.command({
    life: 'account-invitation',
    id: invitation.id,
    update: accept,
    check: (row) => checkInvitation(row, request.receivedAt),
    message: { invitationId: invitation.id, actor, request },
  });
}
