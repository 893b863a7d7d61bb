import type { Knex } from 'knex';
import type { PostboxRow } from '../postbox-row.ts';
import { lockRow } from './lock-row.ts';

/** The box with its row locked until commit. Refuses `not-found`. */
export function lockPostbox(trx: Knex.Transaction, postboxId: string): Promise<PostboxRow> {
  return lockRow<PostboxRow>(trx, 'postboxes', postboxId);
}
