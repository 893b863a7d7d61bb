import { addAddressee as add } from '../../db/changes/addressees.ts';
import { created } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { findBox } from './find.ts';
import { addressee, addresseeBody, boxParams } from './schemas.ts';

/** One more name on the box (PP-03). */
export const addAddressee = operation({
  id: 'addAddressee',
  method: 'post',
  path: '/v1/postboxes/{id}/addressees',
  summary: 'Add an addressee',
  description: 'From now on the site recognises this name. Letter case and accents do not make another one.',
  tags: ['Postboxes'],
  caller: ['user'],
  right: 'postbox.settings',
  params: boxParams,
  body: addresseeBody,
  responses: { 201: { description: 'It is added.', schema: addressee } },
  refusals: { 409: ['postbox.closed', 'addressee.exists'] },
  handle: async (call, deps) => {
    const { id } = await findBox(call, deps);
    return add(deps.knex)(id, call.body.name, eventActorOf(call.caller), call.request);
  },
  answer: (added, { params }) => created(added, `/v1/postboxes/${params.id}/addressees/${added.id}`),
});
