import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { commandOnboarding } from './find.ts';
import { presentOnboarding } from './present.ts';
import { approvalBody, declineBody, onboardingParams, onboardingShown } from './schemas.ts';

const common = {
  tags: ['Routers'] as [string],
  caller: ['operator'] as ['operator'],
  right: 'router.vet' as const,
  params: onboardingParams,
};

/** It stands in the directory from now on; without an account it is invited to register (decided.md, Routers). */
export const approveRouter = operation({
  ...common,
  id: 'approveRouter',
  method: 'post',
  path: '/v1/router-onboardings/{id}/approval',
  summary: 'List a router that was asked for',
  description:
    'As a new entry, or as one that stands there. Clients may give it rights at once; without an account it is invited to ' +
    'register, and what it is given waits.',
  body: approvalBody,
  responses: { 200: { description: 'Listed.', schema: onboardingShown } },
  refusals: {
    409: ['router-onboarding.over', 'router-onboarding.listed', 'router.company-listed'],
    422: ['router.unknown', 'router.not-invitable'],
    503: ['service.temporal-away'],
  },
  handle: (call, deps) => commandOnboarding(call, deps, 'approve', { router: call.body }),
  answer: (found) => ok(presentOnboarding(found)),
});

export const declineRouter = operation({
  ...common,
  id: 'declineRouter',
  method: 'post',
  path: '/v1/router-onboardings/{id}/refusal',
  summary: 'Decline a router that was asked for',
  description: 'The client is told why.',
  body: declineBody,
  responses: { 200: { description: 'Declined.', schema: onboardingShown } },
  refusals: {
    409: ['router-onboarding.over', 'router-onboarding.listed'],
    503: ['service.temporal-away'],
  },
  handle: (call, deps) => commandOnboarding(call, deps, 'decline', call.body),
  answer: (found) => ok(presentOnboarding(found)),
});
