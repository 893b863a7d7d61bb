/** What people were granted on postboxes, by their active memberships: a column of the query that finds who is calling. */
import type { GrantAction, PostboxGrant } from '../../domain/rights.ts';

/** `<postbox> <action>`, comma separated and in a stable order, of the user `u`; null when nothing was granted. */
export const grantsColumn = `(
  SELECT GROUP_CONCAT(CONCAT(g.postbox_id, ' ', g.action) ORDER BY g.postbox_id, g.action)
    FROM postbox_grants g JOIN memberships n ON n.id = g.membership_id
   WHERE n.user_id = u.id AND n.accepted_at IS NOT NULL AND n.deactivated_at IS NULL
     AND n.suspended_at IS NULL) AS grants`;

/** One grant a postbox. */
export function grantsIn(column: string | null): readonly PostboxGrant[] {
  const boxes = new Map<string, GrantAction[]>();
  for (const granted of column?.split(',') ?? []) {
    const [postboxId = '', action] = granted.split(' ');
    boxes.set(postboxId, [...(boxes.get(postboxId) ?? []), action as GrantAction]);
  }
  return [...boxes].map(([postboxId, actions]) => ({ postboxId, actions }));
}
