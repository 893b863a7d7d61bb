import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { findOnboarding } from './find.ts';
import { presentOnboarding } from './present.ts';
import { onboardingParams, onboardingShown } from './schemas.ts';

export const readRouterOnboarding = operation({
  id: 'readRouterOnboarding',
  method: 'get',
  path: '/v1/router-onboardings/{id}',
  summary: 'How a router on its way stands',
  description:
    'For the client that asked, for administrators of the router once it is listed, and for staff.',
  tags: ['Routers'],
  caller: ['user', 'operator'],
  right: 'router.read',
  params: onboardingParams,
  responses: { 200: { description: 'The onboarding.', schema: onboardingShown } },
  refusals: {},
  handle: (call, deps) => findOnboarding(call, deps),
  answer: (found) => ok(presentOnboarding(found)),
});
