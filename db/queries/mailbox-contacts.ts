/** Whose mailbox it is: what the main contact of an account has proven by a link (IP-03, IP-06). */
import type { Knex } from 'knex';
import { mailboxOf } from '../../domain/mailbox.ts';

export interface MailboxContact {
  readonly mailbox: string;
  readonly accountId: string;
  readonly userId: string;
}

/** By mailbox, the open accounts for which these were proven in the brand; one that was his own and is no longer, proves nothing. */
export async function mailboxContacts(
  knex: Knex,
  brandId: string,
  mailboxes: readonly string[],
): Promise<ReadonlyMap<string, MailboxContact>> {
  const rows: (MailboxContact & { readonly isOwn: number; readonly email: string })[] = await knex(
    'account_mailboxes as m',
  )
    .join('recipient_accounts as a', 'a.id', 'm.account_id')
    .join('users as u', 'u.id', 'a.main_contact_id')
    .where({ 'm.brand_id': brandId, 'a.closed_at': null, 'u.deactivated_at': null })
    .whereIn('m.mailbox', [...mailboxes])
    .select({ mailbox: 'm.mailbox', accountId: 'a.id', userId: 'u.id', isOwn: 'm.is_own', email: 'u.email' });
  return new Map(
    rows
      .filter(({ isOwn, email, mailbox }) => isOwn === 0 || mailboxOf(email) === mailbox)
      .map((row) => [row.mailbox, row]),
  );
}

/** That account, if its main contact has proven the mailbox or is written to there; else null. */
export async function readerAt(
  knex: Knex,
  brandId: string,
  mailbox: string,
  accountId: string,
): Promise<string | null> {
  const proven = (await mailboxContacts(knex, brandId, [mailbox])).get(mailbox);
  if (proven?.accountId === accountId) return accountId;
  const contact = await knex('recipient_accounts as a')
    .join('users as u', 'u.id', 'a.main_contact_id')
    .where({ 'a.id': accountId, 'u.deactivated_at': null })
    .first<{ email: string } | undefined>('u.email');
  return contact !== undefined && mailboxOf(contact.email) === mailbox ? accountId : null;
}

/** Somebody logs in by that address, or is written to there: he gets no second log-in. */
export async function isKnownAddress(knex: Knex, mailbox: string): Promise<boolean> {
  const user: unknown = await knex('users')
    .where({ username: mailbox })
    .orWhere((written) => {
      written.where({ email: mailbox }).whereNull('deactivated_at');
    })
    .first('id');
  return user !== undefined;
}
