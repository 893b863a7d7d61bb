import type { Knex } from 'knex';
import { hidden, Refused } from '../../domain/verdict.ts';
import type { PostboxRow } from '../postbox-row.ts';

/** The box with its row locked until commit. Refuses `not-found`. */
export async function lockPostbox(trx: Knex.Transaction, postboxId: string): Promise<PostboxRow> {
  const row = await trx('postboxes').where({ id: postboxId }).forUpdate().first<PostboxRow | undefined>();
  if (row === undefined) throw new Refused(hidden);
  return row;
}
