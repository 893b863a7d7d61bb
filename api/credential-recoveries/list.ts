import { recoveriesToDo as toDo } from '../../db/queries/credential-recoveries.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { recoveriesToDo } from './schemas.ts';

/** UM-24: whom neither self-service nor an administrator helps, staff do. */
export const listCredentialRecoveries = operation({
  id: 'listCredentialRecoveries',
  method: 'get',
  path: '/v1/credential-recoveries',
  summary: 'Who cannot get back in by himself',
  description:
    'For staff, before they start a reset: those who asked within 30 days and were handed over, until a reset is begun. An administrator ' +
    'who does nothing within the opening hours of the policy is passed over: from then on it waits for you.',
  tags: ['Credential recovery'],
  caller: ['operator'],
  right: 'user.administer',
  responses: { 200: { description: 'The oldest first.', schema: recoveriesToDo } },
  refusals: {},
  handle: (call, { knex }) => {
    call.allow('operations', {});
    return toDo(knex, call.receivedAt);
  },
  answer: (recoveries) => ok({ recoveries }),
});
