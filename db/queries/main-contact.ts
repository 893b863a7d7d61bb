import type { Knex } from 'knex';
import type { MainContact } from '../../domain/partner-contact.ts';

/** On whom an account hangs; null when there is none of that id, or it is closed. */
export async function mainContactOf(knex: Knex, accountId: string): Promise<MainContact | null> {
  const row = await knex('recipient_accounts as a')
    .join('users as u', 'u.id', 'a.main_contact_id')
    .where({ 'a.id': accountId, 'a.closed_at': null })
    .first<MainContact | undefined>({
      ...{ email: 'u.email', language: 'u.language', name: 'u.name' },
      ...{ firstName: 'u.first_name', lastName: 'u.last_name' },
    });
  return row ?? null;
}
