/** Reviews of rights as their lives, administrators and staff see them (WF-43). */
import type { Knex } from 'knex';
import type { AccessReview } from '../../domain/access-review.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import type { AccessReviewRow } from '../access-review-row.ts';
import { reviewFromRow } from '../access-review-row.ts';
import { fromDb, toDb } from '../instants.ts';
import { onlyLive } from './grant-heirs.ts';
import { withOwed } from './owed-mails.ts';

/** The review as it stands, or null. */
export async function reviewById(knex: Knex, id: string): Promise<Owing<AccessReview> | null> {
  const row = await knex('access_reviews').where({ id }).first<AccessReviewRow | undefined>();
  return row === undefined ? null : withOwed(knex, await reviewFromRow(knex, row));
}

/** How far it is: grants in it, and those of which nobody has said anything and which still live. */
export interface ReviewProgress {
  readonly entries: number;
  readonly left: number;
}

async function progressOf(knex: Knex, reviewId: string): Promise<ReviewProgress> {
  const all = await knex('access_review_entries')
    .where({ review_id: reviewId })
    .count('* as n')
    .first<{ n: number }>();
  return { entries: all.n, left: await entriesLeft(knex, reviewId) };
}

export async function entriesLeft(knex: Knex, reviewId: string): Promise<number> {
  const open = knex('access_review_entries as e').where('e.review_id', reviewId).whereNull('e.answer');
  const left = await onlyLive(open, reviewId).count('* as n').first<{ n: number }>();
  return left.n;
}

export interface ReviewSeen {
  readonly review: AccessReview;
  readonly progress: ReviewProgress;
  readonly companyName: string;
  /** When staff ticked it off; null of any other. */
  readonly acknowledgedAt: Instant | null;
}

export async function reviewSeen(knex: Knex, id: string): Promise<ReviewSeen | null> {
  const row = await knex('access_reviews').where({ id }).first<AccessReviewRow | undefined>();
  if (row === undefined) return null;
  const company = await knex('companies').where({ id: row.company_id }).first<{ name: string }>('name');
  const ticked = await knex('access_review_acknowledgements')
    .where({ review_id: id })
    .first<{ acknowledged_at: Date } | undefined>('acknowledged_at');
  return {
    review: await reviewFromRow(knex, row),
    progress: await progressOf(knex, id),
    companyName: company.name,
    acknowledgedAt: ticked === undefined ? null : fromDb(ticked.acknowledged_at),
  };
}

interface Cut {
  readonly limit: number;
  readonly after: readonly [string, string] | null;
}

/** The reviews of a company, the latest first; the cursor is the instant of opening and the id. */
export async function reviewsOfCompany(
  knex: Knex,
  companyId: string,
  cut: Cut,
): Promise<readonly ReviewSeen[]> {
  return seen(knex, idsBy(knex, 'opened_at', cut).where({ company_id: companyId }));
}

/** Those that ended without an answer to everything, the latest first: staff look into them and tick them off. */
export async function unansweredReviews(
  knex: Knex,
  isAcknowledged: boolean,
  cut: Cut,
): Promise<readonly ReviewSeen[]> {
  const ticked = knex('access_review_acknowledgements').select('review_id');
  const unanswered = idsBy(knex, 'decided_at', cut).where({ decided_outcome: 'unanswered' });
  return seen(knex, isAcknowledged ? unanswered.whereIn('id', ticked) : unanswered.whereNotIn('id', ticked));
}

function idsBy(knex: Knex, column: 'opened_at' | 'decided_at', { limit, after }: Cut): Knex.QueryBuilder {
  const query = knex('access_reviews')
    .orderBy([
      { column, order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit);
  if (after === null) return query;
  const at = toDb(after[0]);
  return query.where((earlier) => {
    earlier.where(column, '<', at).orWhere((same) => {
      same.where(column, at).where('id', '<', after[1]);
    });
  });
}

async function seen(knex: Knex, ids: Knex.QueryBuilder): Promise<readonly ReviewSeen[]> {
  const found = (await ids.pluck('id')) as string[];
  const all = await Promise.all(found.map((id) => reviewSeen(knex, id)));
  return all.filter((each) => each !== null);
}

/** The first day on which anybody got anything of this company that is no boundary; null when nobody ever did. */
export async function firstGrantAt(knex: Knex, companyId: string): Promise<Instant | null> {
  const row = await grantsOfCompany(knex, companyId)
    .min('g.granted_at as at')
    .first<{ at: Date | null } | undefined>();
  return row?.at ? fromDb(row.at) : null;
}

/** Grants to the company's people, on whatever account, and to routers on its own. */
export function grantsOfCompany(knex: Knex, companyId: string): Knex.QueryBuilder {
  const people = knex('memberships').where({ company_id: companyId }).select('id');
  const accounts = knex('accounts').where({ company_id: companyId }).select('id');
  return knex('grants as g')
    .join('holdings as h', 'h.id', 'g.holding_id')
    .where((which) => {
      which
        .where((own) => {
          own.where('h.holder_kind', 'user').whereIn('h.holder_id', people);
        })
        .orWhere((router) => {
          router.where('h.holder_kind', 'router').whereIn('h.account_id', accounts);
        });
    });
}

/**
 * Companies of a brand after the given one whose last review fell due by that day, or who were never reviewed and whose first
 * grant is as old; whether their day has come is asked again under lock. By id.
 */
export function companiesToReview(
  knex: Knex,
  brandId: string,
  {
    lastDueOn,
    firstGrantBefore,
    after,
    limit,
  }: {
    readonly lastDueOn: string;
    readonly firstGrantBefore: Instant;
    readonly after: string;
    readonly limit: number;
  },
): Promise<readonly string[]> {
  const reviewed = knex('access_reviews as r').whereRaw('r.company_id = c.id').select(knex.raw('1'));
  const lately = reviewed.clone().where((recent) => {
    recent.where('r.due_on', '>', lastDueOn).orWhereNotNull('r.open_key');
  });
  const old = knex('memberships as m')
    .join('holdings as h', 'h.holder_id', 'm.id')
    .join('grants as g', 'g.holding_id', 'h.id')
    .whereRaw('m.company_id = c.id')
    .where('h.holder_kind', 'user')
    .where('g.granted_at', '<=', toDb(firstGrantBefore))
    .select(knex.raw('1'));
  const toRouters = knex('accounts as a')
    .join('holdings as h', 'h.account_id', 'a.id')
    .join('grants as g', 'g.holding_id', 'h.id')
    .whereRaw('a.company_id = c.id')
    .where('h.holder_kind', 'router')
    .where('g.granted_at', '<=', toDb(firstGrantBefore))
    .select(knex.raw('1'));
  return knex('companies as c')
    .where('c.brand_id', brandId)
    .where('c.id', '>', after)
    .whereNotExists(lately)
    .where((which) => {
      which.whereExists(reviewed).orWhereExists(old).orWhereExists(toRouters);
    })
    .orderBy('c.id')
    .limit(limit)
    .pluck('c.id');
}
