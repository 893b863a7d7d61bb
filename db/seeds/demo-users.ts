import type { Knex } from 'knex';
import { v7 as uuid } from 'uuid';
import type { DemoPorts } from './demo-ports.ts';

/** Who can log in to the demo, and as what. */
export interface DemoLogin {
  readonly role: 'administrator' | 'user' | 'operator' | 'site';
  readonly username: string;
  readonly password: string;
  readonly company?: string;
  readonly site?: string;
}

interface NewUser {
  readonly username: string;
  readonly name: string;
  readonly language: string;
}

/** Demo users, each with a random password of this installation, marked so that production refuses them. */
export async function writeUsers(
  trx: Knex.Transaction,
  users: readonly NewUser[],
  ports: DemoPorts,
): Promise<ReadonlyMap<string, { readonly id: string; readonly password: string }>> {
  const written = users.map((user) => ({ ...user, id: uuid(), password: ports.newPassword() }));
  const hashes = await Promise.all(written.map(({ password }) => ports.hashPassword(password)));
  await trx('users').insert(
    written.map(({ id, username, name, language }, index) => ({
      id,
      username,
      email: `${username}@example.com`,
      password_hash: hashes[index],
      name,
      language,
      is_demo: true,
    })),
  );
  return new Map(written.map(({ username, id, password }) => [username, { id, password }]));
}
