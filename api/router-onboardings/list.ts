import type { OnboardingSeen } from '../../db/queries/router-onboardings.ts';
import { searchOnboardings } from '../../db/queries/router-onboardings.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { cutPage, dueOfCursor } from '../pages.ts';
import { findCompany } from '../users/find.ts';
import { companyParams } from '../users/schemas.ts';
import { presentOnboarding } from './present.ts';
import { onboardingPage, onboardingQuery } from './schemas.ts';

/** What waits for staff, and until when. */
export const listRouterOnboardings = operation({
  id: 'listRouterOnboardings',
  method: 'get',
  path: '/v1/router-onboardings',
  summary: 'The routers that wait for staff',
  description: 'By the instant until which they are to be answered: what is overdue comes first.',
  tags: ['Routers'],
  caller: ['operator'],
  right: 'router.vet',
  query: onboardingQuery,
  responses: { 200: { description: 'Onboardings.', schema: onboardingPage } },
  refusals: {},
  handle: async (call, { knex }) => {
    call.reach();
    const { stage, limit, after } = call.query;
    const stages = stage === undefined ? (['vetting', 'overdue'] as const) : [stage];
    const search = { companyId: null, stages, limit: limit + 1, after: dueOfCursor(after) };
    return cutPage(await searchOnboardings(knex, search), limit, keyOf);
  },
  answer: ({ items, next }) =>
    ok({ items: items.map((seen) => presentOnboarding({ seen, isForRouter: false })), next }),
});

/** What a company asked for, and where it is the router that is meant. */
export const listCompanyRouterOnboardings = operation({
  id: 'listCompanyRouterOnboardings',
  method: 'get',
  path: '/v1/companies/{id}/router-onboardings',
  summary: 'Routers that the company asked for, or is meant by',
  description:
    'A company may be both client and router: those that it asked for, and those by which others asked for it.',
  tags: ['Routers'],
  caller: ['user', 'operator'],
  right: 'router.read',
  params: companyParams,
  query: onboardingQuery,
  responses: { 200: { description: 'Onboardings.', schema: onboardingPage } },
  refusals: {},
  handle: async (call, deps) => {
    const { companyId } = await findCompany(call, deps);
    const { stage, limit, after } = call.query;
    const stages = stage === undefined ? null : [stage];
    const search = { companyId, stages, limit: limit + 1, after: dueOfCursor(after) };
    const page = cutPage(await searchOnboardings(deps.knex, search), limit, keyOf);
    return { ...page, companyId };
  },
  answer: ({ items, next, companyId }) =>
    ok({
      items: items.map((seen) =>
        presentOnboarding({ seen, isForRouter: seen.onboarding.companyId !== companyId }),
      ),
      next,
    }),
});

function keyOf({ onboarding }: OnboardingSeen): readonly [string, string] {
  return [onboarding.dueAt, onboarding.id];
}
