/** The contract of the yearly review of a company's rights. */
import { defineUpdate } from '@temporalio/workflow';
import type { AccessReview, ReviewCommandName, ReviewInputs } from '../../domain/access-review.ts';
import { planForReview, reviewStage } from '../../domain/access-review.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { reviewDetails, reviewSummary } from '../../texts/access-review.ts';
import type { LifeMessage } from '../start.ts';
import { startOf } from '../start.ts';

export type ReviewState = Owing<AccessReview>;

export const startOfAccessReview = startOf<ReviewState>('access-review', {
  summary: reviewSummary,
  details: reviewDetails,
  stage: reviewStage,
  plan: planForReview,
  company: ({ companyId }) => companyId,
});

export interface ReviewMessage<Name extends ReviewCommandName = ReviewCommandName> extends LifeMessage {
  readonly reviewId: string;
  readonly input: ReviewInputs[Name];
}

export const answer = defineUpdate<ReviewState, [ReviewMessage<'answer'>]>('answer');
export const delegate = defineUpdate<ReviewState, [ReviewMessage<'delegate'>]>('delegate');
export const finish = defineUpdate<ReviewState, [ReviewMessage<'finish'>]>('finish');
export const regrant = defineUpdate<ReviewState, [ReviewMessage<'regrant'>]>('regrant');

/** The workflow of the daily sweep that begins reviews. */
export const accessReviewSweepName = 'accessReviewSweep';
