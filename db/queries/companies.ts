import type { Knex } from 'knex';

/** The company, as rights are asked about it; null when there is none. */
export async function companySubject(knex: Knex, id: string): Promise<{ readonly companyId: string } | null> {
  const row = await knex('companies').where({ id }).first<{ id: string } | undefined>('id');
  return row === undefined ? null : { companyId: row.id };
}

/** The company with its name; null when there is none. */
export async function companyById(
  knex: Knex,
  id: string,
): Promise<{ readonly companyId: string; readonly name: string } | null> {
  const row = await knex('companies')
    .where({ id })
    .first<{ id: string; name: string } | undefined>('id', 'name');
  return row === undefined ? null : { companyId: row.id, name: row.name };
}
