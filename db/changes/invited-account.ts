/** The account into which an invitation leads: never a second one of the same person in a brand (WF-34; IP-03, IP-06). */
import type { Knex } from 'knex';
import { checkWayIn, wayInFor } from '../../domain/account-invitation.ts';
import type { Instant } from '../../domain/calendar.ts';
import { mailboxOf } from '../../domain/mailbox.ts';
import { orThrow } from '../../domain/verdict.ts';
import type { AccountInvitationRow } from '../account-invitation-row.ts';
import { isKnownAddress, mailboxContacts } from '../queries/mailbox-contacts.ts';
import { ownAccounts } from '../queries/recipient-accounts.ts';
import { createPerson } from './create-person.ts';
import { openRecipientAccount } from './open-recipient-account.ts';
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
  const contact = (await mailboxContacts(trx, brandId, [mailbox])).get(mailbox) ?? null;
  const isKnown = await isKnownAddress(trx, mailbox);
  const way = wayInFor({ userId, mailboxContactId: contact?.userId ?? null, isKnown });
  orThrow(checkWayIn(way, password !== null));
  if (contact !== null) return contact.accountId;
  const contactId = userId ?? (await newContact(trx, row, password, at));
  const accountId =
    (await accountOf(trx, brandId, contactId)) ??
    (await openRecipientAccount(
      trx,
      { brandId, mainContactId: contactId, kind: 'b2c', companyName: await companyOf(trx, row) },
      at,
    ));
  const { email } = await trx('users').where({ id: contactId }).first<{ email: string }>('email');
  const isOwn = mailboxOf(email) === mailbox;
  await proveMailbox(trx, { brandId, mailbox, accountId, isOwn }, proof?.account_id ?? null, at);
  return accountId;
}

async function accountOf(trx: Knex.Transaction, brandId: string, userId: string): Promise<string | null> {
  const own = await ownAccounts(trx, userId);
  return own.find((each) => each.brandId === brandId)?.id ?? null;
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
  return createPerson(trx, { username, email, name: await companyOf(trx, row), language }, password, at);
}

async function companyOf(trx: Knex.Transaction, row: AccountInvitationRow): Promise<string> {
  const client = await trx('client_codes')
    .where({ id: row.client_code_id })
    .first<{ company_name: string }>('company_name');
  return client.company_name;
}
