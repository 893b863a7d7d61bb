import { markRead } from '../../db/changes/mark-read.ts';
import { noContent } from '../answers.ts';
import { operation } from '../operation.ts';
import { findItem } from './find.ts';
import { itemParams } from './schemas.ts';

/** The caller has read it; each reader has marks of his own. */
export const markMailItemRead = operation({
  id: 'markMailItemRead',
  method: 'put',
  path: '/v1/mail-items/{id}/read',
  summary: 'Mark a letter as read',
  description: 'For you alone: others see their own marks. Reading the scan sets no mark.',
  tags: ['Mail items'],
  caller: ['user'],
  right: 'mail-item.read',
  params: itemParams,
  responses: { 204: { description: 'It counts as read for you.' } },
  refusals: {},
  handle: async (call, deps) => {
    const { item } = await findItem(call, deps);
    await markRead(deps.knex)(call.caller.id, item.id, call.receivedAt);
  },
  answer: () => noContent(),
});
