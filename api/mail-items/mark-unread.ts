import { markUnread } from '../../db/changes/mark-read.ts';
import { noContent } from '../answers.ts';
import { operation } from '../operation.ts';
import { findItem } from './find.ts';
import { itemParams } from './schemas.ts';

/** Takes the caller's own mark away. */
export const markMailItemUnread = operation({
  id: 'markMailItemUnread',
  method: 'delete',
  path: '/v1/mail-items/{id}/read',
  summary: 'Mark a letter as unread',
  description: 'For you alone: others see their own marks.',
  tags: ['Mail items'],
  caller: ['user'],
  right: 'mail-item.read',
  params: itemParams,
  responses: { 204: { description: 'It counts as unread for you.' } },
  refusals: {},
  handle: async (call, deps) => {
    const { item } = await findItem(call, deps);
    await markUnread(deps.knex)(call.caller.id, item.id);
  },
  answer: () => noContent(),
});
