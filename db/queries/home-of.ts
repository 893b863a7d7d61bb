import type { Knex } from 'knex';
import type { Zone } from '../../domain/calendar.ts';
import { accountsAround } from './accounts-around.ts';

/** The brand under whose clock and rules something about a person happens. */
export interface Home {
  readonly brandId: string;
  readonly brand: string;
  readonly zone: Zone;
}

/** That of his oldest membership that is not over, or of the account he receives in or reads; for staff the first brand there is. */
export async function homeOf(knex: Knex, userId: string): Promise<Home> {
  const row = await knex('brands as b')
    .leftJoin('companies as c', 'c.brand_id', 'b.id')
    .leftJoin('memberships as m', (join) =>
      join.on('m.company_id', 'c.id').andOnVal('m.user_id', userId).onNull('m.deactivated_at'),
    )
    .leftJoin(accountsAround(knex, userId).as('a'), 'a.brand_id', 'b.id')
    .orderByRaw('m.id IS NULL, m.id, a.id IS NULL, a.id, b.brand_key')
    .first<{ id: string; brand_key: string; zone: string } | undefined>('b.id', 'b.brand_key', 'b.zone');
  if (row === undefined) throw new Error('there is no brand');
  return { brandId: row.id, brand: row.brand_key, zone: row.zone };
}
