import { promiseDecisionDays } from '../../db/changes/promise-decision-days.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { findBox } from './find.ts';
import { presentPostbox } from './present.ts';
import { boxParams, postbox, promisedPeriodBody } from './schemas.ts';

/** Who was promised another decision period than the policy gives has the longer of the two. */
export const setPromisedPeriod = operation({
  id: 'setPromisedPeriod',
  method: 'put',
  path: '/v1/postboxes/{id}/promised-period',
  summary: 'Set or clear the decision period promised to a box',
  description:
    'Where a customer was promised both periods, the longer one wins: letters that arrive from now on are due by it. ' +
    'Letters that are there keep the instant they were told. The same promise again changes nothing.',
  tags: ['Postboxes'],
  caller: ['operator'],
  right: 'postbox.promise',
  params: boxParams,
  body: promisedPeriodBody,
  ifMatch: true,
  responses: { 200: { description: 'The box as it is now.', schema: postbox, versioned: true } },
  refusals: { 409: ['postbox.closed', 'postbox.version-stale'] },
  handle: async (call, deps) => {
    const { id: postboxId } = await findBox(call, deps);
    const promised = { postboxId, days: call.body.days, version: call.version };
    await promiseDecisionDays(deps.knex)(promised, eventActorOf(call.caller), call.receivedAt);
    return findBox(call, deps);
  },
  answer: (box, { caller }) => ok(presentPostbox(box, caller), { version: box.version }),
});
