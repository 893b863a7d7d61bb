import { removeNotificationAddress as remove } from '../../db/changes/notification-address.ts';
import { noContent } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { findBox } from './find.ts';
import { boxParams } from './schemas.ts';

/** Notices go to the readers of the box again (PP-07). */
export const removeNotificationAddress = operation({
  id: 'removeNotificationAddress',
  method: 'delete',
  path: '/v1/postboxes/{id}/notification-address',
  summary: 'Send notices to the readers of the box again',
  description: 'The address in force goes, and a link under way is dead.',
  tags: ['Postboxes'],
  caller: ['user'],
  right: 'postbox.settings',
  stepUp: true,
  params: boxParams,
  responses: { 204: { description: 'There is none any more.' } },
  refusals: {},
  handle: async (call, deps) => {
    const { id } = await findBox(call, deps);
    await remove(deps.knex)(id, eventActorOf(call.caller), call.receivedAt);
  },
  answer: () => noContent(),
});
