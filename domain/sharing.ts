/**
 * Somebody to whom a main contact shows what his account receives, number by number (WF-35; IP-07, IP-08, UP-08, UP-20). The
 * life is the invitation; with its acceptance it ends, and who sees which number are plain facts until they are revoked.
 */
import type { Instant, Zone } from './calendar.ts';
import { hours, plusMilliseconds } from './calendar.ts';
import type { DocumentPolicy } from './document-policy.ts';
import { isSameMailbox } from './mailbox.ts';
import type { NextAct } from './next-act.ts';
import { linkDead } from './one-time-link.ts';
import type { PeoplePolicy } from './people-policy.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseState, refuseValue } from './verdict.ts';

export interface SharingTerms {
  readonly version: number;
  readonly zone: Zone;
  readonly messageSeconds: number;
  readonly linkHours: number;
  readonly reminderHours: number;
}

export const sharingOutcomes = ['accepted', 'expired', 'withdrawn'] as const;
export type SharingOutcome = (typeof sharingOutcomes)[number];

export interface Sharing {
  readonly id: string;
  readonly brand: string;
  readonly accountId: string;
  readonly terms: SharingTerms;
  readonly version: number;
  /** When the invitation that counts was sent, and until when its link works. */
  readonly invitedAt: Instant;
  readonly endsAt: Instant;
  readonly remindedAt: Instant | null;
  /** The end of the invitation; one that was accepted is shared from then on. */
  readonly closed: { readonly outcome: SharingOutcome; readonly at: Instant } | null;
}

export type SharingAct = NextAct<'remind' | 'expire'>;

/** Out of the two parts of the set in force: links as invitations to documents, the reminder as every invitation. */
export function sharingTerms(
  { version, zone, messageSeconds, invitation }: DocumentPolicy,
  { invitations }: PeoplePolicy,
): SharingTerms {
  const { linkHours } = invitation;
  return { version, zone, messageSeconds, linkHours, reminderHours: invitations.reminderHours };
}

/** An invitation that begins now. */
export function sharingFrom(at: Instant, { linkHours }: SharingTerms) {
  return { invitedAt: at, endsAt: plusMilliseconds(at, hours(linkHours)), remindedAt: null };
}

/** What happens by itself if nobody does anything more. */
export function planForSharing({ closed, remindedAt, invitedAt, endsAt, terms }: Sharing): SharingAct | null {
  if (closed !== null) return null;
  const remindAt = plusMilliseconds(invitedAt, hours(terms.reminderHours));
  return remindedAt === null && remindAt < endsAt
    ? { kind: 'remind', at: remindAt }
    : { kind: 'expire', at: endsAt };
}

export function carryOutSharing(sharing: Sharing, kind: SharingAct['kind'], at: Instant): Sharing {
  return kind === 'remind'
    ? { ...sharing, version: sharing.version + 1, remindedAt: at }
    : closeSharing(sharing, 'expired', at);
}

/** The last instant still counts; afterwards the link is as dead as any other (check 35). */
export function checkAcceptSharing({ closed, endsAt }: Sharing, at: Instant): Verdict {
  return closed === null && at <= endsAt ? allow : linkDead;
}

export function checkResendSharing({ closed }: Sharing): Verdict {
  return closed === null ? allow : refuseState('sharing.not-open');
}

/** A new link with a new end; the reminder comes again too. */
export function resendSharing(sharing: Sharing, at: Instant): Sharing {
  return { ...sharing, version: sharing.version + 1, ...sharingFrom(at, sharing.terms) };
}

export function closeSharing(sharing: Sharing, outcome: SharingOutcome, at: Instant): Sharing {
  return { ...sharing, version: sharing.version + 1, closed: { outcome, at } };
}

export const sharingStages = ['invited', ...sharingOutcomes] as const;
export type SharingStage = (typeof sharingStages)[number];

export function sharingStage({ closed }: Sharing): SharingStage {
  return closed?.outcome ?? 'invited';
}

/** What people may ask of the invitation, each with its check and the event it leaves. */
export const sharingCommands = {
  accept: { check: checkAcceptSharing, event: 'accepted' },
  resend: { check: checkResendSharing, event: 'resent' },
} as const;
export type SharingCommandName = keyof typeof sharingCommands;

export interface SharingAccount {
  readonly kind: 'b2b' | 'b2c';
  readonly isOpen: boolean;
}

/** In the code-based brand a consumer's account is his alone (UP-08); elsewhere everybody shares (decided.md). */
function checkMayShare({ kind }: SharingAccount, sharing: DocumentPolicy['sharing']): Verdict {
  return sharing === 'business' && kind === 'b2c' ? refuseState('sharing.consumer') : allow;
}

/** One sharing for an address in an account, and none with the main contact himself. */
export function checkInvite(asked: {
  readonly account: SharingAccount;
  readonly policy: DocumentPolicy['sharing'];
  readonly isShared: boolean;
  readonly isOwnAddress: boolean;
}): Verdict {
  return firstRefusal(
    checkMayShare(asked.account, asked.policy),
    asked.isOwnAddress ? refuseValue('sharing.with-oneself', { field: 'email' }) : allow,
    asked.isShared ? refuseState('sharing.exists', { field: 'email' }) : allow,
  );
}

/** He shows what his account has received, and nothing else. */
export function checkNumbers(asked: readonly string[], received: readonly string[]): Verdict {
  return asked.every((id) => received.includes(id))
    ? allow
    : refuseValue('sharing.not-received', { field: 'numbers' });
}

/** In which language he is written to is the person's own choice once he has accepted. */
export function checkLanguage(isAccepted: boolean, isChanged: boolean): Verdict {
  return isAccepted && isChanged ? refuseState('sharing.language-his-own', { field: 'language' }) : allow;
}

/** Who accepts while logged in is who was invited: the link proves the mailbox, the log-in that it is his. */
export function checkAddressee(invited: string, own: string): Verdict {
  return isSameMailbox(invited, own) ? allow : refuseState('sharing.other-address');
}
