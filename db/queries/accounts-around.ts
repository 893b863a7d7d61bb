import type { Knex } from 'knex';

/** The open accounts that somebody has to do with, as a table: those that hang on him and those that share with him. */
export function accountsAround(knex: Knex, userId: string): Knex.QueryBuilder {
  const columns = ['a.id', 'a.brand_id', 'a.company_name'];
  const own = knex('recipient_accounts as a').where({ 'a.main_contact_id': userId, 'a.closed_at': null });
  const shared = knex('sharings as s')
    .join('recipient_accounts as a', 'a.id', 's.account_id')
    .where({ 's.user_id': userId, 's.revoked_at': null, 'a.closed_at': null })
    .whereNotNull('s.accepted_at');
  return own.select(columns).union(shared.select(columns));
}
