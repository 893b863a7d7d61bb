import type { Knex } from 'knex';
import type { EmailChangeRow, EmailChangeState } from '../email-change-row.ts';
import { emailChangeFrom } from '../email-change-row.ts';
import { fromDb } from '../instants.ts';
import type { OwedNotice } from './owed-mails.ts';
import type { PersonNotice } from './person-notices.ts';

/** The change of address as it stands, or null. */
export async function emailChangeToStart(knex: Knex, id: string): Promise<EmailChangeState | null> {
  const row = await knex('email_changes').where({ id }).first<EmailChangeRow | undefined>();
  return row === undefined ? null : emailChangeFrom(knex, row);
}

/** The link goes to the new address alone; every word about it to the one before. */
export async function emailChangeNotice(
  knex: Knex,
  id: string,
  { kind }: OwedNotice,
): Promise<PersonNotice | null> {
  const row = await knex('email_changes as e')
    .join('users as u', 'u.id', 'e.user_id')
    .join('brands as b', 'b.id', 'e.brand_id')
    .where('e.id', id)
    .first<
      | (EmailChangeRow & {
          readonly zone: string;
          readonly name: string;
          readonly username: string;
          readonly language: string;
        })
      | undefined
    >('e.*', 'b.zone', 'u.name', 'u.username', 'u.language');
  if (row === undefined) return null;
  const isLink = kind === 'email-confirm';
  return {
    recipients: [{ email: isLink ? row.new_email : row.old_email, language: row.language }],
    facts: {
      name: row.name,
      username: row.username,
      zone: row.zone,
      endsAt: fromDb(row.ends_at),
      happenedAt: fromDb(row.closed_at ?? row.asked_at),
    },
    link: isLink && row.link_id !== null ? { id: row.link_id, purpose: 'email' } : null,
    isAtMostOnce: false,
  };
}
