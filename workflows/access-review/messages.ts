/** The contract of the yearly review of a company's rights. */
import { defineUpdate } from '@temporalio/workflow';
import type { AccessReview, ReviewCommandName, ReviewInputs } from '../../domain/access-review.ts';
import { planForReview, reviewStage } from '../../domain/access-review.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { reviewDetails, reviewSummary } from '../../texts/access-review.ts';
import { ownerAttributes, standingAttributes } from '../attributes.ts';
import { lifeId } from '../start.ts';
import type { LifeStart } from '../start.ts';

export type ReviewState = Owing<AccessReview>;

export function startOfAccessReview(review: ReviewState): LifeStart<ReviewState> {
  return {
    workflow: 'accessReview',
    workflowId: lifeId('access-review', review.id),
    input: review,
    summary: reviewSummary(review),
    details: reviewDetails(review),
    attributes: [
      ...ownerAttributes(review.brand, review.companyId),
      ...standingAttributes({ stage: reviewStage(review), dueAt: planForReview(review)?.at ?? null }),
    ],
  };
}

/** A command as it travels; `request.receivedAt` is the API's stamp from which it counts. */
export interface ReviewMessage<Name extends ReviewCommandName = ReviewCommandName> {
  readonly reviewId: string;
  readonly actor: { readonly type: 'user' | 'site' | 'staff' | 'issuer' | 'system'; readonly id: string };
  readonly request: { readonly id: string; readonly bodyHash: string; readonly receivedAt: string };
  readonly input: ReviewInputs[Name];
}

export const answer = defineUpdate<ReviewState, [ReviewMessage<'answer'>]>('answer');
export const delegate = defineUpdate<ReviewState, [ReviewMessage<'delegate'>]>('delegate');
export const finish = defineUpdate<ReviewState, [ReviewMessage<'finish'>]>('finish');
export const regrant = defineUpdate<ReviewState, [ReviewMessage<'regrant'>]>('regrant');

/** The workflow of the daily sweep that begins reviews. */
export const accessReviewSweepName = 'accessReviewSweep';
