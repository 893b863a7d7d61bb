import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { heldBy } from './holder.ts';
import { presentHeld } from './present.ts';
import { formKeyHeader, heldRegistration, registrationParams } from './schemas.ts';

/** For who holds its form key (WF-01). */
export const readRegistration = operation({
  id: 'readRegistration',
  method: 'get',
  path: '/v1/registrations/{id}',
  summary: 'Read your registration',
  description:
    'Where it stands, what you answered, what is to be corrected. With another form key there is none.',
  tags: ['Registrations'],
  caller: 'anyone',
  right: 'public',
  params: registrationParams,
  headers: formKeyHeader,
  responses: { 200: { description: 'The registration.', schema: heldRegistration } },
  refusals: {},
  handle: heldBy,
  answer: ({ held, identity }, { language }) => ok(presentHeld(held, identity, language)),
});
