import { askRouter } from '../../db/changes/ask-router.ts';
import { onboardingSeen } from '../../db/queries/router-onboardings.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { created } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { findCompany } from '../users/find.ts';
import { companyParams } from '../users/schemas.ts';
import { presentOnboarding } from './present.ts';
import { askBody, onboardingShown } from './schemas.ts';

/** RT-03. */
export const askForRouter = operation({
  id: 'askForRouter',
  method: 'post',
  path: '/v1/companies/{id}/router-onboardings',
  summary: 'Ask for a router that is missing',
  description:
    'Staff look into it within 8 opening hours unless policy says otherwise (`dueAt`); you hear by mail what became of it. Once ' +
    'listed, it has 90 days to confirm, then the asking lapses. A router of the same name at another address is another router, ' +
    'and may be asked for.',
  tags: ['Routers'],
  caller: ['user', 'operator'],
  right: 'router.grant',
  params: companyParams,
  body: askBody,
  responses: { 201: { description: 'Asked for.', schema: onboardingShown } },
  refusals: { 409: ['router-onboarding.known', 'router-onboarding.open'] },
  handle: async (call, deps) => {
    const { companyId } = await findCompany(call, deps);
    const { id } = await askRouter(deps.knex)(companyId, call.body, eventActorOf(call.caller), call.request);
    const seen = await onboardingSeen(deps.knex, id);
    if (seen === null) throw new Refused(hidden);
    return seen;
  },
  answer: (seen) =>
    created(presentOnboarding({ seen, isForRouter: false }), `/v1/router-onboardings/${seen.onboarding.id}`),
});
