/** Staff keep documents from being destroyed, and let them go. */
import { placeHold, releaseHold } from '../../db/changes/retention-holds.ts';
import { holdById, holdsInForce } from '../../db/queries/retention-holds.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { created, ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { operation } from '../operation.ts';
import { cutPage, idOfCursor } from '../pages.ts';
import { holdBody, holdParams, holdsPage, holdsQuery, retentionHold } from './schemas.ts';

const common = {
  tags: ['Retention'] as [string],
  caller: ['operator'] as ['operator'],
  right: 'issued-document.hold',
} as const;

export const listRetentionHolds = operation({
  ...common,
  id: 'listRetentionHolds',
  method: 'get',
  path: '/v1/retention-holds',
  summary: 'Documents that are held',
  description: 'The holds in force, the latest first.',
  query: holdsQuery,
  responses: { 200: { description: 'A page of holds.', schema: holdsPage } },
  refusals: {},
  handle: async (call, { knex }) => {
    call.reach();
    const { limit, after } = call.query;
    const page = { limit: limit + 1, before: idOfCursor(after) };
    return cutPage(await holdsInForce(knex, page), limit, ({ id }) => [id]);
  },
  answer: (page) => ok(page),
});

export const placeRetentionHold = operation({
  ...common,
  id: 'placeRetentionHold',
  method: 'post',
  path: '/v1/retention-holds',
  summary: 'Keep documents from being destroyed',
  description:
    'One document, or everything of a client code. It is shown and withdrawn as before; it is only not destroyed.',
  body: holdBody,
  responses: { 201: { description: 'It is held.', schema: retentionHold } },
  refusals: { 409: ['issued-document.destroyed'], 422: ['retention-hold.unknown'] },
  handle: async (call, deps) => {
    call.reach();
    const { body } = call;
    const held = {
      documentId: body.of === 'document' ? body.documentId : null,
      clientCodeId: body.of === 'client-code' ? body.clientCodeId : null,
      reason: body.reason,
    };
    const doing = { actor: eventActorOf(call.caller), at: call.receivedAt };
    const { id } = await placeHold(deps.knex)(held, doing, call.request);
    return shown(id, deps);
  },
  answer: (hold) => created(hold, `/v1/retention-holds/${hold.id}`),
});

export const releaseRetentionHold = operation({
  ...common,
  id: 'releaseRetentionHold',
  method: 'post',
  path: '/v1/retention-holds/{id}/release',
  summary: 'Let documents go',
  description:
    'Their retention counts again. Of what is overdue who sees it is warned by the sweep of the next day; it is destroyed when the ' +
    'days of the warning have passed.',
  params: holdParams,
  responses: { 200: { description: 'It is released.', schema: retentionHold } },
  refusals: { 409: ['retention-hold.released'] },
  handle: async (call, deps) => {
    call.reach();
    const doing = { actor: eventActorOf(call.caller), at: call.receivedAt };
    const { id } = await releaseHold(deps.knex)(call.params.id, doing, call.request);
    return shown(id, deps);
  },
  answer: (hold) => ok(hold),
});

async function shown(id: string, { knex }: Deps) {
  const hold = await holdById(knex, id);
  if (hold === null) throw new Refused(hidden);
  return hold;
}
