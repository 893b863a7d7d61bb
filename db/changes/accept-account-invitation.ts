import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { AccountInvitation } from '../../domain/account-invitation.ts';
import { checkInvitation, closeInvitation, planForInvitation } from '../../domain/account-invitation.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { isActDue } from '../../domain/next-act.ts';
import { linkDead } from '../../domain/one-time-link.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import type { AccountInvitationRow } from '../account-invitation-row.ts';
import { invitationFrom } from '../account-invitation-row.ts';
import { withOwed } from '../queries/owed-mails.ts';
import type { Actor } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { accountFor } from './invited-account.ts';
import { takeParticulars } from './keep-particulars.ts';
import { useLink } from './one-time-links.ts';
import { receiveClientCode, receiverOf } from './open-reception.ts';
import { lockClientCodes } from './write-activation-code.ts';
import { invitationLife, writeInvitation } from './write-invitation.ts';
import type { ChosenPassword } from './write-password.ts';

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
      if (!isActDue(planForInvitation(invitation), 'expire', at)) return withOwed(trx, invitation);
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
