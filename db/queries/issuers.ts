import type { Knex } from 'knex';

export interface Issuer {
  readonly id: string;
  readonly brandId: string;
  readonly key: string;
  readonly name: string;
  readonly prefixes: readonly string[];
}

/** The issuer with its prefixes. */
export async function issuerById(knex: Knex, id: string): Promise<Issuer> {
  const row = await knex('issuers')
    .where({ id })
    .first<{ brand_id: string; issuer_key: string; name: string } | undefined>(
      'brand_id',
      'issuer_key',
      'name',
    );
  if (row === undefined) throw new Error(`no issuer ${id}`);
  const prefixes = (await knex('issuer_prefixes')
    .where({ issuer_id: id })
    .orderBy('prefix')
    .pluck('prefix')) as string[];
  return { id, brandId: row.brand_id, key: row.issuer_key, name: row.name, prefixes };
}

/**
 * Joins `issuer_prefixes as p` to `client_codes as c`: whoever receives reads the name of that part of the issuer, never the
 * name by which staff know it.
 */
export function ofClientCode(join: Knex.JoinClause): void {
  void join.on('p.issuer_id', 'c.issuer_id').on('p.prefix', 'c.prefix');
}
