/** Places and browsers that a person has authorised (SE-04, SE-05). */
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';

/** The network is his from now on; one that was is used again. Returns its id. */
export async function authorisePlace(
  trx: Knex.Transaction,
  userId: string,
  network: string,
  at: Instant,
): Promise<string> {
  await trx('user_places')
    .insert({ id: uuidv7(), user_id: userId, network, authorised_at: toDb(at), last_used_at: toDb(at) })
    .onConflict(['user_id', 'network'])
    .merge(['authorised_at', 'last_used_at']);
  const row = await trx('user_places').where({ user_id: userId, network }).first<{ id: string }>('id');
  return row.id;
}

export interface NewTrustedBrowser {
  readonly tokenHash: string;
  /** How it is named in the list: what it says of itself. */
  readonly label: string;
}

export async function trustBrowser(
  trx: Knex.Transaction,
  userId: string,
  { tokenHash, label }: NewTrustedBrowser,
  at: Instant,
): Promise<void> {
  await trx('trusted_browsers').insert({
    id: uuidv7(),
    user_id: userId,
    token_hash: tokenHash,
    label,
    created_at: toDb(at),
    last_used_at: toDb(at),
  });
}
