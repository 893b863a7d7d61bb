import type { Knex } from 'knex';
import { hidden, Refused } from '../../domain/verdict.ts';

/** The whole row of that id, locked until commit. Refuses `not-found`. */
export async function lockRow<Row extends object>(
  trx: Knex.Transaction,
  table: string,
  id: string,
): Promise<Row> {
  const row = await trx(table).where({ id }).forUpdate().first<Row | undefined>();
  if (row === undefined) throw new Refused(hidden);
  return row;
}
