import type { Knex } from 'knex';
import { carryOutReviewAct, commandReview } from '../db/changes/command-access-review.ts';
import type { ReviewCommand } from '../db/changes/command-access-review.ts';
import { openAccessReview } from '../db/changes/open-access-review.ts';
import { companiesDueForReview } from '../db/queries/due-reviews.ts';
import type { AccessReview, ReviewAct, ReviewCommandName } from '../domain/access-review.ts';
import type { Registry } from '../domain/application.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Owing } from '../domain/life-rows.ts';
import { refusable } from './refusals.ts';

type State = Owing<AccessReview>;

/** What the life of a review and the sweep that begins it may do; every one is harmless when repeated. */
export function accessReviewActivities(deps: { readonly knex: Knex; readonly registry: Registry }) {
  const { knex, registry } = deps;
  return {
    commandReview: <Name extends ReviewCommandName>(
      name: Name,
      command: ReviewCommand<Name>,
    ): Promise<State> => refusable(() => commandReview(knex, registry)(name, command)),
    carryOutReview: (id: string, kind: ReviewAct['kind'], at: Instant): Promise<State> =>
      carryOutReviewAct(knex)(id, kind, at),
    /** Each begun review has a transaction of its own: what was begun before a failure stays begun. */
    beginDueReviews: async (at: Instant): Promise<{ readonly begun: number }> => {
      let begun = 0;
      for await (const companyId of companiesDueForReview(knex, at))
        if ((await openAccessReview(knex)(companyId, at)) !== null) begun += 1;
      return { begun };
    },
  };
}

export type AccessReviewActivities = ReturnType<typeof accessReviewActivities>;
