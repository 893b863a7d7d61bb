import type { Knex } from 'knex';

/** The brands of these companies, for a `whereIn`. */
export function brandsOfCompanies(knex: Knex, companyIds: readonly string[]): Knex.QueryBuilder {
  return knex('companies').whereIn('id', companyIds).distinct('brand_id');
}
