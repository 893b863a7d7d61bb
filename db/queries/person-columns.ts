/** Whether the person of a row has a second factor that was shown to work, as a column `has_factor`. */
export const hasFactorColumn = (userColumn: 'users.id' | 'u.id'): string => `EXISTS (
  SELECT 1 FROM second_factors f WHERE f.user_id = ${userColumn} AND f.confirmed_at IS NOT NULL) AS has_factor`;

/** Whether a recipient account hangs on the person `u` of a row or is shared with him, as a column `has_account`. */
export const hasAccountColumn = `(EXISTS (
  SELECT 1 FROM recipient_accounts a WHERE a.main_contact_id = u.id AND a.closed_at IS NULL) OR EXISTS (
  SELECT 1 FROM sharings s WHERE s.user_id = u.id AND s.accepted_at IS NOT NULL AND s.revoked_at IS NULL)) AS has_account`;
