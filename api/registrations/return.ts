import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { registrationCase } from './case-schemas.ts';
import { commandCase } from './command.ts';
import { findCase } from './find-case.ts';
import { presentCase } from './present.ts';
import { returnBody, registrationParams } from './schemas.ts';
import { reviewReasons } from './review-reasons.ts';
import type { ReturnParticulars } from '../../db/changes/command-registration.ts';
import type { RegistrationCase } from '../../db/queries/registration-cases.ts';
import { HttpRefusal } from '../refusal.ts';

/** Back to the applicant with what is to be corrected (CS-06). */
export const returnRegistration = operation({
  id: 'returnRegistration',
  method: 'post',
  path: '/v1/registrations/{id}/return',
  summary: 'Return a registration for correction',
  description:
    'The applicant is told by mail which fields and why; his days to come back, 30 unless policy says otherwise, count from now.',
  tags: ['Registrations'],
  caller: ['operator'],
  right: 'registration.review',
  params: registrationParams,
  body: returnBody,
  responses: { 200: { description: 'It is with the applicant again.', schema: registrationCase } },
  refusals: {
    409: [...reviewReasons],
    503: ['service.temporal-away'],
  },
  handle: async (call, deps) => {
    const { found } = await findCase(call, deps);
    const { request, params } = call;
    const { fields, note = null } = call.body;
    checkFields(found, fields);
    const words: ReturnParticulars = { fields, note };
    await commandCase(call, deps, { registrationId: params.id, name: 'returnForCorrection', words, request });
    return findCase(call, deps);
  },
  answer: ({ found, identity }, { receivedAt, language }) =>
    ok(presentCase(found, identity, receivedAt, language)),
});

/** Only what the form asks for can be corrected; an identity document is asked for by its own name. */
function checkFields({ form }: RegistrationCase, fields: readonly string[]): void {
  const names = [...form.form.fields.map(({ name }) => name), 'identityDocument'];
  const faults = fields.flatMap((field, index) =>
    names.includes(field)
      ? []
      : [
          {
            in: 'body' as const,
            field: `/fields/${index}`,
            reason: 'field.value',
            accepted: { enum: names },
          },
        ],
  );
  if (faults.length > 0) throw new HttpRefusal(422, 'request.invalid', { faults });
}
