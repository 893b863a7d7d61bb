import { isRouterOfBrandOf, searchRouters, routerById } from '../../db/queries/routers.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { cutPage, keyOfCursor } from '../pages.ts';
import { presentRouter } from './present.ts';
import { routerPage, routerParams, routerQuery, routerShown } from './schemas.ts';

const common = {
  tags: ['Routers'] as [string],
  caller: ['user', 'operator'] as ['user', 'operator'],
  right: 'router.read' as const,
};

/** RT-01. */
export const listRouters = operation({
  ...common,
  id: 'listRouters',
  method: 'get',
  path: '/v1/routers',
  summary: 'The directory of routers',
  description:
    'By name, and those of one name by number: the address tells them apart. For administrators those of their brand, for ' +
    'staff all; empty for who administers nothing.',
  query: routerQuery,
  responses: { 200: { description: 'Routers.', schema: routerPage } },
  refusals: {},
  handle: async (call, { knex }) => {
    const { q = null, country = null, type = null, limit, after } = call.query;
    const reach = call.reach();
    const [name, number] = keyOfCursor(after, ['string', 'string']) ?? [];
    const found = await searchRouters(knex, {
      companyIds: reach.everything ? null : reach.companyIds,
      ...{ text: q, country, type, limit: limit + 1 },
      after: typeof name === 'string' && typeof number === 'string' ? [name, number] : null,
    });
    return cutPage(found, limit, (router) => [router.name, router.number]);
  },
  answer: ({ items, next }) => ok({ items: items.map(presentRouter), next }),
});

export const readRouter = operation({
  ...common,
  id: 'readRouter',
  method: 'get',
  path: '/v1/routers/{id}',
  summary: 'A router of the directory',
  description: 'Its entry; hidden once it is taken out.',
  params: routerParams,
  responses: { 200: { description: 'The router.', schema: routerShown, versioned: true } },
  refusals: {},
  handle: async (call, { knex }) => {
    const reach = call.reach();
    const router = await routerById(knex, call.params.id);
    const isSeen =
      router !== null &&
      !router.isClosed &&
      (reach.everything || (await isRouterOfBrandOf(knex, router, reach.companyIds)));
    if (!isSeen) throw new Refused(hidden);
    return router;
  },
  answer: (router) => ok(presentRouter(router), { version: router.version }),
});
