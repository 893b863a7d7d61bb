import type { Knex } from 'knex';
import { newPerson } from './persons.ts';

interface Employed {
  readonly username?: string;
  readonly passwordHash?: string;
  /** The site he works at; without one he is the operator's. */
  readonly siteId?: string;
}

/** Somebody of the staff, straight in the tables. */
export async function staffMember(
  knex: Knex,
  { username, passwordHash, siteId }: Employed = {},
): Promise<{ readonly type: 'staff'; readonly id: string }> {
  const { id } = await newPerson(knex, {
    name: 'Staff',
    ...(username !== undefined && { username, email: `${username}@operator.example` }),
    password_hash: passwordHash ?? null,
  });
  const role = siteId === undefined ? 'operator' : 'site';
  await knex('staff_roles').insert({ user_id: id, role, site_id: siteId ?? null });
  return { type: 'staff', id };
}
