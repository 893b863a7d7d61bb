import { acknowledgeReview } from '../../db/changes/acknowledge-review.ts';
import { reviewSeen } from '../../db/queries/access-reviews.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { presentReview } from './find.ts';
import { review, unansweredParams } from './schemas.ts';

/** WF-43: no answer is kept, and staff hear of it; what they have looked into leaves their list. */
export const acknowledgeUnansweredReview = operation({
  id: 'acknowledgeUnansweredReview',
  method: 'post',
  path: '/v1/access-reviews/{id}/acknowledgement',
  summary: 'Tick off a review that nobody answered',
  description:
    'For staff. What it left was kept already; it leaves the list. The same again changes nothing.',
  tags: ['Access review'],
  caller: ['operator'],
  right: 'rights.review',
  params: unansweredParams,
  responses: { 200: { description: 'The review as it stands now.', schema: review } },
  refusals: { 409: ['access-review.not-unanswered'] },
  handle: async (call, { knex }) => {
    const { id } = call.params;
    const seen = async () => {
      const found = await reviewSeen(knex, id);
      if (found === null) throw new Refused(hidden);
      return found;
    };
    const { review: row } = await seen();
    call.allow('operations', { companyId: row.companyId });
    await acknowledgeReview(knex)(id, eventActorOf(call.caller), call.request);
    return seen();
  },
  answer: (found) => ok(presentReview(found)),
});
