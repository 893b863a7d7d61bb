import type { Knex } from 'knex';
import type { GrantAction, PostboxGrant } from '../../domain/rights.ts';

interface GrantRow {
  readonly postbox_id: string;
  readonly action: GrantAction;
}

/** What the user was granted on postboxes, by his active memberships; one grant a postbox, in a stable order. */
export async function postboxGrantsOf(knex: Knex, userId: string): Promise<readonly PostboxGrant[]> {
  const rows: GrantRow[] = await knex('postbox_grants as g')
    .join('memberships as m', 'm.id', 'g.membership_id')
    .where('m.user_id', userId)
    .whereNull('m.deactivated_at')
    .orderBy(['g.postbox_id', 'g.action'])
    .select('g.postbox_id', 'g.action');
  const boxes = new Map<string, GrantAction[]>();
  for (const { postbox_id, action } of rows) boxes.set(postbox_id, [...(boxes.get(postbox_id) ?? []), action]);
  return [...boxes].map(([postboxId, actions]) => ({ postboxId, actions }));
}
