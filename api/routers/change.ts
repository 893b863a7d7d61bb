import { changeRouter, closeRouter } from '../../db/changes/change-router.ts';
import { routerById } from '../../db/queries/routers.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { noContent, ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { operation } from '../operation.ts';
import { presentRouter } from './present.ts';
import { entryBody, routerParams, routerShown } from './schemas.ts';

const common = {
  tags: ['Routers'] as [string],
  caller: ['operator'] as ['operator'],
  right: 'router.vet' as const,
  params: routerParams,
};

export const changeRouterEntry = operation({
  ...common,
  id: 'changeRouterEntry',
  method: 'put',
  path: '/v1/routers/{id}',
  summary: 'Put an entry of the directory right',
  description: 'Name, address and type. Whose entry it is does not change by this way.',
  ifMatch: true,
  body: entryBody,
  responses: { 200: { description: 'As it stands now.', schema: routerShown, versioned: true } },
  refusals: { 409: ['router.closed', 'router.version-stale'] },
  handle: async (call, deps) => {
    const { id } = await find(deps, call.params.id);
    call.allow('operations', {});
    await changeRouter(deps.knex)(id, call.body, call.version, eventActorOf(call.caller), call.receivedAt);
    return find(deps, id);
  },
  answer: (router) => ok(presentRouter(router), { version: router.version }),
});

export const closeRouterEntry = operation({
  ...common,
  id: 'closeRouterEntry',
  method: 'post',
  path: '/v1/routers/{id}/closure',
  summary: 'Take a router out of the directory',
  description: 'Only while no client gives it rights. The company behind it stays, and may be listed anew.',
  responses: { 204: { description: 'It is not listed any more.' } },
  refusals: { 409: ['router.closed', 'router.in-use'] },
  handle: async (call, deps) => {
    const { id } = await find(deps, call.params.id);
    call.allow('operations', {});
    await closeRouter(deps.knex)(id, eventActorOf(call.caller), call.request);
  },
  answer: () => noContent(),
});

async function find({ knex }: Deps, id: string) {
  const router = await routerById(knex, id);
  if (router === null) throw new Refused(hidden);
  return router;
}
