import { z } from 'zod';
import { batchReport, seenBatches } from '../../db/queries/code-batches.ts';
import { refusalText } from '../../texts/refusals.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { cutPage, idOfCursor, keyOfCursor, pageQuery } from '../pages.ts';
import { findBatch } from './find.ts';
import { presentBatch } from './present.ts';
import { batchPage, batchParams, batchShown, reportPage, reportQuery } from './schemas.ts';

const common = {
  tags: ['Activation codes'] as [string],
  caller: ['issuer', 'operator'] as ['issuer', 'operator'],
  right: 'activation-code.read' as const,
};

export const listCodeBatches = operation({
  ...common,
  id: 'listCodeBatches',
  method: 'get',
  path: '/v1/code-batches',
  summary: 'Batches of codes',
  description: 'The latest first, with the sums of their reports.',
  query: z.strictObject(pageQuery),
  responses: { 200: { description: 'A page of batches.', schema: batchPage } },
  refusals: {},
  handle: async (call, { knex }) => {
    const { limit, after } = call.query;
    const found = await seenBatches(knex, call.reach(), { limit: limit + 1, after: idOfCursor(after) });
    return cutPage(found, limit, ({ batch: { id } }) => [id]);
  },
  answer: ({ items, next }) => ok({ items: items.map(presentBatch), next }),
});

export const readCodeBatch = operation({
  ...common,
  id: 'readCodeBatch',
  method: 'get',
  path: '/v1/code-batches/{id}',
  summary: 'How a batch stands',
  description: 'With what was made of its file, and until when its letters can be printed.',
  params: batchParams,
  responses: { 200: { description: 'The batch.', schema: batchShown } },
  refusals: {},
  handle: findBatch,
  answer: (found) => ok(presentBatch(found)),
});

export const readCodeBatchReport = operation({
  ...common,
  id: 'readCodeBatchReport',
  method: 'get',
  path: '/v1/code-batches/{id}/rows',
  summary: 'What became of each row',
  description: 'In the order of the file, with the id of its code, or the reason why there is none.',
  params: batchParams,
  query: reportQuery,
  responses: { 200: { description: 'The report.', schema: reportPage } },
  refusals: {},
  handle: async (call, deps) => {
    const { batch } = await findBatch(call, deps);
    const { limit, after, refusedOnly = false } = call.query;
    const [last] = keyOfCursor(after, ['number']) ?? [];
    const page = { limit: limit + 1, after: Number(last ?? 0), refusedOnly };
    return cutPage(await batchReport(deps.knex, batch.id, page), limit, ({ rowNo }) => [rowNo]);
  },
  answer: ({ items, next }, { language }) =>
    ok({
      items: items.map((row) => ({
        ...row,
        text: row.reason === null ? null : refusalText(row.reason, language).title,
      })),
      next,
    }),
});
