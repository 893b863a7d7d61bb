import type { Knex } from 'knex';
import type { AccessReview } from '../../domain/access-review.ts';
import type { Owing } from '../../domain/life-rows.ts';
import type { AccessReviewRow } from '../access-review-row.ts';
import { reviewColumns, reviewFromRow } from '../access-review-row.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { lifeActor } from './actors.ts';
import { appendEvent } from './append-event.ts';
import { lockCompanies, onBehalf } from './lock-member.ts';
import type { LockedCompany } from './lock-member.ts';
import { owePersonMail } from './owe-person-mail.ts';
import type { Doing } from './write-mail-item.ts';
import { withOwed } from '../queries/owed-mails.ts';

/** The life itself acts. */
export const reviewLife = lifeActor('access-review');

export interface LockedReview {
  readonly company: LockedCompany;
  readonly review: AccessReview;
}

/** The row of a review with its company locked before it, and every company on whose account an entry is or who is a router. Refuses `not-found`. */
export async function lockReview(
  trx: Knex.Transaction,
  id: string,
  entryIds: readonly string[] = [],
): Promise<LockedReview> {
  const found = await trx('access_reviews')
    .where({ id })
    .first<{ company_id: string } | undefined>('company_id');
  if (found === undefined) throw new Refused(hidden);
  const company = await lockCompanies(trx, found.company_id, await companiesOf(trx, id, entryIds));
  const row = await trx('access_reviews').where({ id }).forUpdate().first<AccessReviewRow>();
  return { company, review: await reviewFromRow(trx, row) };
}

async function companiesOf(
  trx: Knex.Transaction,
  reviewId: string,
  entryIds: readonly string[],
): Promise<readonly string[]> {
  if (entryIds.length === 0) return [];
  const rows: { owner: string; holder_kind: string; holder_id: string }[] = await trx(
    'access_review_entries as e',
  )
    .join('holdings as h', 'h.id', 'e.holding_id')
    .join('accounts as a', 'a.id', 'h.account_id')
    .where('e.review_id', reviewId)
    .whereIn('e.id', [...entryIds])
    .select('a.company_id as owner', 'e.holder_kind', 'e.holder_id');
  return rows.flatMap(({ owner, holder_kind: kind, holder_id: id }) =>
    kind === 'router' ? [owner, id] : [owner],
  );
}

/** What happened to a review, and the mail it owes for it. */
interface Told {
  readonly event: string;
  readonly facts?: object;
  readonly mail?: { readonly kind: string; readonly of?: string } | null;
}

/** Writes the review as a rule left it, what it owes and the event. Returns the row as it now stands. */
export async function writeReview(
  trx: Knex.Transaction,
  review: AccessReview,
  { event, facts = {}, mail = null }: Told,
  { actor, at, command }: Doing,
): Promise<Owing<AccessReview>> {
  const { id, companyId, version } = review;
  await trx('access_reviews').where({ id }).update(reviewColumns(review));
  if (mail !== null) {
    const { kind, of: which = version } = mail;
    await owePersonMail(trx, { life: 'access-review', lifeId: id, kind, which }, at);
  }
  await appendEvent(trx, {
    kind: `access-review.${event}`,
    subjectType: 'access-review',
    subjectId: id,
    companyId,
    actor,
    at,
    body: { version, ...facts, ...onBehalf(actor, companyId) },
    ...(command && { wakes: { life: 'access-review', id }, command }),
  });
  return withOwed(trx, review);
}
