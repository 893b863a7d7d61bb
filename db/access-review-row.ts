/** Between the `access_reviews` row and the domain's review. */
import type { Knex } from 'knex';
import type { AccessReview, ReviewOutcome } from '../domain/access-review.ts';
import { planForReview, reviewTerms } from '../domain/access-review.ts';
import { fromDb, fromDbOrNull, toDb, toDbOrNull } from './instants.ts';
import { outcomeAt } from './outcome-at.ts';
import { peoplePolicyOf } from './policy-sets.ts';

export interface AccessReviewRow {
  readonly id: string;
  readonly brand_id: string;
  readonly company_id: string;
  readonly policy_set_id: string;
  readonly version: number;
  readonly due_on: string;
  readonly opened_at: Date;
  readonly ends_at: Date;
  readonly reminded_at: Date | null;
  readonly decided_outcome: ReviewOutcome | null;
  readonly decided_at: Date | null;
  readonly regrant_ends_at: Date | null;
  readonly outcome: ReviewOutcome | null;
  readonly closed_at: Date | null;
}

export async function reviewFromRow(knex: Knex, row: AccessReviewRow): Promise<AccessReview> {
  const brand = await knex('brands').where({ id: row.brand_id }).first<{ brand_key: string }>('brand_key');
  return {
    id: row.id,
    brand: brand.brand_key,
    companyId: row.company_id,
    terms: reviewTerms(await peoplePolicyOf(knex, row.policy_set_id)),
    version: row.version,
    dueOn: row.due_on,
    openedAt: fromDb(row.opened_at),
    endsAt: fromDb(row.ends_at),
    remindedAt: fromDbOrNull(row.reminded_at),
    decided: outcomeAt(row.decided_outcome, row.decided_at),
    regrantEndsAt: fromDbOrNull(row.regrant_ends_at),
    closed: outcomeAt(row.outcome, row.closed_at),
  };
}

/** The columns that change. */
export function reviewColumns(review: AccessReview): Record<string, unknown> {
  const { answerDays, zone, version } = review.terms;
  return {
    version: review.version,
    ends_at: toDb(review.endsAt),
    ends_rule: `WF-43: ${String(answerDays)} calendar days, ${zone}, policy ${String(version)}`,
    reminded_at: toDbOrNull(review.remindedAt),
    decided_outcome: review.decided?.outcome ?? null,
    decided_at: toDbOrNull(review.decided?.at),
    regrant_ends_at: toDbOrNull(review.regrantEndsAt),
    next_act_at: toDbOrNull(planForReview(review)?.at),
    outcome: review.closed?.outcome ?? null,
    closed_at: toDbOrNull(review.closed?.at),
    open_key: review.decided === null ? review.companyId : null,
  };
}
