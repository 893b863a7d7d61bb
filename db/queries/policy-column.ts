import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';

/** The policy set in force for the brand of a row, as a column `policy_set_id`: null before the first one. */
export function policySetColumn(
  knex: Knex,
  brandColumn: 'b.id' | 'c.brand_id' | 'a.brand_id' | 'r.brand_id',
  at: Instant,
): Knex.Raw {
  return knex.raw(
    `(SELECT p.id FROM policy_sets p WHERE p.brand_id = ${brandColumn} AND p.effective_from_at <= ?
       ORDER BY p.effective_from_at DESC LIMIT 1) AS policy_set_id`,
    [toDb(at)],
  );
}

/** Whether the person of a row has a second factor that was shown to work, as a column `has_factor`. */
export const hasFactorColumn = (userColumn: 'users.id' | 'u.id'): string => `EXISTS (
  SELECT 1 FROM second_factors f WHERE f.user_id = ${userColumn} AND f.confirmed_at IS NOT NULL) AS has_factor`;

/** Whether a recipient account hangs on the person `u` of a row or is shared with him, as a column `has_account`. */
export const hasAccountColumn = `(EXISTS (
  SELECT 1 FROM recipient_accounts a WHERE a.main_contact_id = u.id AND a.closed_at IS NULL) OR EXISTS (
  SELECT 1 FROM sharings s WHERE s.user_id = u.id AND s.accepted_at IS NOT NULL AND s.revoked_at IS NULL)) AS has_account`;
