import { trashingById } from '../../db/queries/trash.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { presentTrashing } from './present.ts';
import { trashing, trashingParams } from './schemas.ts';

/** Out of the trash, back where it was (WF-15). */
export const restoreTrashing = operation({
  id: 'restoreTrashing',
  method: 'post',
  path: '/v1/trashings/{id}/restore',
  summary: 'Restore a scan',
  description:
    'It returns to where it was, inbox or archive, and its clock is cleared: a later stay in the trash starts anew. ' +
    'Possible until the purge has begun, on hold too.',
  tags: ['Trash'],
  caller: ['user'],
  right: 'document.restore',
  params: trashingParams,
  responses: { 200: { description: 'It is restored.', schema: trashing } },
  refusals: { 409: ['trashing.purged', 'trashing.restored'], 503: ['service.temporal-away'] },
  handle: async (call, { knex, lives }) => {
    const { request, caller, receivedAt } = call;
    const found = call.allow('document', await trashingById(knex, call.params.id, receivedAt));
    const message = { trashingId: found.trashing.id, actor: eventActorOf(caller), request };
    const state = await call.once(() => lives.commandTrashing('restore', message));
    return { found, state };
  },
  answer: ({ found, state }, { language }) =>
    ok(presentTrashing(state, found, state.closed?.at ?? state.trashedAt, language)),
});
