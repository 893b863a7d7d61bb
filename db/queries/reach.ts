/** The caller's reach in SQL: the same answer as `isReached` of domain/reach.ts. */
import type { Knex } from 'knex';
import type { Reach } from '../../domain/reach.ts';

/** Columns that hold a row's owner. */
interface Owner {
  readonly company: string;
  readonly postbox: string;
  readonly site: string;
}

/** A part of the reach that one index serves: equal values of columns. */
export type Scope = Readonly<Record<string, string>>;

/**
 * The reach as parts that each read along one index, for lists that are cut after a few rows of each. Boxes are asked
 * for their company beforehand: a second condition would make the database sort.
 */
export async function scopesOf(knex: Knex, reach: Reach, owner: Owner): Promise<readonly Scope[]> {
  if (reach.everything) return [{}];
  return [
    ...reach.siteIds.map((id) => ({ [owner.site]: id })),
    ...reach.companyIds.map((id) => ({ [owner.company]: id })),
    ...(await boxesOf(knex, reach)).map((id) => ({ [owner.postbox]: id })),
  ];
}

/** Boxes granted whose company is joined: a grant on a box that has moved to another company is none. */
async function boxesOf(knex: Knex, { postboxIds, joinedCompanyIds }: Reach): Promise<readonly string[]> {
  if (postboxIds.length === 0 || joinedCompanyIds.length === 0) return [];
  return knex('postboxes')
    .whereIn('id', [...postboxIds])
    .whereIn('company_id', [...joinedCompanyIds])
    .pluck('id');
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
