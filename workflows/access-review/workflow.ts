/** The yearly review of a company's rights: answered, recalled, over, and then some days to give back what was withdrawn (WF-43). */
import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import type { AccessReviewActivities } from '../../activities/access-reviews.ts';
import type { ReviewAct } from '../../domain/access-review.ts';
import { planForReview, reviewCommands, reviewStage } from '../../domain/access-review.ts';
import { reviewActName, reviewStanding } from '../../texts/access-review.ts';
import { localOptions } from '../options.ts';
import { PeopleLife } from '../people-life.ts';
import type { ReviewState } from './messages.ts';
import * as messages from './messages.ts';

const local = proxyLocalActivities<AccessReviewActivities>(localOptions);

export async function accessReview(start: ReviewState): Promise<string> {
  const life = new PeopleLife<ReviewState, ReviewAct>(start, {
    life: 'access-review',
    plan: planForReview,
    nameOf: ({ kind }) => reviewActName(kind),
    messageSeconds: ({ terms }) => terms.messageSeconds,
    stage: reviewStage,
    details: reviewStanding,
    carryOut: (id, kind, at) => local.carryOutReview(id, kind, at),
  });
  life.command(messages.answer, reviewCommands.answer, (message) => local.commandReview('answer', message));
  life.command(messages.delegate, reviewCommands.delegate, (message) =>
    local.commandReview('delegate', message),
  );
  life.command(messages.finish, reviewCommands.finish, (message) => local.commandReview('finish', message));
  life.command(messages.regrant, reviewCommands.regrant, (message) =>
    local.commandReview('regrant', message),
  );

  if ((await life.live()) === 'continues') return continueAsNew<typeof accessReview>(life.state);
  return life.state.closed?.outcome ?? 'closed';
}
