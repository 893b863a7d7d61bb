import type { SupplementParticulars } from '../../db/changes/command-registration.ts';
import { mergedAnswers } from '../../domain/registration-form.ts';
import { registrationStage } from '../../domain/registration.ts';
import { checkSupplement } from '../../domain/registration-commands.ts';
import { orThrow } from '../../domain/verdict.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { checkAddress, checkAnswers } from './answers.ts';
import { mayMail } from './begin.ts';
import { commandCase } from './command.ts';
import { heldBy } from './holder.ts';
import { presentHeld } from './present.ts';
import { formKeyHeader, heldRegistration, registrationParams, supplementBody } from './schemas.ts';

/** More answers or other ones, while it is a draft and when it is returned (CS-06). */
export const supplementRegistration = operation({
  id: 'supplementRegistration',
  method: 'patch',
  path: '/v1/registrations/{id}',
  summary: 'Supplement or correct your registration',
  description:
    'What is named is replaced, null takes an answer away, the rest stays. Another mail address has to be confirmed ' +
    'anew, and the link before is dead.',
  tags: ['Registrations'],
  caller: 'anyone',
  right: 'public',
  params: registrationParams,
  headers: formKeyHeader,
  body: supplementBody,
  idempotency: 'key',
  responses: { 200: { description: 'It is filed.', schema: heldRegistration } },
  refusals: {
    409: ['registration.in-review', 'registration.approved', 'registration.withdrawn', 'registration.closed'],
    422: ['registration.incomplete'],
    503: ['service.temporal-away'],
  },
  handle: async (call, deps) => {
    const { held } = await heldBy(call, deps);
    orThrow(checkSupplement(held.registration));
    const { answers: given, language = null } = call.body;
    const answers = mergedAnswers(held.answers, given);
    checkAnswers(held.form.form, answers, registrationStage(held.registration) === 'unconfirmed');
    checkAddress(answers);
    const isOther = answers['email'] !== held.answers['email'];
    const isMailed = isOther && (await mayMail(deps, answers));
    const words: SupplementParticulars = { answers: given, language, isMailed };
    const { request, params } = call;
    await commandCase(call, deps, { registrationId: params.id, name: 'supplement', words, request });
    return heldBy(call, deps);
  },
  answer: ({ held, identity }, { language }) => ok(presentHeld(held, identity, language)),
});
