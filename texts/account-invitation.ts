/** What operations staff read in the Temporal UI about an invitation that a document sent. */
import type { AccountInvitation, InvitationAct, InvitationOutcome } from '../domain/account-invitation.ts';
import { exactTime } from './formats.ts';

/** The one line in the list of workflows; nothing personal. */
export function accountInvitationSummary({ id }: Pick<AccountInvitation, 'id'>): string {
  return `Invitation to an account for documents (${id.slice(-12)})`;
}

export function accountInvitationDetails({ invitedAt, terms }: AccountInvitation): string {
  return `Sent by a document ${exactTime(invitedAt, terms.zone, 'en')}, under policy version ${String(terms.version)}.`;
}

const acts: Readonly<Record<InvitationAct['kind'], string>> = { expire: 'End of the link' };

export function accountInvitationActName(kind: InvitationAct['kind']): string {
  return acts[kind];
}

const outcomes: Readonly<Record<InvitationOutcome, string>> = {
  activated: 'The link was used; the number is received electronically',
  joined: 'Received electronically by the link of another number of the same mailbox',
  expired: 'Nobody used the link in time; the next document sends a new one',
  replaced: 'The issuer named another main contact',
};

/** `Waiting for the mailed link to be used until …; then it ends.` */
export function accountInvitationStanding({ closed, endsAt, terms }: AccountInvitation): string {
  const at = (instant: string) => exactTime(instant, terms.zone, 'en');
  if (closed) return `${outcomes[closed.outcome]}: ${at(closed.at)}.`;
  return `Waiting for the mailed link to be used until ${at(endsAt)}; then it ends. A document from ${String(terms.repeatHours)} hours after the mail on sends a new link.`;
}
