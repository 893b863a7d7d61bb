import type { Knex } from 'knex';

/** Whether anybody of the demo can log in to this database; production refuses to serve it (decided.md, People). */
export async function holdsDemoUsers(knex: Knex): Promise<boolean> {
  return (await knex('users').where({ is_demo: true }).first('id')) !== undefined;
}
