import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { AccountInvitation } from '../../domain/account-invitation.ts';
import {
  checkInvitation,
  checkWayIn,
  closeInvitation,
  mailboxOf,
  planForInvitation,
  wayInFor,
} from '../../domain/account-invitation.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { linkDead } from '../../domain/one-time-link.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import type { AccountInvitationRow } from '../account-invitation-row.ts';
import { invitationFrom } from '../account-invitation-row.ts';
import { toDb } from '../instants.ts';
import { isKnownAddress, mailboxContacts } from '../queries/mailbox-contacts.ts';
import { withOwed } from '../queries/owed-mails.ts';
import type { Actor } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { takeParticulars } from './keep-particulars.ts';
import { useLink } from './one-time-links.ts';
import { receiveClientCode, receiverOf } from './open-reception.ts';
import { proveMailbox } from './prove-mailbox.ts';
import { lockClientCodes } from './write-activation-code.ts';
import { invitationLife, writeInvitation } from './write-invitation.ts';
import type { ChosenPassword } from './write-password.ts';
import { writePassword } from './write-password.ts';

/** A command on an invitation as it travels. */
export interface InvitationCommand {
  readonly invitationId: string;
  readonly actor: Actor;
  readonly request: ChangeRequest;
}

/** Kept under the request until it is carried out. */
export interface WayInParticulars {
  readonly tokenHash: string;
  readonly clientAddress: string;
  /** Null: he has an account, or is logged in. */
  readonly password: ChosenPassword | null;
  /** Who is logged in. */
  readonly userId: string | null;
}

/**
 * The link is used: this number and every other one that is invited to the same mailbox are received in one account from this
 * commit on. Refuses `link.unusable`, `account-invitation.log-in`, `account-invitation.other-account`,
 * `account-invitation.password-needed`.
 */
export const acceptAccountInvitation =
  (knex: Knex) =>
  (command: InvitationCommand): Promise<Owing<AccountInvitation>> =>
    change(knex, command.request, async (trx) => {
      const { actor, request } = command;
      const at = request.receivedAt;
      const said = await takeParticulars<WayInParticulars>(trx, request);
      if (said === null) throw new Refused(linkDead);
      const { row, others } = await lockInvitation(trx, command.invitationId);
      const invitation = await invitationFrom(trx, row);
      orThrow(checkInvitation(invitation, at));
      const link = await useLink(trx, 'account-invitation', said.tokenHash, at);
      if (link.lifeId !== row.id || (await receiverOf(trx, row.client_code_id)) !== null)
        throw new Refused(linkDead);
      const accountId = await accountFor(trx, row, said, at);
      const receive = (of: AccountInvitationRow) =>
        receiveClientCode(
          trx,
          { id: uuidv7(), brandId: of.brand_id, clientCodeId: of.client_code_id, codeId: null },
          { accountId, clientAddress: said.clientAddress, actor, at },
        );
      await trx('account_invitations')
        .whereIn(
          'id',
          [row, ...others].map(({ id }) => id),
        )
        .update({ account_id: accountId });
      for (const other of others) {
        if ((await receiverOf(trx, other.client_code_id)) !== null) continue;
        const facts = { accountId, receptionId: await receive(other) };
        const joined = closeInvitation(await invitationFrom(trx, other), 'joined', at);
        const wakes = { life: 'account-invitation-of', id: other.id };
        await writeInvitation(trx, joined, { event: 'joined', facts, actor, wakes }, at);
      }
      const facts = { accountId, receptionId: await receive(row) };
      const sent = { update: 'accept', updateId: request.id, args: command };
      const wakes = { life: 'account-invitation', id: row.id };
      const told = { event: 'accepted', facts, actor, wakes, command: sent };
      return writeInvitation(trx, closeInvitation(invitation, 'activated', at), told, at);
    });

/** Nobody used the link in time; the next document begins anew. Asked again under lock. Returns the row as it stands. */
export const expireAccountInvitation =
  (knex: Knex) =>
  (id: string, at: Instant): Promise<Owing<AccountInvitation>> =>
    change(knex, null, async (trx) => {
      const { row } = await lockInvitation(trx, id);
      const invitation = await invitationFrom(trx, row);
      const act = planForInvitation(invitation);
      if (act === null || act.at > at) return withOwed(trx, invitation);
      const ended = closeInvitation(invitation, 'expired', at);
      return writeInvitation(trx, ended, { event: 'expired', actor: invitationLife }, at);
    });

/** The row as it stands: it was renewed, or has gone with another one. */
export const readAccountInvitation =
  (knex: Knex) =>
  (id: string): Promise<Owing<AccountInvitation>> =>
    change(knex, null, async (trx) =>
      withOwed(trx, await invitationFrom(trx, (await lockInvitation(trx, id)).row)),
    );

/** With every open one of its mailbox, and their client codes locked before: of two links of a mailbox one comes second. */
async function lockInvitation(trx: Knex.Transaction, id: string) {
  const found = await trx('account_invitations')
    .where({ id })
    .first<{ brand_id: string; mailbox: string; client_code_id: string } | undefined>(
      'brand_id',
      'mailbox',
      'client_code_id',
    );
  if (found === undefined) throw new Refused(hidden);
  const { brand_id: brandId, mailbox } = found;
  const open = () => trx('account_invitations').where({ brand_id: brandId, mailbox }).whereNull('closed_at');
  const codes = (await open().pluck('client_code_id')) as string[];
  await lockClientCodes(trx, [...new Set([found.client_code_id, ...codes])]);
  const rows = (await open()
    .whereIn('client_code_id', codes)
    .whereNot({ id })
    .orderBy('id')
    .forUpdate()) as AccountInvitationRow[];
  const row = await trx('account_invitations').where({ id }).forUpdate().first<AccountInvitationRow>();
  return { row, others: rows };
}

/** The one account of the mailbox, of who is logged in, or a new one with the password that was chosen. */
async function accountFor(
  trx: Knex.Transaction,
  row: AccountInvitationRow,
  { userId, password }: WayInParticulars,
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
    (await accountOf(trx, brandId, contactId)) ?? (await openAccount(trx, row, contactId, at));
  const { email } = await trx('users').where({ id: contactId }).first<{ email: string }>('email');
  const isOwn = mailboxOf(email) === mailbox;
  await proveMailbox(trx, { brandId, mailbox, accountId, isOwn }, proof?.account_id ?? null, at);
  return accountId;
}

async function accountOf(trx: Knex.Transaction, brandId: string, userId: string): Promise<string | null> {
  const row = await trx('recipient_accounts')
    .where({ brand_id: brandId, main_contact_id: userId, closed_at: null })
    .orderBy('id')
    .first<{ id: string } | undefined>('id');
  return row?.id ?? null;
}

/** He logs in by the address at which he was invited. */
async function newContact(
  trx: Knex.Transaction,
  row: AccountInvitationRow,
  password: ChosenPassword | null,
  at: Instant,
): Promise<string> {
  if (password === null) throw new Error(`nobody chose a password for invitation ${row.id}`);
  const id = uuidv7();
  const { mailbox: username, email, language } = row;
  await trx('users').insert({ id, username, email, name: await companyOf(trx, row), language });
  await writePassword(trx, id, password, at);
  return id;
}

async function openAccount(
  trx: Knex.Transaction,
  row: AccountInvitationRow,
  contactId: string,
  at: Instant,
): Promise<string> {
  const id = uuidv7();
  await trx('recipient_accounts').insert({
    ...{ id, brand_id: row.brand_id, main_contact_id: contactId, kind: 'b2c' },
    ...{ company_name: await companyOf(trx, row), created_at: toDb(at) },
  });
  return id;
}

async function companyOf(trx: Knex.Transaction, row: AccountInvitationRow): Promise<string> {
  const client = await trx('client_codes')
    .where({ id: row.client_code_id })
    .first<{ company_name: string }>('company_name');
  return client.company_name;
}
