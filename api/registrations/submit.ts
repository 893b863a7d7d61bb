import { checkSubmit } from '../../domain/registration-commands.ts';
import { orThrow } from '../../domain/verdict.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { HttpRefusal } from '../refusal.ts';
import { checkAnswers } from './answers.ts';
import { commandCase } from './command.ts';
import type { Held } from './holder.ts';
import { heldBy } from './holder.ts';
import { presentHeld } from './present.ts';
import { formKeyHeader, heldRegistration, registrationParams } from './schemas.ts';

/** Handed in: complete, or refused with every field at fault (CS-06). */
export const submitRegistration = operation({
  id: 'submitRegistration',
  method: 'post',
  path: '/v1/registrations/{id}/submission',
  summary: 'Hand in your registration',
  description:
    'Staff look at it as soon as the mail address is confirmed, and answer within so many opening hours. What is missing ' +
    'or wrong is named field by field.',
  tags: ['Registrations'],
  caller: 'anyone',
  right: 'public',
  params: registrationParams,
  headers: formKeyHeader,
  responses: { 200: { description: 'It is handed in.', schema: heldRegistration } },
  refusals: {
    409: [
      'registration.in-review',
      'registration.submitted',
      'registration.approved',
      'registration.withdrawn',
      'registration.closed',
    ],
    422: ['registration.incomplete'],
    503: ['service.temporal-away'],
  },
  handle: async (call, deps) => {
    const found = await heldBy(call, deps);
    const { request, params } = call;
    await call.once(async () => {
      orThrow(checkSubmit(found.held.registration));
      checkAnswers(found.held.form.form, found.held.answers, true);
      checkDocument(found);
      return commandCase(call, deps, { registrationId: params.id, name: 'submit', request });
    });
    return heldBy(call, deps);
  },
  answer: ({ held, identity }, { language }) => ok(presentHeld(held, identity, language)),
});

/** A brand that asks for an identity document gets the form together with it (SE-03). */
function checkDocument({ held, identity }: Held): void {
  const isThere = identity !== null && (!identity.closed || identity.closed.outcome === 'passed');
  if (!held.registration.terms.identityDocument || isThere) return;
  const fault = {
    in: 'body',
    field: '/identityDocument',
    reason: 'field.missing',
    accepted: { mediaTypes: ['application/pdf', 'image/jpeg', 'image/png'] },
  } as const;
  throw new HttpRefusal(422, 'request.invalid', { faults: [fault] });
}
