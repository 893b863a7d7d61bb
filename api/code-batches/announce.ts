import { announceBatch } from '../../db/changes/announce-codes.ts';
import { checkReady, checkSealed } from '../../domain/code-batch.ts';
import { orThrow } from '../../domain/verdict.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { findBatch } from './find.ts';
import { announcedShown, announcementBody, batchParams } from './schemas.ts';

/** UP-12, UP-18. */
export const announceCodeBatch = operation({
  id: 'announceCodeBatch',
  method: 'post',
  path: '/v1/code-batches/{id}/announcements',
  summary: 'Report that the customers of a batch were told',
  description:
    'A dated fact about every code of the batch that still lives: from that day on they work, for 15 weeks unless the ' +
    'policy says otherwise. Reported again it changes nothing; after an interruption it goes on where it was.',
  tags: ['Activation codes'],
  caller: ['issuer'],
  right: 'activation-code.administer',
  params: batchParams,
  body: announcementBody,
  idempotency: { none: 'the same fact reported again changes nothing.' },
  responses: { 200: { description: 'Noted.', schema: announcedShown } },
  refusals: {
    409: ['code-batch.unfinished'],
    422: ['activation-code.announced-in-future', 'activation-code.announced-before-creation'],
  },
  handle: async (call, deps) => {
    const { batch } = await findBatch(call, deps);
    if (checkSealed(batch).ok) orThrow(checkReady(batch));
    return announceBatch(deps.knex)(batch.id, call.body, eventActorOf(call.caller), call.receivedAt);
  },
  answer: (done) => ok(done),
});
