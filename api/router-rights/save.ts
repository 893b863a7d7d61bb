import { copyRouterRights, saveRouterRights as save } from '../../db/changes/save-router-rights.ts';
import type { RouterRightsSaved } from '../../db/changes/save-router-rights.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { toldCell } from '../../domain/granting.ts';
import { rightsBody } from '../rights/schemas.ts';
import { findRouterRights, routerRightsAsked } from './find.ts';
import { routerWishReasons } from './reasons.ts';
import { routerRightsParams, routerRightsSaved } from './schemas.ts';

const common = {
  tags: ['Routers'] as [string],
  caller: ['user', 'operator'] as ['user', 'operator'],
  right: 'router.grant' as const,
  stepUp: true,
  params: routerRightsParams,
};

/** RT-02, RT-06: single rights can always be taken back, and then from the router's people at once. */
export const saveRouterRights = operation({
  ...common,
  id: 'saveRouterRights',
  method: 'put',
  path: '/v1/companies/{id}/routers/{routerId}/rights/{accountId}/{application}',
  summary: 'Save what a router holds in an application',
  description:
    'One act, as for your own people. It lands on the router company: nobody there can work with it until one of its ' +
    'administrators hands it on, and after 90 days of that, unless policy says otherwise, it ends. What you take back, its people lose in the same moment; you learn how many.',
  ifMatch: true,
  body: rightsBody,
  responses: { 200: { description: 'What changed.', schema: routerRightsSaved, versioned: true } },
  refusals: routerWishReasons,
  handle: async (call, deps) => {
    await findRouterRights(call, deps);
    const { profile = null, rights } = call.body;
    const asked = { ...routerRightsAsked(call), request: null };
    return save(deps.knex, deps.registry)(asked, { profile, rights }, call.version);
  },
  answer: (saved) => ok(present(saved), { version: saved.version }),
});

/** UM-17, RT-02. */
export const copyRightsToRouter = operation({
  ...common,
  caller: ['user'],
  id: 'copyRightsToRouter',
  method: 'post',
  path: '/v1/companies/{id}/routers/{routerId}/rights/{accountId}/{application}/copy',
  summary: 'Copy all my rights to a router',
  description:
    'Gives the router everything you hold there at the moment of writing, on top of what it has; never rights of ' +
    'administration, and nothing that is not for routers of its type.',
  responses: { 200: { description: 'What changed.', schema: routerRightsSaved, versioned: true } },
  refusals: { ...routerWishReasons, 409: [...routerWishReasons[409], 'rights.nothing-to-copy'] },
  handle: async (call, deps) => {
    await findRouterRights(call, deps);
    return copyRouterRights(deps.knex, deps.registry)({ ...routerRightsAsked(call), request: call.request });
  },
  answer: (saved) => ok(present(saved), { version: saved.version }),
});

function present({ version, profile, added, removed, dropped, peopleAffected }: RouterRightsSaved) {
  return { version, profile, added, removed, dropped: dropped.map(toldCell), peopleAffected };
}
