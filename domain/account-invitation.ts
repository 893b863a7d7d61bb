/**
 * An invitation by the first document (WF-34; IP-02, IP-03, IP-05, IP-06): whoever reads the mailbox that the issuer knows of a
 * client code gets a link to an account, one mail a number and one account for all. A later document repeats a lost mail with a
 * new link; unused it ends, and the document after that begins anew.
 */
import type { Instant, Zone } from './calendar.ts';
import { hours, plusMilliseconds } from './calendar.ts';
import type { ConsentOutcome } from './channel-consent.ts';
import type { DocumentPolicy } from './document-policy.ts';
import type { NextAct } from './next-act.ts';
import { linkDead } from './one-time-link.ts';
import type { Verdict } from './verdict.ts';
import { allow, refuseState, refuseValue } from './verdict.ts';

export interface InvitationTerms {
  readonly version: number;
  readonly zone: Zone;
  readonly messageSeconds: number;
  readonly linkHours: number;
  readonly repeatHours: number;
  readonly olderLinks: 'work' | 'die';
}

/** `activated`: by its own link; `joined`: by the link of another number of that mailbox; `replaced`: the issuer named another contact. */
export const invitationOutcomes = ['activated', 'joined', 'expired', 'replaced'] as const;
export type InvitationOutcome = (typeof invitationOutcomes)[number];

export interface AccountInvitation {
  readonly id: string;
  readonly brand: string;
  readonly clientCodeId: string;
  readonly terms: InvitationTerms;
  readonly version: number;
  /** When the mail that counts was owed, and until when its link works. */
  readonly invitedAt: Instant;
  readonly endsAt: Instant;
  readonly closed: { readonly outcome: InvitationOutcome; readonly at: Instant } | null;
}

export type InvitationAct = NextAct<'expire'>;

export function invitationTerms(policy: DocumentPolicy): InvitationTerms {
  const { version, zone, messageSeconds, invitation } = policy;
  return { version, zone, messageSeconds, ...invitation };
}

/** A mail that is owed now. */
export function invitedFrom(at: Instant, { linkHours }: InvitationTerms) {
  return { invitedAt: at, endsAt: plusMilliseconds(at, hours(linkHours)) };
}

/**
 * What a document does to the invitation of its client code: a first one invites; while the link is fresh nothing is repeated,
 * so that a run gives one mail; later, or when the address has changed, a new link takes the old one's place (IP-05).
 */
export function documentAsks(
  open: (Pick<AccountInvitation, 'invitedAt' | 'endsAt' | 'terms'> & { readonly mailbox: string }) | null,
  mailbox: string,
  at: Instant,
): 'invite' | 'renew' | 'nothing' {
  if (open === null) return 'invite';
  const isFresh = at < plusMilliseconds(open.invitedAt, hours(open.terms.repeatHours)) && at <= open.endsAt;
  return isFresh && open.mailbox === mailbox ? 'nothing' : 'renew';
}

export function renewInvitation(invitation: AccountInvitation, at: Instant): AccountInvitation {
  return { ...next(invitation), ...invitedFrom(at, invitation.terms) };
}

export function planForInvitation({ closed, endsAt }: AccountInvitation): InvitationAct | null {
  return closed === null ? { kind: 'expire', at: endsAt } : null;
}

/** The last instant still counts; afterwards the link is as dead as any other (check 35). */
export function checkInvitation({ closed, endsAt }: AccountInvitation, at: Instant): Verdict {
  return closed === null && at <= endsAt ? allow : linkDead;
}

export function closeInvitation(
  invitation: AccountInvitation,
  outcome: InvitationOutcome,
  at: Instant,
): AccountInvitation {
  return { ...next(invitation), closed: { outcome, at } };
}

export const invitationStages = ['invited', ...invitationOutcomes] as const;
export type InvitationStage = (typeof invitationStages)[number];

export function invitationStage({ closed }: AccountInvitation): InvitationStage {
  return closed?.outcome ?? 'invited';
}

/** Who stands behind a link. */
export interface LinkHolder {
  /** Null: not logged in. */
  readonly userId: string | null;
  /** The main contact of the account for which this mailbox was proven in the brand; null where there is none. */
  readonly mailboxContactId: string | null;
  /** Whether somebody logs in by this address already, or is written to there. */
  readonly isKnown: boolean;
}

/**
 * What using the link leads to. `join`: the account of that mailbox, without a new password; `own`: the account of who is
 * logged in, or a first one for him; `log-in`: who has a log-in already gets no second one; `new`: a password is chosen.
 */
export type WayIn = 'join' | 'own' | 'log-in' | 'new' | 'other';

export function wayInFor({ userId, mailboxContactId, isKnown }: LinkHolder): WayIn {
  if (mailboxContactId !== null) return userId === null || userId === mailboxContactId ? 'join' : 'other';
  if (userId !== null) return 'own';
  return isKnown ? 'log-in' : 'new';
}

export function checkWayIn(way: WayIn, hasPassword: boolean): Verdict {
  if (way === 'log-in') return refuseState('account-invitation.log-in');
  if (way === 'other') return refuseState('account-invitation.other-account');
  if (way === 'new' && !hasPassword)
    return refuseValue('account-invitation.password-needed', { field: 'password' });
  return allow;
}

/** Who chose paper is not asked again with every document; his issuer may, by naming him once more (UP-19). */
export function isAskedByDocuments(lastEnded: ConsentOutcome | null): boolean {
  return lastEnded !== 'opted-out';
}

/** The issuer names a main contact, where invitations let in (WF-34). */
export function checkReplace(access: DocumentPolicy['access']): Verdict {
  return access === 'invitation' ? allow : refuseState('client-code.not-invited');
}

/**
 * Whether who is named is who receives: then nothing of his changes. `reader`: the account whose main contact has proven the mailbox
 * or is written to there. What the issuer's own file says of him is no matter, and it hears one answer either way (UP-15).
 */
export function isWhoReceives(receivedIn: string | null, reader: string | null): boolean {
  return receivedIn !== null && receivedIn === reader;
}

function next(invitation: AccountInvitation): AccountInvitation {
  return { ...invitation, version: invitation.version + 1 };
}
