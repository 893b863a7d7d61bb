import { announcementsOf, refusedEntriesOf, seenCodes } from '../../db/queries/activation-codes.ts';
import { codeBatchById } from '../../db/queries/code-batches.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { cutPage, idOfCursor } from '../pages.ts';
import { findCode } from './find.ts';
import { presentCode, presentCodePlan } from './present.ts';
import { codeDetails, codePage, codeParams, codePlan, codeQuery } from './schemas.ts';

const common = {
  tags: ['Activation codes'] as [string],
  caller: ['issuer', 'operator'] as ['issuer', 'operator'],
  right: 'activation-code.read' as const,
};

export const listActivationCodes = operation({
  ...common,
  id: 'listActivationCodes',
  method: 'get',
  path: '/v1/activation-codes',
  summary: 'Activation codes',
  description: 'The latest first, with where each stands.',
  query: codeQuery,
  responses: { 200: { description: 'A page of codes.', schema: codePage } },
  refusals: {},
  handle: async (call, { knex }) => {
    const { limit, after, stage, clientCode, batch: batchId } = call.query;
    const page = { limit: limit + 1, after: idOfCursor(after) };
    const found = await seenCodes(knex, call.reach(), { stage, clientCode, batchId }, page);
    return cutPage(found, limit, ({ code: { id } }) => [id]);
  },
  answer: ({ items, next }) => ok({ items: items.map(presentCode), next }),
});

export const readActivationCode = operation({
  ...common,
  id: 'readActivationCode',
  method: 'get',
  path: '/v1/activation-codes/{id}',
  summary: 'One activation code',
  description: 'With what was reported of it, and with the entries that were refused and why.',
  params: codeParams,
  responses: { 200: { description: 'The code.', schema: codeDetails } },
  refusals: {},
  handle: async (call, deps) => {
    const seen = await findCode(call, deps);
    const announcements = await announcementsOf(deps.knex, seen.code.id);
    return { seen, announcements, refusedEntries: await refusedEntriesOf(deps.knex, seen.code.id) };
  },
  answer: ({ seen, announcements, refusedEntries }) =>
    ok({ ...presentCode(seen), announcements, refusedEntries }),
});

export const planActivationCode = operation({
  ...common,
  id: 'planActivationCode',
  method: 'get',
  path: '/v1/activation-codes/{id}/plan',
  summary: 'What will happen to a code',
  description: 'If nobody does anything more: when, and until when it can be prevented.',
  params: codeParams,
  responses: { 200: { description: 'The plan.', schema: codePlan } },
  refusals: {},
  handle: async (call, deps) => {
    const { code, batchId } = await findCode(call, deps);
    return { code, batch: await codeBatchById(deps.knex, batchId) };
  },
  answer: ({ code, batch }, { language }) => ok(presentCodePlan(code, batch, language)),
});
