import { acknowledgeDecision } from '../../db/changes/acknowledge-decision.ts';
import type { FoundMailItem } from '../../db/queries/mail-item.ts';
import type { DecisionRequest, MailItemState } from '../../domain/mail-item.ts';
import { isSameDecision } from '../../domain/mail-item.ts';
import { ok } from '../answers.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { operation } from '../operation.ts';
import { commandItem } from './command.ts';
import { decisionBody } from './decision-schemas.ts';
import type { DecisionBody } from './decision-schemas.ts';
import { decisionRefusals } from './decision-refusals.ts';
import { findItem } from './find.ts';
import { presentStatus } from './present.ts';
import { itemParams, mailItemStatus } from './schemas.ts';
import { wishOf } from './wish.ts';

/** The customer says what happens to the paper (PP-08, PP-10). */
export const decideMailItem = operation({
  id: 'decideMailItem',
  method: 'post',
  path: '/v1/mail-items/{id}/decision',
  summary: 'Decide what happens to the paper',
  description:
    'One of the decisions that the box allows. It can be changed until the site has begun, surely until ' +
    '`changeableUntil`: a decision with the present version is a change of mind, whoever makes it; one with an older ' +
    'version is refused with the state as it stands. The same decision again changes nothing. The answer holds what ' +
    'will happen now, and what it will cost.',
  tags: ['Mail items'],
  caller: ['user'],
  right: 'mail-item.decide',
  params: itemParams,
  body: decisionBody,
  ifMatch: true,
  responses: { 200: { description: 'The letter as decided.', schema: mailItemStatus, versioned: true } },
  refusals: { ...decisionRefusals, 503: ['service.temporal-away'] },
  handle: async (call, deps) => {
    const found = await findItem(call, deps);
    const asked = wishOf(call.body, found.defaultManner);
    const state = await call.once(() => decide(call, deps, found, asked));
    return { ...state, policy: found.item.policy };
  },
  answer: (item, { language }) => ok(presentStatus(item, language), { version: item.version }),
});

type DecideCall = Call<{ readonly id: string }, unknown, DecisionBody>;

async function decide(
  call: DecideCall,
  deps: Deps,
  found: FoundMailItem,
  asked: DecisionRequest,
): Promise<MailItemState> {
  const known = isSameDecision(found.item, asked)
    ? await acknowledgeDecision(deps.knex)(found.item.id, asked, call.request)
    : null;
  return known ?? commandItem(call, deps, found, 'decide', { asked, version: call.version });
}
