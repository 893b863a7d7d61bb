/** A review of the company whose users the caller administers, and the way of a command to its life. */
import type { ReviewSeen } from '../../db/queries/access-reviews.ts';
import { reviewSeen } from '../../db/queries/access-reviews.ts';
import type { AccessReview, ReviewCommandName, ReviewInputs } from '../../domain/access-review.ts';
import { reviewCommands, reviewStage } from '../../domain/access-review.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import type { ReviewMessage, ReviewState } from '../../workflows/access-review/messages.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { Command } from '../lives/lives.ts';
import type { Call } from '../operation.ts';
import { findCompany } from '../users/find.ts';

export type ReviewCall = Call<{ readonly id: string; readonly reviewId: string }, unknown, unknown>;

/** Refuses `not-found` for a review of another company. */
export async function findReview(call: ReviewCall, deps: Deps): Promise<ReviewSeen> {
  const { companyId } = await findCompany(call, deps);
  const seen = await reviewSeen(deps.knex, call.params.reviewId);
  if (seen === null || seen.review.companyId !== companyId) throw new Refused(hidden);
  return seen;
}

/** Sends the command to the life; the review as it stands then. */
export async function commandReview<Name extends ReviewCommandName>(
  call: ReviewCall,
  deps: Deps,
  name: Name,
  update: Command<'access-review', ReviewState, ReviewMessage<Name>>['update'],
  input: ReviewInputs[Name],
): Promise<ReviewSeen> {
  const { review } = await findReview(call, deps);
  const { request, receivedAt } = call;
  const check = (row: AccessReview) => reviewCommands[name](row, receivedAt);
  await call.once(() => {
    orThrow(check(review));
    return deps.lives.command({
      life: 'access-review',
      id: review.id,
      update,
      check,
      message: { reviewId: review.id, actor: eventActorOf(call.caller), request, input },
    });
  });
  return findReview(call, deps);
}

export function presentReview({ review, progress, companyName, acknowledgedAt }: ReviewSeen) {
  const { id, companyId, dueOn, openedAt, endsAt, decided, regrantEndsAt } = review;
  const stage = reviewStage(review);
  const decidedAt = decided?.at ?? null;
  return {
    id,
    companyId,
    companyName,
    stage,
    dueOn,
    openedAt,
    endsAt,
    decidedAt,
    regrantEndsAt,
    acknowledgedAt,
    ...progress,
  };
}
