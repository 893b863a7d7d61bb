/** Whether the person of a row has a second factor that was shown to work, as a column `has_factor`. */
export const hasFactorColumn = (userColumn: 'users.id' | 'u.id'): string => `EXISTS (
  SELECT 1 FROM second_factors f WHERE f.user_id = ${userColumn} AND f.confirmed_at IS NOT NULL) AS has_factor`;
