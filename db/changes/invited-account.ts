/** The account into which an invitation leads: never a second one of the same person in a brand (WF-34; IP-03, IP-06). */
import type { Knex } from 'knex';
import { checkWayIn, wayInFor } from '../../domain/account-invitation.ts';
import type { Instant } from '../../domain/calendar.ts';
import { mailboxOf } from '../../domain/mailbox.ts';
import { orThrow } from '../../domain/verdict.ts';
import type { AccountInvitationRow } from '../account-invitation-row.ts';
import type { MailboxContact } from '../queries/mailbox-contacts.ts';
import { isKnownAddress, mailboxContacts } from '../queries/mailbox-contacts.ts';
import { createPerson } from './create-person.ts';
import { lockAccounts } from './lock-accounts.ts';
import { accountOfPerson, companyOf } from './own-account.ts';
import { proveMailbox } from './prove-mailbox.ts';
import type { ChosenPassword } from './write-password.ts';

interface Holder {
  /** Null: he has an account, or is logged in. */
  readonly password: ChosenPassword | null;
  /** Who is logged in. */
  readonly userId: string | null;
}

/** The one account of the mailbox, of who is logged in, or a new one with the password that was chosen. */
export async function accountFor(
  trx: Knex.Transaction,
  row: AccountInvitationRow,
  { userId, password }: Holder,
  at: Instant,
): Promise<string> {
  const { brand_id: brandId, mailbox } = row;
  if (userId !== null) await trx('users').where({ id: userId }).forUpdate().first('id');
  const proof = await trx('account_mailboxes')
    .where({ brand_id: brandId, mailbox })
    .first<{ account_id: string } | undefined>('account_id');
  const contact = await lockContact(trx, brandId, mailbox);
  const isKnown = await isKnownAddress(trx, mailbox);
  const way = wayInFor({ userId, mailboxContactId: contact?.userId ?? null, isKnown });
  orThrow(checkWayIn(way, password !== null));
  if (contact !== null) return contact.accountId;
  const contactId = userId ?? (await newContact(trx, row, password, at));
  const clientCodeId = row.client_code_id;
  const accountId = await accountOfPerson(trx, { brandId, userId: contactId, clientCodeId }, at);
  const { email } = await trx('users').where({ id: contactId }).first<{ email: string }>('email');
  const isOwn = mailboxOf(email) === mailbox;
  await proveMailbox(trx, { brandId, mailbox, accountId, isOwn }, proof?.account_id ?? null, at);
  return accountId;
}

/** Who has proven that mailbox, his account locked; of one that a merge has just closed it is no more. */
async function lockContact(
  trx: Knex.Transaction,
  brandId: string,
  mailbox: string,
): Promise<MailboxContact | null> {
  const contact = (await mailboxContacts(trx, brandId, [mailbox])).get(mailbox);
  if (contact === undefined) return null;
  const account = (await lockAccounts(trx, [contact.accountId])).get(contact.accountId);
  return account?.closed_at === null ? contact : null;
}

/** He logs in by the address at which he was invited. */
async function newContact(
  trx: Knex.Transaction,
  row: AccountInvitationRow,
  password: ChosenPassword | null,
  at: Instant,
): Promise<string> {
  if (password === null) throw new Error(`nobody chose a password for invitation ${row.id}`);
  const { mailbox: username, email, language } = row;
  return createPerson(
    trx,
    { username, email, name: await companyOf(trx, row.client_code_id), language },
    password,
    at,
  );
}
