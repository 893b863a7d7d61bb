import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { commandCase } from './command.ts';
import { heldBy } from './holder.ts';
import { presentHeld } from './present.ts';
import { formKeyHeader, heldRegistration, registrationParams } from './schemas.ts';

/** Not wanted any more: nothing is approved after this (WF-01). */
export const withdrawRegistration = operation({
  id: 'withdrawRegistration',
  method: 'post',
  path: '/v1/registrations/{id}/withdrawal',
  summary: 'Withdraw your registration',
  description:
    'Closes it. What was written is kept as long as the case; a new form can be filled in at any time.',
  tags: ['Registrations'],
  caller: 'anyone',
  right: 'public',
  params: registrationParams,
  headers: formKeyHeader,
  responses: { 200: { description: 'It is withdrawn.', schema: heldRegistration } },
  refusals: {
    409: ['registration.approved', 'registration.withdrawn', 'registration.closed'],
    503: ['service.temporal-away'],
  },
  handle: async (call, deps) => {
    await heldBy(call, deps);
    const { request, params } = call;
    await commandCase(call, deps, { registrationId: params.id, name: 'withdraw', request });
    return heldBy(call, deps);
  },
  answer: ({ held, identity }, { language }) => ok(presentHeld(held, identity, language)),
});
