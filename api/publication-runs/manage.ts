/** A run is begun, completed and looked at by its issuer (WF-33). */
import { beginRun } from '../../db/changes/publication-runs.ts';
import { runById, runRows, runsOf } from '../../db/queries/publication-runs.ts';
import { runCommands } from '../../domain/publication-run.ts';
import { orThrow } from '../../domain/verdict.ts';
import type { Language } from '../../texts/languages.ts';
import { refusalText } from '../../texts/refusals.ts';
import * as messages from '../../workflows/publication-run/messages.ts';
import { created, ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { groundOfCaller } from '../issued-documents/find.ts';
import { operation } from '../operation.ts';
import { cutPage, idOfCursor, keyOfCursor } from '../pages.ts';
import { findRun, runShown } from './find.ts';
import { publicationRun, rowsPage, rowsQuery, runBody, runParams, runsPage, runsQuery } from './schemas.ts';

const common = {
  tags: ['Publication runs'] as [string],
  caller: ['issuer'] as ['issuer'],
  right: 'issued-document.publish',
} as const;

export const beginPublicationRun = operation({
  ...common,
  id: 'beginPublicationRun',
  method: 'post',
  path: '/v1/publication-runs',
  summary: 'Begin a run of documents',
  description:
    'Then hand in its documents, in one stream or in several, and complete it. A run that stays silent for seven ' +
    'days, unless policy says otherwise, is over; what came is published all the same.',
  body: runBody,
  responses: {
    201: { description: 'It takes documents.', schema: publicationRun },
    200: { description: 'There is one of that reference: go on with it.', schema: publicationRun },
  },
  refusals: { 409: ['publication-run.other-kind'] },
  handle: async (call, deps) => {
    const ground = await groundOfCaller(call, deps);
    const { reference, kind } = call.body;
    const beginning = { ground, reference, kind, actor: eventActorOf(call.caller), at: call.receivedAt };
    const { id, isNew } = await beginRun(deps.knex)(beginning, call.request);
    const run = await runById(deps.knex, id);
    if (run === null) throw new Error(`no publication run ${id}`);
    return { isNew, shown: await runShown(deps.knex, run) };
  },
  answer: ({ isNew, shown }) => (isNew ? created(shown, `/v1/publication-runs/${shown.id}`) : ok(shown)),
});

export const completePublicationRun = operation({
  ...common,
  id: 'completePublicationRun',
  method: 'post',
  path: '/v1/publication-runs/{id}/completion',
  summary: 'Complete a run',
  description: 'Everything has been handed in: it takes no more documents.',
  params: runParams,
  responses: { 200: { description: 'It is completed.', schema: publicationRun } },
  refusals: { 409: ['publication-run.over'], 503: ['service.temporal-away'] },
  handle: async (call, deps) => {
    const run = await findRun(call, deps);
    const { request, receivedAt } = call;
    const check = (row: typeof run) => runCommands.complete(row, receivedAt);
    await call.once(() => {
      orThrow(check(run));
      const message = { runId: run.id, actor: eventActorOf(call.caller), request };
      return deps.lives.command({
        life: 'publication-run',
        id: run.id,
        update: messages.complete,
        check,
        message,
      });
    });
    return runShown(deps.knex, await findRun(call, deps));
  },
  answer: (shown) => ok(shown),
});

export const listPublicationRuns = operation({
  ...common,
  id: 'listPublicationRuns',
  method: 'get',
  path: '/v1/publication-runs',
  summary: 'Your runs',
  description: 'The latest first, with what became of their documents.',
  query: runsQuery,
  responses: { 200: { description: 'A page of runs.', schema: runsPage } },
  refusals: {},
  handle: async (call, { knex }) => {
    const { limit, after } = call.query;
    const page = { limit: limit + 1, before: idOfCursor(after) };
    const { items, next } = cutPage(await runsOf(knex, call.reach().issuerIds, page), limit, ({ id }) => [
      id,
    ]);
    return { items: await Promise.all(items.map((run) => runShown(knex, run))), next };
  },
  answer: (page) => ok(page),
});

export const readPublicationRun = operation({
  ...common,
  id: 'readPublicationRun',
  method: 'get',
  path: '/v1/publication-runs/{id}',
  summary: 'How a run stands',
  description: 'How many of its documents became what; also while they are being handed in.',
  params: runParams,
  responses: { 200: { description: 'The run.', schema: publicationRun } },
  refusals: {},
  handle: async (call, deps) => runShown(deps.knex, await findRun(call, deps)),
  answer: (shown) => ok(shown),
});

export const listPublicationRows = operation({
  ...common,
  id: 'listPublicationRows',
  method: 'get',
  path: '/v1/publication-runs/{id}/rows',
  summary: 'The report of a run',
  description: 'What became of each document, by its name in the delivery.',
  params: runParams,
  query: rowsQuery,
  responses: { 200: { description: 'A page of its documents.', schema: rowsPage } },
  refusals: {},
  handle: async (call, deps) => {
    const { id } = await findRun(call, deps);
    const { limit, after, outcome } = call.query;
    const [name] = keyOfCursor(after, ['string']) ?? [];
    const page = { limit: limit + 1, after: name === undefined ? null : String(name), outcome };
    return cutPage(await runRows(deps.knex, id, page), limit, ({ name }) => [name]);
  },
  answer: ({ items, next }, { language }) =>
    ok({
      items: items.map((row) => ({ ...row, text: row.reason && textOf(row.reason, row.details, language) })),
      next,
    }),
});

function textOf(reason: string, details: object | null, language: Language): string {
  return refusalText(reason, language, { ...details }).detail;
}
