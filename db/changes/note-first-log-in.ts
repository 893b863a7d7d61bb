import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';

/** Whether there is anything to note for the user of a row: asked with what is read anyway, as it is once in a life. */
export const hasNewMembershipColumn = `EXISTS (
  SELECT 1 FROM memberships m
  WHERE m.user_id = users.id AND m.first_login_at IS NULL AND m.accepted_at IS NOT NULL) AS has_new_membership`;

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
