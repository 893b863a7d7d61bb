import { seenBatch } from '../../db/queries/code-batches.ts';
import { checkReady, checkSealed } from '../../domain/code-batch.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import { confirmPrinted } from '../../workflows/code-batch/messages.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { findBatch } from './find.ts';
import { presentBatch } from './present.ts';
import { batchParams, batchShown } from './schemas.ts';

/** From now on the codes stand in the letters alone (decided.md). */
export const confirmCodesPrinted = operation({
  id: 'confirmCodesPrinted',
  method: 'post',
  path: '/v1/code-batches/{id}/letters/confirmation',
  summary: 'The letters are printed',
  description: 'The key of the batch is destroyed: nobody reads its codes again.',
  tags: ['Activation codes'],
  caller: ['issuer'],
  right: 'activation-code.administer',
  params: batchParams,
  responses: { 200: { description: 'The key is destroyed.', schema: batchShown } },
  refusals: {
    409: ['code-batch.key-destroyed', 'code-batch.unfinished'],
    503: ['service.temporal-away'],
  },
  handle: async (call, deps) => {
    const { batch } = await findBatch(call, deps);
    const { request } = call;
    await call.once(async () => {
      orThrow(checkReady(batch));
      return deps.lives.command({
        life: 'code-batch',
        id: batch.id,
        update: confirmPrinted,
        check: checkSealed,
        message: { batchId: batch.id, actor: eventActorOf(call.caller), request },
      });
    });
    const seen = await seenBatch(deps.knex, batch.id);
    if (seen === null) throw new Refused(hidden);
    return seen;
  },
  answer: (seen) => ok(presentBatch(seen)),
});
