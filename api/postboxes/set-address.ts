import { changePostboxAddress } from '../../db/changes/change-postbox-address.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { findBox } from './find.ts';
import { address, addressBody, addressParams } from './schemas.ts';

/** Sets one of the six addresses of a box (PP-04). */
export const setPostboxAddress = operation({
  id: 'setPostboxAddress',
  method: 'put',
  path: '/v1/postboxes/{id}/addresses/{kind}',
  summary: 'Set an address of a postbox',
  description:
    'The whole address; the last one counts, and the same again changes nothing. A new forwarding address holds for ' +
    'every letter that has not been released to the site: their customers are told.',
  tags: ['Postboxes'],
  caller: ['user'],
  right: 'postbox.settings',
  stepUp: true,
  params: addressParams,
  body: addressBody,
  responses: { 200: { description: 'The address as it is now.', schema: address, versioned: true } },
  refusals: { 409: ['postbox.closed'] },
  handle: async (call, deps) => {
    const { id: postboxId } = await findBox(call, deps);
    const set = { postboxId, kind: call.params.kind, lines: call.body };
    return changePostboxAddress(deps.knex)(set, eventActorOf(call.caller), call.receivedAt);
  },
  answer: (set) => ok(set, { version: set.version }),
});
