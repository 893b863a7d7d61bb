import type { Knex } from 'knex';

/** SQL: whether the membership `m` holds anything that was granted and not taken back. */
export const holdsGrant = `EXISTS (SELECT 1 FROM holdings h JOIN grants g ON g.holding_id = h.id AND g.ended_at IS NULL
  WHERE h.holder_kind = 'user' AND h.holder_id = m.id)`;

/** Whether a membership carries any right: an administrator's profile is one, others hold what they were granted (UM-14). */
export async function hasRights(knex: Knex, membershipId: string): Promise<boolean> {
  const row = await knex('memberships as m')
    .where({ 'm.id': membershipId })
    .where((right) => {
      right.where('m.profile', 'administrator').orWhereRaw(holdsGrant);
    })
    .first<{ id: string } | undefined>('m.id');
  return row !== undefined;
}
