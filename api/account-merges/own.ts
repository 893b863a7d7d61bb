/** Two main contacts say yes or no to a merge of their accounts, each seeing what he may know of it (WF-37; UP-15). */
import type { MergeSeen } from '../../db/queries/account-merges.ts';
import { mergeSeen, mergesOf } from '../../db/queries/account-merges.ts';
import { mergeSides } from '../../domain/account-merge.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { ok } from '../answers.ts';
import type { Deps } from '../deps.ts';
import { operation } from '../operation.ts';
import type { MergeCall } from './command.ts';
import { commandMerge } from './command.ts';
import { presentOwnMerge } from './present.ts';
import { mergeParams, ownMerge, ownMerges } from './schemas.ts';

const common = { tags: ['Account merges'] as [string], caller: ['user'] as ['user'], right: 'self' as const };

export const listOwnAccountMerges = operation({
  ...common,
  id: 'listOwnAccountMerges',
  method: 'get',
  path: '/v1/me/account-merges',
  summary: 'Merges of your accounts',
  description:
    'What would move, until when you can consent, and what became of it. Where your account would take another one over you see ' +
    'whose it is, and what would move, once its contact has consented: what there was then.',
  responses: { 200: { description: 'Your merges.', schema: ownMerges } },
  refusals: {},
  handle: ({ caller }, { knex }) => mergesOf(knex, caller.id),
  answer: (items, { caller }) => ok({ items: items.map((seen) => presentOwnMerge(seen, caller.id)) }),
});

export const consentToAccountMerge = operation({
  ...common,
  id: 'consentToAccountMerge',
  method: 'post',
  path: '/v1/me/account-merges/{id}/consent',
  summary: 'Consent to a merge',
  description:
    'Nothing moves before both main contacts have consented and our staff have looked at it. Said again it is the same; until it ' +
    'is approved you can still refuse.',
  stepUp: true,
  params: mergeParams,
  responses: { 200: { description: 'You have consented.', schema: ownMerge } },
  refusals: { 409: ['account-merge.over', 'account-merge.merged'], 503: ['service.temporal-away'] },
  handle: async (call, deps) =>
    commandMerge(call, deps, await findOwn(call, deps), 'consent', { userId: call.caller.id }),
  answer: (seen, { caller }) => ok(presentOwnMerge(seen, caller.id)),
});

export const refuseOwnAccountMerge = operation({
  ...common,
  id: 'refuseOwnAccountMerge',
  method: 'post',
  path: '/v1/me/account-merges/{id}/refusal',
  summary: 'Refuse a merge',
  description: 'Both accounts stay as they are. Also after you have consented, until it is approved.',
  params: mergeParams,
  responses: { 200: { description: 'It is refused.', schema: ownMerge } },
  refusals: { 409: ['account-merge.over', 'account-merge.merged'], 503: ['service.temporal-away'] },
  handle: async (call, deps) =>
    commandMerge(call, deps, await findOwn(call, deps), 'refuse', { userId: call.caller.id }),
  answer: (seen, { caller }) => ok(presentOwnMerge(seen, caller.id)),
});

/** Of an account that hangs on the caller; another's does not exist for him. */
async function findOwn({ params, caller }: MergeCall, { knex }: Deps): Promise<MergeSeen> {
  const seen = await mergeSeen(knex, params.id, { userId: caller.id });
  const isOwn = seen !== null && mergeSides.some((side) => seen.accounts[side].contactId === caller.id);
  if (!isOwn) throw new Refused(hidden);
  return seen;
}
