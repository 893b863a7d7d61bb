import { routersOfClient } from '../../db/queries/router-grants.ts';
import { routerStateOf } from '../../domain/router.ts';
import { ok } from '../answers.ts';
import { applicationName } from '../applications/present.ts';
import { operation } from '../operation.ts';
import { presentRouter } from '../routers/present.ts';
import { findCompany } from '../users/find.ts';
import { companyParams } from '../users/schemas.ts';
import { clientRouters } from './schemas.ts';

/** RT-04, as the client sees it: granted but unusable, until somebody at the router hands it on. */
export const listCompanyRouters = operation({
  id: 'listCompanyRouters',
  method: 'get',
  path: '/v1/companies/{id}/routers',
  summary: 'The routers of a client, and how they stand',
  description:
    'Account by account: what it holds rights in, whether anybody there can work with them yet, and when they end if nobody ' +
    'hands them on. How many people it has put to work, never who.',
  tags: ['Routers'],
  caller: ['user', 'operator'],
  right: 'router.read',
  params: companyParams,
  responses: { 200: { description: 'Routers.', schema: clientRouters } },
  refusals: {},
  handle: async (call, deps) => {
    const { companyId } = await findCompany(call, deps);
    return routersOfClient(deps.knex, companyId);
  },
  answer: (found, { language }, { registry }) =>
    ok({
      items: found.map(({ router, administration, workers, grantedSince, endsAt, applications, ...rest }) => {
        const state = routerStateOf(router.companyId, workers);
        return {
          ...rest,
          applications: applications.map((key) => ({ key, name: applicationName(registry, key, language) })),
          router: presentRouter(router),
          state,
          hasAdministrator: administration === 'active',
          people: workers,
          waitsSince: grantedSince,
          endsAt: state === 'working' ? null : endsAt,
        };
      }),
    }),
});
