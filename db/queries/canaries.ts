import type { Knex } from 'knex';

export interface Canary {
  /** Which key ring it belongs to: `master`, `payload`. */
  readonly name: string;
  readonly sealed: string;
}

/** The sealed words that a process must be able to open before it serves; empty before the first start. */
export async function canaries(knex: Knex): Promise<readonly Canary[]> {
  return knex('key_canaries').orderBy('name').select('name', 'sealed');
}
