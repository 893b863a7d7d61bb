/** Customer accounts of companies (UM-11). */
import type { Knex } from 'knex';
import type { AccountValue } from '../../domain/account-values.ts';

export interface Account {
  readonly accountId: string;
  readonly companyId: string;
  readonly number: string;
  readonly name: string;
  readonly version: number;
}

/** The account, or null. */
export async function accountById(knex: Knex, id: string): Promise<Account | null> {
  return (await rowsOf(knex).where('a.id', id).first<Account | undefined>()) ?? null;
}

/** The accounts of a company, by number. */
export async function accountsOfCompany(knex: Knex, companyId: string): Promise<readonly Account[]> {
  return (await rowsOf(knex).where('a.company_id', companyId).orderBy('a.number')) as Account[];
}

/** What the account has to scope rights by, in order. */
export async function scopeValuesOf(knex: Knex, accountId: string): Promise<readonly AccountValue[]> {
  return knex('account_scope_values')
    .where({ account_id: accountId })
    .orderBy(['dimension', 'label', 'value'])
    .select('dimension', 'value', 'label', 'kind');
}

/** Values of one dimension that some live grant on the account names: the boundary's, a router's, a user's. */
export async function scopeValuesInUse(
  knex: Knex,
  accountId: string,
  dimension: string,
): Promise<ReadonlySet<string>> {
  const values = (await knex('holdings as h')
    .join('grants as g', 'g.holding_id', 'h.id')
    .join('grant_values as v', 'v.grant_id', 'g.id')
    .where({ 'h.account_id': accountId, 'v.dimension': dimension })
    .whereNull('g.ended_at')
    .distinct('v.value')
    .pluck('v.value')) as string[];
  return new Set(values);
}

/** Of these boxes, those that are open and the company's. */
export async function openBoxesOf(
  knex: Knex,
  companyId: string,
  boxIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (boxIds.length === 0) return new Set();
  const found = (await knex('postboxes')
    .where({ company_id: companyId, closed_at: null })
    .whereIn('id', [...boxIds])
    .pluck('id')) as string[];
  return new Set(found);
}

function rowsOf(knex: Knex): Knex.QueryBuilder {
  return knex('accounts as a')
    .select('a.id as accountId', 'a.company_id as companyId', 'a.number', 'a.name')
    .select('a.version');
}
