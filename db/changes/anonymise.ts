/** A person who is taken off the books for good: nothing remains but an empty row that events point to. */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';
import { endAccess } from './person-access.ts';

/** Whether anything still hangs on him: a company that has him on its books, the operator, an account, something shared. */
export async function isNeeded(trx: Knex.Transaction, userId: string): Promise<boolean> {
  const found: unknown[] = await Promise.all([
    trx('memberships').where({ user_id: userId }).first('id'),
    trx('staff_roles').where({ user_id: userId }).first('id'),
    trx('recipient_accounts').where({ main_contact_id: userId }).first('id'),
    trx('sharings').where({ user_id: userId, revoked_at: null }).first('id'),
  ]);
  return found.some((row) => row !== undefined);
}

export async function anonymise(trx: Knex.Transaction, userId: string, at: Instant): Promise<void> {
  const nowhere = `removed-${userId}@removed.invalid`;
  await endAccess(trx, userId, at);
  await trx('user_provisionings').where({ user_id: userId }).update({ typed: null });
  await trx('personal_notices').where({ user_id: userId }).update({ email: null });
  await trx('rights_request_words').where({ written_by: userId }).delete();
  // That there was a case stays; who he was in it does not.
  await trx('registrations').where({ user_id: userId }).update({ answers: '{}', email: null });
  await trx('email_changes').where({ user_id: userId }).update({ old_email: nowhere, new_email: nowhere });
  for (const table of ['second_factors', 'recovery_codes', 'log_in_attempts'])
    await trx(table).where({ user_id: userId }).delete();
  await trx('users')
    .where({ id: userId })
    .update({
      username: `removed-${userId}`,
      email: nowhere,
      name: '',
      first_name: null,
      last_name: null,
      sex: null,
      phone: null,
      password_hash: null,
      security_question: null,
      security_answer_hash: null,
      deactivated_at: toDb(at),
      credential_version: trx.raw('credential_version + 1'),
      version: trx.raw('version + 1'),
    });
}
