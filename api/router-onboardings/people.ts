import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { commandOnboarding } from './find.ts';
import { presentOnboarding } from './present.ts';
import { onboardingParams, onboardingShown } from './schemas.ts';

export const withdrawRouter = operation({
  id: 'withdrawRouter',
  method: 'post',
  path: '/v1/router-onboardings/{id}/withdrawal',
  summary: 'Take back what was asked for',
  description: 'As long as staff have not answered.',
  tags: ['Routers'],
  caller: ['user', 'operator'],
  right: 'router.grant',
  params: onboardingParams,
  responses: { 200: { description: 'Withdrawn.', schema: onboardingShown } },
  refusals: {
    409: ['router-onboarding.over', 'router-onboarding.listed'],
    503: ['service.temporal-away'],
  },
  handle: (call, deps) => commandOnboarding(call, deps, 'withdraw'),
  answer: (found) => ok(presentOnboarding(found)),
});

/** WF-06: an administrator of the router says yes for it; staff cannot. */
export const confirmRouter = operation({
  id: 'confirmRouter',
  method: 'post',
  path: '/v1/router-onboardings/{id}/confirmation',
  summary: 'Confirm that your company works as a router',
  description: 'By an administrator of the router. Whoever asked for it is told.',
  tags: ['Routers'],
  caller: ['user'],
  right: 'company.administer',
  params: onboardingParams,
  responses: { 200: { description: 'Confirmed.', schema: onboardingShown } },
  refusals: {
    409: ['router-onboarding.over', 'router-onboarding.not-listed', 'router-onboarding.no-account'],
    503: ['service.temporal-away'],
  },
  handle: (call, deps) => commandOnboarding(call, deps, 'confirm', { side: 'router' }),
  answer: (found) => ok(presentOnboarding(found)),
});
