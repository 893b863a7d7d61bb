import { openFormByKey } from '../../db/queries/registration-forms.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { presentForm } from './present.ts';
import { formParams, registrationForm } from './schemas.ts';

/** One form (UM-03, CS-06). */
export const readRegistrationForm = operation({
  id: 'readRegistrationForm',
  method: 'get',
  path: '/v1/registration-forms/{form}',
  summary: 'Read a form',
  description: 'Its fields and their words in your language.',
  tags: ['Registrations'],
  caller: 'anyone',
  right: 'public',
  params: formParams,
  responses: { 200: { description: 'The form.', schema: registrationForm } },
  refusals: {},
  handle: async ({ params }, { knex }) => {
    const form = await openFormByKey(knex, params.form);
    if (form === null) throw new Refused(hidden);
    return form;
  },
  answer: (form, { language }) => ok(presentForm(form, language)),
});
