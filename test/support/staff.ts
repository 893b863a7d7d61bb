import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';

/** Somebody of the staff, straight in the tables: of the operator, or of a site. */
export async function staffMember(
  knex: Knex,
  role: 'operator' | 'site' = 'operator',
  siteId: string | null = null,
): Promise<{ readonly type: 'staff'; readonly id: string }> {
  const id = uuidv7();
  const names = { username: `staff-${id}`, email: `${id}@operator.example`, name: 'Staff', language: 'en' };
  await knex('users').insert({ id, ...names });
  await knex('staff_roles').insert({ user_id: id, role, site_id: siteId });
  return { type: 'staff', id };
}
