/** The past of receptions as it comes, for staff: paused, resumed, or left at what there is (WF-36). */
import { z } from 'zod';
import { backfillById, openBackfills } from '../../db/queries/history-backfills.ts';
import type { BackfillCommandName, HistoryBackfill } from '../../domain/history-backfill.ts';
import { backfillCommands, backfillStage, backfillStages } from '../../domain/history-backfill.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import { updates } from '../../workflows/history-backfill/messages.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { operation } from '../operation.ts';
import { cutPage, idOfCursor, pageQuery, pageOf } from '../pages.ts';
import { idParameter } from '../parameters.ts';
import { idShown, instantOrNull, instantShown } from '../shapes.ts';
import { historyShape, presentHistory } from './present.ts';

const params = z.strictObject({ id: idParameter('The back-fill.') });
const shown = z
  .strictObject({
    id: idShown('The back-fill.'),
    receptionId: idShown('Of which reception.'),
    ...historyShape,
    stage: z.enum(backfillStages).meta({
      description: '`partial`: the rest was dropped, or the reception ended; what came stays.',
      example: 'running',
    }),
    begunAt: instantShown('With the consent.'),
    pausedAt: instantOrNull('Since when it is paused.'),
    closedAt: instantOrNull('When it was over.'),
  })
  .meta({ id: 'HistoryBackfill', description: 'What was published before a consent, as it comes.' });

const page = pageOf(shown).meta({
  id: 'HistoryBackfills',
  description: 'A page of those that are not over.',
});

const common = {
  tags: ['Receptions'] as [string],
  caller: ['operator'] as ['operator'],
  right: 'reception.backfill',
} as const;

export const listHistoryBackfills = operation({
  ...common,
  id: 'listHistoryBackfills',
  method: 'get',
  path: '/v1/history-backfills',
  summary: 'Documents of the past that are still coming',
  description:
    'Of every reception whose past is not there yet, the oldest first: normally for some seconds each.',
  query: z.strictObject(pageQuery),
  responses: { 200: { description: 'A page of them.', schema: page } },
  refusals: {},
  handle: async (call, { knex }) => {
    call.allow('operations', {});
    const { limit, after } = call.query;
    const from = { limit: limit + 1, after: idOfCursor(after) };
    return cutPage(await openBackfills(knex, from), limit, ({ id }) => [id]);
  },
  answer: ({ items, next }) => ok({ items: items.map(present), next }),
});

const ofOne = {
  ...common,
  method: 'post',
  params,
  responses: { 200: { description: 'As it stands now.', schema: shown } },
} as const;

export const pauseHistoryBackfill = operation({
  ...ofOne,
  id: 'pauseHistoryBackfill',
  path: '/v1/history-backfills/{id}/pause',
  summary: 'Pause the past that is coming',
  description: 'After the page that is under way nothing more comes, until it is resumed.',
  refusals: { 409: ['history-backfill.over', 'history-backfill.paused'], 503: ['service.temporal-away'] },
  handle: (call, deps) => command(call, deps, 'pause'),
  answer: (backfill) => ok(present(backfill)),
});

export const resumeHistoryBackfill = operation({
  ...ofOne,
  id: 'resumeHistoryBackfill',
  path: '/v1/history-backfills/{id}/resumption',
  summary: 'Resume the past that was paused',
  description: 'It goes on where it stopped.',
  refusals: { 409: ['history-backfill.over', 'history-backfill.not-paused'], 503: ['service.temporal-away'] },
  handle: (call, deps) => command(call, deps, 'resume'),
  answer: (backfill) => ok(present(backfill)),
});

export const dropHistoryBackfill = operation({
  ...ofOne,
  id: 'dropHistoryBackfill',
  path: '/v1/history-backfills/{id}/drop',
  summary: 'Drop the rest of the past',
  description: 'The rest does not come; what came stays. A reception that begins anew brings it.',
  refusals: { 409: ['history-backfill.over'], 503: ['service.temporal-away'] },
  handle: (call, deps) => command(call, deps, 'drop'),
  answer: (backfill) => ok(present(backfill)),
});

async function command(
  call: Call<{ readonly id: string }, unknown, unknown>,
  deps: Deps,
  name: BackfillCommandName,
): Promise<HistoryBackfill> {
  const { id } = call.params;
  const found = await backfillById(deps.knex, id);
  call.allow('reception', found === null ? null : {});
  if (found === null) throw new Refused(hidden);
  const { check } = backfillCommands[name];
  return call.once(async () => {
    orThrow(check(found));
    const message = { backfillId: id, actor: eventActorOf(call.caller), request: call.request };
    return deps.lives.command({ life: 'history-backfill', id, update: updates[name], check, message });
  });
}

function present(backfill: HistoryBackfill) {
  const { id, receptionId, begunAt, pausedAt, closed } = backfill;
  return {
    ...{ id, receptionId, ...presentHistory(backfill), stage: backfillStage(backfill) },
    ...{ begunAt, pausedAt, closedAt: closed?.at ?? null },
  };
}
