import { companyPlaces as placesOfCompany } from '../../db/queries/companies.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { presentCompanyPlaces } from './present.ts';
import { companyParams, companyPlaces } from './schemas.ts';

/** From where may the people of a company log in? (SE-04) */
export const readCompanyPlaces = operation({
  id: 'readCompanyPlaces',
  method: 'get',
  path: '/v1/companies/{id}/places',
  summary: 'Where a company logs in from',
  description: 'Whether log-ins from unknown places wait for a mail, and the networks that are never asked.',
  tags: ['Places'],
  caller: ['user'],
  right: 'company.administer',
  params: companyParams,
  responses: { 200: { description: 'As it is set.', schema: companyPlaces, versioned: true } },
  refusals: {},
  handle: async (call, { knex }) => call.allow('company', await placesOfCompany(knex, call.params.id)),
  answer: (found) => ok(presentCompanyPlaces(found), { version: found.version }),
});
