import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { OwedMail } from '../../domain/mail-key.ts';
import { mailKey } from '../../domain/mail-key.ts';
import { toDb } from '../instants.ts';

/** A mail that a life of people owes from this change on; what is owed already is owed once. */
export async function owePersonMail(trx: Knex.Transaction, mail: OwedMail, at: Instant): Promise<void> {
  const { life, lifeId, kind } = mail;
  await trx('notices')
    .insert({ notice_key: mailKey(mail), kind, life, life_id: lifeId, owed_at: toDb(at) })
    .onConflict('notice_key')
    .ignore();
}
