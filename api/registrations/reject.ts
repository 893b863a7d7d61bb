import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { registrationCase } from './case-schemas.ts';
import { commandCase } from './command.ts';
import { findCase } from './find-case.ts';
import { presentCase } from './present.ts';
import { rejectionBody, registrationParams } from './schemas.ts';
import { reviewReasons } from './review-reasons.ts';
import type { DecisionParticulars } from '../../db/changes/command-registration.ts';

/** No, with a reason that the applicant is told (WF-01). */
export const rejectRegistration = operation({
  id: 'rejectRegistration',
  method: 'post',
  path: '/v1/registrations/{id}/rejection',
  summary: 'Reject a registration',
  description: 'The reason goes to the confirmed address.',
  tags: ['Registrations'],
  caller: ['operator'],
  right: 'registration.review',
  params: registrationParams,
  body: rejectionBody,
  responses: { 200: { description: 'It is rejected.', schema: registrationCase } },
  refusals: {
    409: [...reviewReasons],
    503: ['service.temporal-away'],
  },
  handle: async (call, deps) => {
    await findCase(call, deps);
    const { request, params } = call;
    const words: DecisionParticulars = { note: call.body.reason };
    await commandCase(call, deps, { registrationId: params.id, name: 'reject', words, request });
    return findCase(call, deps);
  },
  answer: ({ found, identity }, { receivedAt, language }) =>
    ok(presentCase(found, identity, receivedAt, language)),
});
