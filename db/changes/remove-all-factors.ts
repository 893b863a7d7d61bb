import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { AccessEnded } from './person-access.ts';
import { endAccess } from './person-access.ts';

/**
 * Every second factor and recovery code of a person who is locked is gone, and with them all by which he was let in
 * before: sessions, log-ins under way, links, places and trusted browsers. He logs in by his password; where policy or a
 * short password wants a factor, he sets one up before anything else.
 */
export async function removeAllFactors(
  trx: Knex.Transaction,
  userId: string,
  at: Instant,
): Promise<AccessEnded & { readonly factors: number }> {
  const factors = await trx('second_factors').where({ user_id: userId }).delete();
  await trx('recovery_codes').where({ user_id: userId }).delete();
  await trx('users').where({ id: userId }).increment('credential_version', 1);
  return { factors, ...(await endAccess(trx, userId, at)) };
}
