import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { registrationCase } from './case-schemas.ts';
import { findCase } from './find-case.ts';
import { presentCase } from './present.ts';
import { registrationParams } from './schemas.ts';

/** One case, whole (WF-01). */
export const readRegistrationCase = operation({
  id: 'readRegistrationCase',
  method: 'get',
  path: '/v1/registrations/{id}/case',
  summary: 'Read a registration as staff',
  description:
    'With the other registrations of its enterprise number, and with the company of that number where there is one.',
  tags: ['Registrations'],
  caller: ['operator'],
  right: 'registration.review',
  params: registrationParams,
  responses: { 200: { description: 'The registration.', schema: registrationCase } },
  refusals: {},
  handle: findCase,
  answer: ({ found, identity }, { receivedAt, language }) =>
    ok(presentCase(found, identity, receivedAt, language)),
});
