import { postboxAddress } from '../../db/queries/postbox-parts.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { findBox } from './find.ts';
import { address, addressParams } from './schemas.ts';

/** One of the six addresses of a box (PP-04). */
export const readPostboxAddress = operation({
  id: 'readPostboxAddress',
  method: 'get',
  path: '/v1/postboxes/{id}/addresses/{kind}',
  summary: 'Read an address of a postbox',
  description: 'Applicant, postal, parcel, invoice, business or forwarding; 404 while nobody has given it.',
  tags: ['Postboxes'],
  caller: ['user'],
  right: 'postbox.read',
  params: addressParams,
  responses: { 200: { description: 'The address.', schema: address, versioned: true } },
  refusals: {},
  handle: async (call, deps) => {
    const { id } = await findBox(call, deps);
    const found = await postboxAddress(deps.knex, id, call.params.kind);
    if (found === null) throw new Refused(hidden);
    return found;
  },
  answer: (found) => ok(found, { version: found.version }),
});
