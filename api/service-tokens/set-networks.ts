import { setServiceTokenNetworks as set } from '../../db/changes/service-token-networks.ts';
import { serviceTokenById } from '../../db/queries/service-tokens.ts';
import { checkNetwork, networkFrom } from '../../domain/place.ts';
import { firstRefusal, orThrow } from '../../domain/verdict.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { networksBody, serviceToken, tokenParams } from './schemas.ts';

/** A token that was stolen is of no use elsewhere (decided.md, Places). */
export const setServiceTokenNetworks = operation({
  id: 'setServiceTokenNetworks',
  method: 'put',
  path: '/v1/service-tokens/{id}/networks',
  summary: 'Set from where a service token works',
  description:
    'From the next request on; one from elsewhere is answered as if there were no such token. Networks are at least /16 ' +
    '(IPv4) or /32 (IPv6).',
  tags: ['Service tokens'],
  caller: ['operator'],
  right: 'service-token.administer',
  stepUp: true,
  params: tokenParams,
  body: networksBody,
  ifMatch: true,
  responses: { 200: { description: 'As it is set now.', schema: serviceToken, versioned: true } },
  refusals: {
    409: ['service-token.version-stale'],
    422: ['place.network-invalid', 'place.network-too-wide'],
  },
  handle: async (call, { knex }) => {
    const { params, body, caller, receivedAt } = call;
    const find = async () => {
      const found = await serviceTokenById(knex, params.id);
      call.allow('operations', found === null ? null : {});
      return found;
    };
    await find();
    orThrow(firstRefusal(...(body.networks ?? []).map(checkNetwork)));
    const networks = body.networks === null ? null : [...new Set(body.networks.map(networkFrom))].sort();
    await set(knex)(
      { tokenId: params.id, version: call.version, networks },
      eventActorOf(caller),
      receivedAt,
    );
    return find();
  },
  answer: (found) => ok(found, found === null ? {} : { version: found.version }),
});
