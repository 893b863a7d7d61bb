import { openForms } from '../../db/queries/registration-forms.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { presentForm } from './present.ts';
import { formsQuery, registrationForms } from './schemas.ts';

/** What a stranger can fill in (UM-03). */
export const listRegistrationForms = operation({
  id: 'listRegistrationForms',
  method: 'get',
  path: '/v1/registration-forms',
  summary: 'The forms by which a company gets in',
  description: 'Fields, which of them are required, and their words in your language. No log-in is needed.',
  tags: ['Registrations'],
  caller: 'anyone',
  right: 'public',
  query: formsQuery,
  responses: { 200: { description: 'The forms.', schema: registrationForms } },
  refusals: {},
  handle: ({ query }, { knex }) => openForms(knex, query.brand ?? null),
  answer: (forms, { language }) => ok({ items: forms.map((form) => presentForm(form, language)) }),
});
