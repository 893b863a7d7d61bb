import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { registrationCase } from './case-schemas.ts';
import { commandCase } from './command.ts';
import { findCase } from './find-case.ts';
import { presentCase } from './present.ts';
import { registrationParams } from './schemas.ts';
import { reviewReasons } from './review-reasons.ts';

/** To the administrator there is, without saying who that is (CS-05, decided.md). */
export const referRegistration = operation({
  id: 'referRegistration',
  method: 'post',
  path: '/v1/registrations/{id}/referral',
  summary: 'Refer a registration to the administrator there is',
  description:
    'The applicant is told to ask in his company, never whom; the administrator hears of him only if the applicant ' +
    'consented in the form. Where the only administrator is gone, the mail names the recovery route instead.',
  tags: ['Registrations'],
  caller: ['operator'],
  right: 'registration.review',
  params: registrationParams,
  responses: { 200: { description: 'It is referred.', schema: registrationCase } },
  refusals: {
    409: [...reviewReasons, 'registration.no-company'],
    503: ['service.temporal-away'],
  },
  handle: async (call, deps) => {
    await findCase(call, deps);
    const { request, params } = call;
    await commandCase(call, deps, { registrationId: params.id, name: 'refer', request });
    return findCase(call, deps);
  },
  answer: ({ found, identity }, { receivedAt, language }) =>
    ok(presentCase(found, identity, receivedAt, language)),
});
