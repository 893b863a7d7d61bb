import { clientCodeById } from '../../db/queries/client-codes.ts';
import { activeReceptionOf } from '../../db/queries/receptions.ts';
import { consentCommands } from '../../domain/channel-consent.ts';
import { orThrow, Refused, refuseState } from '../../domain/verdict.ts';
import { updates } from '../../workflows/channel-consent/messages.ts';
import { noContent } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { clientCodeParams } from './schemas.ts';

/** UP-17: nothing is said of who receives (UP-15); he is told by mail, with the way back. */
export const deactivateClientCode = operation({
  id: 'deactivateClientCode',
  method: 'post',
  path: '/v1/client-codes/{id}/deactivation',
  summary: 'Put a customer back on paper',
  description:
    'From the next document on; what was delivered electronically remains readable. The customer is told by mail, and comes back ' +
    'by himself with the last code he received as long as it is valid: also when this was a mistake.',
  tags: ['Client codes'],
  caller: ['issuer', 'operator'],
  right: 'client-code.deactivate',
  params: clientCodeParams,
  responses: { 204: { description: 'On paper from the next document on.' } },
  refusals: {
    409: ['client-code.on-paper', 'reception.over', 'reception.paper-refused'],
    503: ['service.temporal-away'],
  },
  handle: async (call, { knex, lives }) => {
    const { id: clientCodeId } = call.allow('client-code', await clientCodeById(knex, call.params.id));
    const { check } = consentCommands.deactivate;
    await call.once(async () => {
      const found = await activeReceptionOf(knex, clientCodeId);
      if (found === null) throw new Refused(refuseState('client-code.on-paper'));
      orThrow(check(found));
      return lives.command({
        life: 'channel-consent',
        id: found.id,
        update: updates.deactivate,
        check,
        message: { receptionId: found.id, actor: eventActorOf(call.caller), request: call.request },
      });
    });
  },
  answer: () => noContent(),
});
