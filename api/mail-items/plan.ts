import { mailItemView } from '../../db/queries/mail-item-views.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { whatIfQuery } from './decision-schemas.ts';
import { decisionRefusals } from './decision-refusals.ts';
import { findItem } from './find.ts';
import { planOfItem } from './plan-schemas.ts';
import { presentDecision } from './present-decision.ts';
import { presentPlan, presentPurge } from './present-plan.ts';
import { itemParams } from './schemas.ts';
import { wishIn, whatIf } from './wish.ts';

/** What will happen by itself, as it stands or as it would stand after a decision. */
export const planMailItem = operation({
  id: 'planMailItem',
  method: 'get',
  path: '/v1/mail-items/{id}/plan',
  summary: 'What will happen, and what if',
  description:
    'Every automatic act still to come, with its instant, its cost, the rule behind it, and how and until when it can ' +
    'be prevented. It is computed by the function that drives the timers. With `decision` (and its `on`, `until` or ' +
    '`manner`) it is the plan as it would be: a decision that would be refused now is refused here in the same words.',
  tags: ['Mail items'],
  caller: ['user', 'site', 'operator'],
  right: 'mail-item.read',
  params: itemParams,
  query: whatIfQuery,
  responses: { 200: { description: 'The plan.', schema: planOfItem } },
  refusals: decisionRefusals,
  handle: async (call, deps) => {
    const { item, defaultManner } = await findItem(call, deps);
    const { trashing } = await mailItemView(deps.knex, item.id, null, call.receivedAt);
    const wish = wishIn(call.query, defaultManner);
    return { item: wish === null ? item : whatIf(item, wish, call.receivedAt), trashing };
  },
  answer: ({ item, trashing }, { language }) =>
    ok({
      ...presentPlan(item, language),
      decision: presentDecision(item, language),
      scan: presentPurge(trashing, language),
    }),
});
