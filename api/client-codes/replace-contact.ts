import { replaceContact as replace } from '../../db/changes/replace-contact.ts';
import { clientCodeById } from '../../db/queries/client-codes.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { contactBody } from '../account-invitations/schemas.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { clientCodeParams, clientCodeShown } from './schemas.ts';

/** WF-34, IP-06. */
export const replaceClientContact = operation({
  id: 'replaceClientContact',
  method: 'post',
  path: '/v1/client-codes/{id}/contact',
  summary: 'Name another main contact',
  description:
    'He is invited at once; whoever received the documents before gets no new ones, and keeps what he has. Name him who receives ' +
    'them, and he goes on. The answer is the same in every case.',
  tags: ['Client codes'],
  caller: ['issuer', 'operator'],
  right: 'client-code.contact',
  params: clientCodeParams,
  body: contactBody,
  responses: { 200: { description: 'The customer, with the new address.', schema: clientCodeShown } },
  refusals: { 409: ['client-code.not-invited'] },
  handle: async (call, { knex }) => {
    const { id } = call.params;
    call.allow('client-code', await clientCodeById(knex, id));
    const contact = { clientCodeId: id, ...call.body };
    await replace(knex)(contact, eventActorOf(call.caller), call.request);
    const found = await clientCodeById(knex, id);
    if (found === null) throw new Refused(hidden);
    return found;
  },
  answer: (found) => ok(found),
});
