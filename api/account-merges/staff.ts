/** Staff ask for a merge, look at it a second time, approve or refuse it, and undo it within its days (WF-37; UP-16). */
import { askForMerge } from '../../db/changes/open-account-merge.ts';
import type { MergeSeen } from '../../db/queries/account-merges.ts';
import { mergeSeen, openMerges } from '../../db/queries/account-merges.ts';
import { accountsReceiving } from '../../db/queries/accounts-receiving.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { clientCodeKey } from '../../domain/client-code.ts';
import { created, ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { operation } from '../operation.ts';
import { cutPage, idOfCursor } from '../pages.ts';
import type { MergeCall } from './command.ts';
import { commandMerge } from './command.ts';
import { presentMerge } from './present.ts';
import {
  accountMerge,
  accountsQuery,
  mergeBody,
  mergeParams,
  mergesPage,
  mergesQuery,
  recipientAccounts,
} from './schemas.ts';

const common = {
  tags: ['Account merges'] as [string],
  caller: ['operator'] as ['operator'],
  right: 'account-merge.administer',
} as const;

const away = { 503: ['service.temporal-away'] };

export const listRecipientAccounts = operation({
  ...common,
  id: 'listRecipientAccounts',
  method: 'get',
  path: '/v1/recipient-accounts',
  summary: 'Accounts in which a client code is received',
  description:
    'Or was before, with each time it was. For who has to join two of them, or to report that a mail came back; of the documents in ' +
    'them nothing is shown.',
  query: accountsQuery,
  responses: { 200: { description: 'The accounts.', schema: recipientAccounts } },
  refusals: {},
  handle: async (call, { knex }) => {
    call.reach();
    return accountsReceiving(knex, clientCodeKey(call.query.clientCode));
  },
  answer: (items) => ok({ items }),
});

export const askForAccountMerge = operation({
  ...common,
  id: 'askForAccountMerge',
  method: 'post',
  path: '/v1/account-merges',
  summary: 'Ask for two accounts to become one',
  description:
    'Both main contacts are asked by mail and have 14 days, unless policy says otherwise, to consent while logged in; then it ' +
    'lapses. With both consents staff have as many days to approve. Asked again while it is open ' +
    'it is the same merge. Two accounts of different brands, or of two enterprises, cannot be merged.',
  body: mergeBody,
  responses: { 201: { description: 'Both are asked.', schema: accountMerge } },
  refusals: {
    409: ['account-merge.account-closed', 'account-merge.two-enterprises', 'account-merge.open'],
    422: [...['account-merge.unknown-account', 'account-merge.same-account'], 'account-merge.other-brand'],
  },
  handle: async (call, deps) => {
    call.reach();
    const { sourceAccountId: sourceId, targetAccountId: targetId, contactStays } = call.body;
    const id = await askForMerge(deps.knex)(
      { sourceId, targetId, contactStays },
      eventActorOf(call.caller),
      call.request,
    );
    return findMerge(id, deps);
  },
  answer: (seen) => created(presentMerge(seen), `/v1/account-merges/${seen.merge.id}`),
});

export const listAccountMerges = operation({
  ...common,
  id: 'listAccountMerges',
  method: 'get',
  path: '/v1/account-merges',
  summary: 'Open merges',
  description:
    'Those that wait for consent, for approval, or for the end of the days in which they can be undone.',
  query: mergesQuery,
  responses: { 200: { description: 'A page of merges, the oldest first.', schema: mergesPage } },
  refusals: {},
  handle: async (call, { knex }) => {
    call.reach();
    const { limit, after } = call.query;
    const page = { limit: limit + 1, after: idOfCursor(after) };
    return cutPage(await openMerges(knex, page), limit, ({ merge: { id } }) => [id]);
  },
  answer: ({ items, next }) => ok({ items: items.map(presentMerge), next }),
});

export const readAccountMerge = operation({
  ...common,
  id: 'readAccountMerge',
  method: 'get',
  path: '/v1/account-merges/{id}',
  summary: 'One merge',
  description: 'With both accounts, who has consented, and what moves or has moved.',
  params: mergeParams,
  responses: { 200: { description: 'The merge.', schema: accountMerge } },
  refusals: {},
  handle: (call, deps) => findCalled(call, deps),
  answer: (seen) => ok(presentMerge(seen)),
});

export const approveAccountMerge = operation({
  ...common,
  id: 'approveAccountMerge',
  method: 'post',
  path: '/v1/account-merges/{id}/approval',
  summary: 'Approve a merge',
  description:
    'The second look, by another one than who asked. In one step receptions, codes and sharings move and the account closes; the ' +
    'answer says until when it can be undone.',
  params: mergeParams,
  responses: { 200: { description: 'The accounts are one.', schema: accountMerge } },
  refusals: {
    409: [
      ...['account-merge.over', 'account-merge.merged', 'account-merge.consent-missing'],
      ...['account-merge.second-look', 'account-merge.contact-changed'],
      ...['account-merge.account-closed', 'account-merge.two-enterprises'],
    ],
    ...away,
  },
  handle: async (call, deps) => commandMerge(call, deps, await findCalled(call, deps), 'approve', 'staff'),
  answer: (seen) => ok(presentMerge(seen)),
});

export const refuseAccountMerge = operation({
  ...common,
  id: 'refuseAccountMerge',
  method: 'post',
  path: '/v1/account-merges/{id}/refusal',
  summary: 'Refuse a merge',
  description: 'Both accounts stay as they are, and both contacts are told.',
  params: mergeParams,
  responses: { 200: { description: 'It is refused.', schema: accountMerge } },
  refusals: { 409: ['account-merge.over', 'account-merge.merged'], ...away },
  handle: async (call, deps) => commandMerge(call, deps, await findCalled(call, deps), 'refuse', 'staff'),
  answer: (seen) => ok(presentMerge(seen)),
});

export const revertAccountMerge = operation({
  ...common,
  id: 'revertAccountMerge',
  method: 'post',
  path: '/v1/account-merges/{id}/reversal',
  summary: 'Undo a merge',
  description:
    'Exactly what moved goes back, as it stands now; what came into the account since stays where it is. Until the end of its days.',
  params: mergeParams,
  responses: { 200: { description: 'They are two accounts again.', schema: accountMerge } },
  refusals: { 409: ['account-merge.over', 'account-merge.not-merged'], ...away },
  handle: async (call, deps) => commandMerge(call, deps, await findCalled(call, deps), 'revert', 'staff'),
  answer: (seen) => ok(presentMerge(seen)),
});

async function findCalled(call: MergeCall, deps: Deps): Promise<MergeSeen> {
  const seen = await findMerge(call.params.id, deps);
  call.allow('recipient-account', {});
  return seen;
}

async function findMerge(id: string, { knex }: Deps): Promise<MergeSeen> {
  const seen = await mergeSeen(knex, id, 'staff');
  if (seen === null) throw new Refused(hidden);
  return seen;
}
