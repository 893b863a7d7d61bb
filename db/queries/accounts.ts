/** Customer accounts of companies (UM-11). */
import type { Knex } from 'knex';
import type { AccountValue } from '../../domain/account-values.ts';

export interface Account {
  readonly accountId: string;
  readonly companyId: string;
  readonly number: string;
  readonly name: string;
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

function rowsOf(knex: Knex): Knex.QueryBuilder {
  return knex('accounts as a').select('a.id as accountId', 'a.company_id as companyId', 'a.number', 'a.name');
}
