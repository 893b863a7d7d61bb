import { removeAddressee as remove } from '../../db/changes/addressees.ts';
import { noContent } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { findBox } from './find.ts';
import { addresseeParams } from './schemas.ts';

/** A name is no longer used (PP-03). */
export const removeAddressee = operation({
  id: 'removeAddressee',
  method: 'delete',
  path: '/v1/postboxes/{id}/addressees/{addresseeId}',
  summary: 'Remove an addressee',
  description: 'The site does not recognise the name any more; letters that bear it keep it.',
  tags: ['Postboxes'],
  caller: ['user'],
  right: 'postbox.settings',
  params: addresseeParams,
  responses: { 204: { description: 'It is removed.' } },
  refusals: {},
  handle: async (call, deps) => {
    const { id } = await findBox(call, deps);
    const actor = eventActorOf(call.caller);
    await remove(deps.knex)(id, call.params.addresseeId, actor, call.receivedAt);
  },
  answer: () => noContent(),
});
