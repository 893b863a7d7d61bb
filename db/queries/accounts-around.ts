/** The open accounts that somebody has to do with: those that hang on him and those that are shared with him. */
import type { Knex } from 'knex';

/** Of accounts `a`, by an expression of who he is. */
const hangsOn = (user: 'u.id' | '?'): string => `a.main_contact_id = ${user} AND a.closed_at IS NULL`;

/** Of sharings `s` of accounts `a`: accepted, and nobody has ended it. */
export const isShared = 's.accepted_at IS NOT NULL AND s.revoked_at IS NULL AND a.closed_at IS NULL';
const sharedWith = (user: 'u.id' | '?'): string => `s.user_id = ${user} AND ${isShared}`;

/** As a table. */
export function accountsAround(knex: Knex, userId: string): Knex.QueryBuilder {
  const columns = ['a.id', 'a.brand_id', 'a.company_name'];
  const own = knex('recipient_accounts as a').whereRaw(hangsOn('?'), [userId]);
  const shared = knex('sharings as s')
    .join('recipient_accounts as a', 'a.id', 's.account_id')
    .whereRaw(sharedWith('?'), [userId]);
  return own.select(columns).union(shared.select(columns));
}

/** Whether there is one around the person `u` of a row, as a column `has_account`. */
export const hasAccountColumn = `(EXISTS (
  SELECT 1 FROM recipient_accounts a WHERE ${hangsOn('u.id')}) OR EXISTS (
  SELECT 1 FROM sharings s JOIN recipient_accounts a ON a.id = s.account_id WHERE ${sharedWith('u.id')})) AS has_account`;
