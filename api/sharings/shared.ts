/** What others show the caller, and how he takes it or leaves it (WF-35). */
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import type { SharingParticulars } from '../../db/changes/command-sharing.ts';
import { leaveSharing as leave } from '../../db/changes/change-sharing.ts';
import { sharedWith } from '../../db/queries/sharings.ts';
import { checkAcceptSharing } from '../../domain/sharing.ts';
import { updates } from '../../workflows/sharing/messages.ts';
import { noContent, ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { sharingByToken } from './by-token.ts';
import { sharedWithMe, sharingParams, tokenBody } from './schemas.ts';

const common = { tags: ['Sharing'] as [string], caller: ['user'] as ['user'], right: 'self' as const };

export const listSharedWithMe = operation({
  ...common,
  id: 'listSharedWithMe',
  method: 'get',
  path: '/v1/me/shared',
  summary: 'What others show you',
  description: 'Whose account, and which of its customer numbers.',
  responses: { 200: { description: 'What you see of others.', schema: sharedWithMe } },
  refusals: {},
  handle: ({ caller }, { knex }) => sharedWith(knex, caller.id),
  answer: (items) => ok({ items }),
});

/** Who has a log-in already gets no second one (decided.md, People). */
export const acceptSharedAccount = operation({
  ...common,
  id: 'acceptSharedAccount',
  method: 'post',
  path: '/v1/me/shared',
  summary: 'Accept an invitation while logged in',
  description:
    'With the token of the link, once, by whoever logs in with the address it was mailed to. What is there already arrives ' +
    'as read.',
  body: tokenBody,
  responses: { 200: { description: 'What you see of others by now.', schema: sharedWithMe } },
  refusals: {
    409: ['link.unusable', 'sharing.other-address'],
    422: ['sharing.with-oneself'],
    429: ['request.too-many'],
    503: ['service.temporal-away'],
  },
  handle: async (call, deps) => {
    const { caller, receivedAt, request } = call;
    await call.once(async () => {
      const { sharing, tokenHash } = await sharingByToken(call, deps);
      const particulars: SharingParticulars = { tokenHash, password: null };
      await keepParticulars(deps.knex)(request, particulars, receivedAt);
      return deps.lives.command({
        life: 'sharing',
        id: sharing.id,
        update: updates.accept,
        check: (row) => checkAcceptSharing(row, receivedAt),
        message: { sharingId: sharing.id, actor: eventActorOf(caller), request },
      });
    });
    return sharedWith(deps.knex, caller.id);
  },
  answer: (items) => ok({ items }),
});

export const leaveSharedAccount = operation({
  ...common,
  id: 'leaveSharedAccount',
  method: 'delete',
  path: '/v1/me/shared/{id}',
  summary: 'No longer see an account',
  description:
    'You see nothing of it from now on. A log-in on which nothing else hangs is deleted with it, and you are logged out.',
  params: sharingParams,
  responses: { 204: { description: 'You have left.' } },
  refusals: {},
  handle: ({ params, caller, receivedAt }, { knex }) =>
    leave(knex)({ sharingId: params.id, actor: eventActorOf(caller), at: receivedAt }),
  answer: () => noContent(),
});
