import { changeCompanyPlaces as change } from '../../db/changes/company-places.ts';
import { companyPlaces as placesOfCompany } from '../../db/queries/companies.ts';
import { placeTermsOf } from '../../db/queries/own-places.ts';
import { checkNetwork, networkFrom, placeOf } from '../../domain/place.ts';
import { firstRefusal, orThrow } from '../../domain/verdict.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { selfOf } from '../me/self.ts';
import { operation } from '../operation.ts';
import { presentCompanyPlaces } from './present.ts';
import { companyParams, companyPlaces, companyPlacesBody } from './schemas.ts';

/** An administrator switches it on or off for his company, and names its networks (SE-04; check 47). */
export const changeCompanyPlaces = operation({
  id: 'changeCompanyPlaces',
  method: 'put',
  path: '/v1/companies/{id}/places',
  summary: 'Set where a company logs in from',
  description:
    'On: a log-in from an unknown place waits for a mail, but not from the networks named here. The place you set it ' +
    'from is yours from then on. Networks are at least /16 (IPv4) or /32 (IPv6).',
  tags: ['Places'],
  caller: ['user'],
  right: 'company.administer',
  stepUp: true,
  params: companyParams,
  body: companyPlacesBody,
  ifMatch: true,
  responses: { 200: { description: 'As it is set now.', schema: companyPlaces, versioned: true } },
  refusals: {
    409: ['company.version-stale'],
    422: ['place.network-invalid', 'place.network-too-wide'],
  },
  handle: async (call, { knex }) => {
    const { body, caller, params, receivedAt } = call;
    call.allow('company', await placesOfCompany(knex, params.id));
    orThrow(firstRefusal(...body.networks.map(checkNetwork)));
    const { userId } = selfOf(caller);
    const network = placeOf(call.clientAddress, await placeTermsOf(knex, userId, receivedAt));
    const asked = {
      companyId: params.id,
      version: call.version,
      switch: body.switch === 'as-brand' ? null : body.switch,
      networks: [...new Set(body.networks.map(networkFrom))].sort(),
      by: { userId, network },
    };
    await change(knex)(asked, eventActorOf(caller), receivedAt);
    return call.allow('company', await placesOfCompany(knex, params.id));
  },
  answer: (found) => ok(presentCompanyPlaces(found), { version: found.version }),
});
