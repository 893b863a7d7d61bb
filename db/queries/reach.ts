/** The caller's reach in SQL: the same answer as `isReached` of domain/rights.ts. */
import type { Knex } from 'knex';
import type { Reach } from '../../domain/rights.ts';

/** Columns that hold a row's owner. */
interface Owner {
  readonly company: string;
  readonly postbox: string;
  readonly site: string;
}

/** A part of the reach that one index serves: equal values of columns. */
export type Scope = Readonly<Record<string, string>>;

/** The reach as parts that each read along an index, for lists that are cut after a few rows of each. */
export function scopesOf(reach: Reach, owner: Owner): readonly Scope[] {
  if (reach.everything) return [{}];
  return [
    ...reach.siteIds.map((id) => ({ [owner.site]: id })),
    ...reach.companyIds.map((id) => ({ [owner.company]: id })),
    ...(reach.joinedCompanyIds.length === 0 ? [] : reach.postboxIds).flatMap((postboxId) =>
      reach.joinedCompanyIds.map((companyId) => ({ [owner.postbox]: postboxId, [owner.company]: companyId })),
    ),
  ];
}

/** Rows within the reach, for lists that are short by nature. */
export function withinReach<Query extends Knex.QueryBuilder>(
  query: Query,
  reach: Reach,
  owner: Owner,
): Query {
  if (reach.everything) return query;
  query.where((within) => {
    within
      .whereIn(owner.site, [...reach.siteIds])
      .orWhereIn(owner.company, [...reach.companyIds])
      .orWhere((granted) => {
        granted
          .whereIn(owner.postbox, [...reach.postboxIds])
          .whereIn(owner.company, [...reach.joinedCompanyIds]);
      });
  });
  return query;
}
