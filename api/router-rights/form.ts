import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { presentForm } from '../rights/present.ts';
import { rightsForm, rightsFormQuery } from '../rights/schemas.ts';
import { findRouterRights } from './find.ts';
import { routerGrantReasons } from './reasons.ts';
import { routerRightsParams } from './schemas.ts';

/** RT-02: the same screen as for own users. */
export const readRouterRights = operation({
  id: 'readRouterRights',
  method: 'get',
  path: '/v1/companies/{id}/routers/{routerId}/rights/{accountId}/{application}',
  summary: 'The rights of a router in an application',
  description:
    'Every option of the application on that account of yours: whether the router holds it, and if you cannot give it, why.',
  tags: ['Routers'],
  caller: ['user', 'operator'],
  right: 'router.grant',
  params: routerRightsParams,
  query: rightsFormQuery,
  responses: { 200: { description: 'The form.', schema: rightsForm, versioned: true } },
  refusals: routerGrantReasons,
  handle: (call, deps) => findRouterRights(call, deps),
  answer: (ground, { query, language }) =>
    ok(presentForm(ground, query.profile ?? null, language, 'router'), {
      version: ground.holding?.version ?? 0,
    }),
});
