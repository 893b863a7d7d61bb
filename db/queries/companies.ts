import type { Knex } from 'knex';

/** The company, as rights are asked about it; null when there is none. */
export async function companySubject(knex: Knex, id: string): Promise<{ readonly companyId: string } | null> {
  const row = await knex('companies').where({ id }).first<{ id: string } | undefined>('id');
  return row === undefined ? null : { companyId: row.id };
}
