/** What a main contact shares of his accounts, number by number (WF-35; IP-07, IP-08). */
import {
  changeSharing as change,
  revokeSharing as revoke,
  tickNumbers,
} from '../../db/changes/change-sharing.ts';
import type { Changing } from '../../db/changes/change-sharing.ts';
import { inviteSharing as invite } from '../../db/changes/invite-sharing.ts';
import { ownAccounts } from '../../db/queries/recipient-accounts.ts';
import type { OwnSharing } from '../../db/queries/sharings.ts';
import { ownNumbers, ownSharings, sharingAround, sharingById } from '../../db/queries/sharings.ts';
import { checkResendSharing } from '../../domain/sharing.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import { updates } from '../../workflows/sharing/messages.ts';
import { created, noContent, ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { operation } from '../operation.ts';
import * as schemas from './schemas.ts';

const common = { tags: ['Sharing'] as [string], caller: ['user'] as ['user'], right: 'self' as const };
const ofOne = { ...common, params: schemas.sharingParams };

export const listOwnSharings = operation({
  ...common,
  id: 'listOwnSharings',
  method: 'get',
  path: '/v1/me/sharings',
  summary: 'With whom you share your account',
  description: 'Everybody who sees a part of it or is invited to, with the numbers you ticked for him.',
  responses: { 200: { description: 'Your shared users.', schema: schemas.ownSharings } },
  refusals: {},
  handle: ({ caller }, { knex }) => ownSharings(knex, caller.id),
  answer: (items) => ok({ items }),
});

export const listOwnNumbers = operation({
  ...common,
  id: 'listOwnNumbers',
  method: 'get',
  path: '/v1/me/numbers',
  summary: 'Your customer numbers, and who sees each',
  description: 'A new number is yours alone until you tick it for somebody.',
  responses: { 200: { description: 'Your numbers.', schema: schemas.ownNumbers } },
  refusals: {},
  handle: ({ caller }, { knex }) => ownNumbers(knex, caller.id),
  answer: (items) => ok({ items }),
});

/** UP-08, UP-20: instead of handing a log-in over. */
export const inviteSharedUser = operation({
  ...common,
  id: 'inviteSharedUser',
  method: 'post',
  path: '/v1/me/sharings',
  summary: 'Share your account with somebody',
  description:
    'He gets a mail with a link, chooses a password of his own or accepts while logged in, and sees the numbers that you ' +
    'tick: colleagues, your accountant. The link works for 72 hours, with a reminder after 48, unless policy says otherwise; ' +
    'unused, you are told. In a brand of printed codes a consumer’s account is his alone.',
  body: schemas.inviteBody,
  responses: { 201: { description: 'The link is on its way.', schema: schemas.ownSharing } },
  refusals: {
    404: ['not-found'],
    409: ['sharing.consumer', 'sharing.exists'],
    422: ['sharing.not-received', 'sharing.with-oneself'],
    429: ['request.too-many'],
  },
  handle: async (call, deps) => {
    const { accountId, name, email, language, numbers } = call.body;
    const id = await call.once(async () => {
      const own = await ownAccounts(deps.knex, call.caller.id);
      if (!own.some((each) => each.id === accountId)) throw new Refused(hidden);
      await deps.limits.spend('invitationsOfCompany', accountId);
      await deps.limits.spend('linkMailsToAddress', email);
      const said = { accountId, name, email, language, clientCodeIds: numbers };
      return invite(deps.knex)(said, eventActorOf(call.caller), call.request);
    });
    return found(call.caller.id, id, deps);
  },
  answer: (sharing) => created(sharing, '/v1/me/sharings'),
});

export const changeSharedUser = operation({
  ...ofOne,
  id: 'changeSharedUser',
  method: 'patch',
  path: '/v1/me/sharings/{id}',
  summary: 'Change how you call a shared user',
  description:
    'Or, as long as he has not accepted, the language of his invitation; afterwards he chooses his own.',
  body: schemas.changeBody,
  responses: { 200: { description: 'As it stands now.', schema: schemas.ownSharing } },
  refusals: { 409: ['sharing.language-his-own'] },
  handle: async (call, deps) => {
    await change(deps.knex)(changing(call), call.body);
    return found(call.caller.id, call.params.id, deps);
  },
  answer: (sharing) => ok(sharing),
});

export const tickSharedNumbers = operation({
  ...ofOne,
  id: 'tickSharedNumbers',
  method: 'put',
  path: '/v1/me/sharings/{id}/numbers',
  summary: 'Tick what a shared user sees',
  description:
    'The whole choice: he sees these numbers and no others, from his next request on. What is there already arrives as read.',
  body: schemas.numbersBody,
  responses: { 200: { description: 'As it stands now.', schema: schemas.ownSharing } },
  refusals: { 422: ['sharing.not-received'] },
  handle: async (call, deps) => {
    await tickNumbers(deps.knex)(changing(call), call.body.numbers);
    return found(call.caller.id, call.params.id, deps);
  },
  answer: (sharing) => ok(sharing),
});

export const resendSharingInvitation = operation({
  ...ofOne,
  id: 'resendSharingInvitation',
  method: 'post',
  path: '/v1/me/sharings/{id}/invitation',
  summary: 'Send the invitation again',
  description: 'With a new link for the whole time; the one before is dead.',
  responses: { 200: { description: 'The link is on its way.', schema: schemas.ownSharing } },
  refusals: { 409: ['sharing.not-open'], 429: ['request.too-many'], 503: ['service.temporal-away'] },
  handle: async (call, deps) => {
    const { id } = call.params;
    const around = await sharingAround(deps.knex, id);
    const sharing = await sharingById(deps.knex, id);
    if (around?.mainContactId !== call.caller.id || sharing === null) throw new Refused(hidden);
    await call.once(async () => {
      orThrow(checkResendSharing(sharing));
      await deps.limits.spend('linkMailsToAddress', around.email);
      const message = { sharingId: id, actor: eventActorOf(call.caller), request: call.request };
      return deps.lives.command({
        ...{ life: 'sharing', id, update: updates.resend, check: checkResendSharing, message },
      });
    });
    return found(call.caller.id, id, deps);
  },
  answer: (sharing) => ok(sharing),
});

/** shared users are deleted. */
export const revokeSharedUser = operation({
  ...ofOne,
  id: 'revokeSharedUser',
  method: 'delete',
  path: '/v1/me/sharings/{id}',
  summary: 'End a sharing',
  description:
    'Accepted or not: from his next request on he sees nothing of it, and a link under way is dead. A log-in on which nothing ' +
    'else hangs is deleted with it.',
  responses: { 204: { description: 'It is over.' } },
  refusals: {},
  handle: (call, deps) => revoke(deps.knex)(changing(call)),
  answer: () => noContent(),
});

function changing({ params, caller, receivedAt }: Call<{ readonly id: string }, unknown, unknown>): Changing {
  return { sharingId: params.id, actor: eventActorOf(caller), at: receivedAt };
}

async function found(userId: string, id: string, { knex }: Deps): Promise<OwnSharing> {
  const own = (await ownSharings(knex, userId)).find((each) => each.id === id);
  if (own === undefined) throw new Refused(hidden);
  return own;
}
