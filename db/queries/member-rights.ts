import type { Knex } from 'knex';

/** Whether a membership carries any right: administrators hold all, others what they were granted (UM-14). */
export async function hasRights(knex: Knex, membershipId: string): Promise<boolean> {
  const row = await knex('memberships as m')
    .where({ 'm.id': membershipId })
    .where((right) => {
      right.where('m.profile', 'administrator').orWhereExists((grant) => {
        grant.from('postbox_grants as g').whereRaw('g.membership_id = m.id');
      });
    })
    .first<{ id: string } | undefined>('m.id');
  return row !== undefined;
}
