import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { commandCase } from './command.ts';
import { heldBy } from './holder.ts';
import { presentHeld } from './present.ts';
import { formKeyHeader, heldRegistration, registrationParams } from './schemas.ts';

/** The mail did not come, or its link is over. */
export const resendRegistrationLink = operation({
  id: 'resendRegistrationLink',
  method: 'post',
  path: '/v1/registrations/{id}/confirmation-mail',
  summary: 'Send the link once more',
  description: 'A new link goes to the mail address of the form, and the one before is dead.',
  tags: ['Registrations'],
  caller: 'anyone',
  right: 'public',
  params: registrationParams,
  headers: formKeyHeader,
  responses: { 200: { description: 'A mail is on its way.', schema: heldRegistration } },
  refusals: {
    409: ['registration.confirmed', 'registration.approved', 'registration.withdrawn', 'registration.closed'],
    429: ['request.too-many'],
    503: ['service.temporal-away'],
  },
  handle: async (call, deps) => {
    const found = await heldBy(call, deps);
    const { request, params } = call;
    await call.once(async () => {
      await deps.limits.spend('linkMailsToAddress', String(found.held.answers['email'] ?? ''));
      return commandCase(call, deps, { registrationId: params.id, name: 'resendConfirmation', request });
    });
    return heldBy(call, deps);
  },
  answer: ({ held, identity }, { language }) => ok(presentHeld(held, identity, language)),
});
