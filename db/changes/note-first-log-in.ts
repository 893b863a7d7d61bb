import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';

/**
 * Notes when a member first came in: from then on an administrator is told that he has no rights yet (WF-02). True
 * when it is news, and his invitation must look again.
 */
export async function noteFirstLogIn(trx: Knex.Transaction, userId: string, at: Instant): Promise<boolean> {
  const noted = await trx('memberships')
    .where({ user_id: userId, first_login_at: null })
    .whereNotNull('accepted_at')
    .update({ first_login_at: toDb(at) });
  return noted > 0;
}
