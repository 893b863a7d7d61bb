import type { Knex } from 'knex';
import type { AccountInvitation, InvitationOutcome } from '../../domain/account-invitation.ts';
import { closeInvitation } from '../../domain/account-invitation.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import type { AccountInvitationRow } from '../account-invitation-row.ts';
import { invitationColumns, invitationFrom } from '../account-invitation-row.ts';
import { withOwed } from '../queries/owed-mails.ts';
import { lifeActor } from './actors.ts';
import type { Actor, NewEvent } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { killLinks } from './one-time-links.ts';

/** The life itself acts. */
export const invitationLife = lifeActor('account-invitation');

/** Writes the invitation as a rule left it and the event. With its end the link is dead. */
export async function writeInvitation(
  trx: Knex.Transaction,
  invitation: AccountInvitation,
  told: Pick<NewEvent, 'actor' | 'wakes' | 'command'> & { readonly event: string; readonly facts?: object },
  at: Instant,
): Promise<Owing<AccountInvitation>> {
  const { id, version, closed, clientCodeId } = invitation;
  await trx('account_invitations').where({ id }).update(invitationColumns(invitation));
  if (closed !== null) await killLinks(trx, { purpose: 'account-invitation', life_id: id }, at);
  const { event, facts = {}, ...by } = told;
  await appendEvent(trx, {
    ...by,
    kind: `account-invitation.${event}`,
    subjectType: 'account-invitation',
    subjectId: id,
    companyId: null,
    at,
    body: { version, clientCodeId, ...facts },
  });
  return withOwed(trx, invitation);
}

/** Ends the open invitation of a client code that is locked, if there is one, from outside its life. */
export async function endInvitationOf(
  trx: Knex.Transaction,
  clientCodeId: string,
  outcome: InvitationOutcome & 'replaced',
  actor: Actor,
  at: Instant,
): Promise<void> {
  const row = await trx('account_invitations')
    .where({ open_key: clientCodeId })
    .forUpdate()
    .first<AccountInvitationRow | undefined>();
  if (row === undefined) return;
  const ended = closeInvitation(await invitationFrom(trx, row), outcome, at);
  const wakes = { life: 'account-invitation-of', id: row.id };
  await writeInvitation(trx, ended, { event: outcome, actor, wakes }, at);
}
