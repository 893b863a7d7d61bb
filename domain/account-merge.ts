/**
 * Two recipient accounts of one brand become one (WF-37; UP-16): asked for by staff or by an issuer, consented to by both main
 * contacts, approved by staff, and undone within a window. Until it is approved nothing has moved; after the window it is final.
 */
import type { Instant, Zone } from './calendar.ts';
import { endOfDaysAfter } from './calendar.ts';
import type { DocumentPolicy } from './document-policy.ts';
import type { NextAct } from './next-act.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, hidden, refuseState, refuseValue } from './verdict.ts';

export interface MergeTerms {
  readonly version: number;
  readonly zone: Zone;
  readonly messageSeconds: number;
  readonly consentDays: number;
  readonly revertDays: number;
}

/** `source` closes, `target` stays. */
export const mergeSides = ['source', 'target'] as const;
export type MergeSide = (typeof mergeSides)[number];

export const mergeRefusers = [...mergeSides, 'staff'] as const;
/** Whose no it was. */
export type MergeRefuser = (typeof mergeRefusers)[number];

export const mergeOutcomes = ['merged', 'refused', 'expired', 'reverted'] as const;
export type MergeOutcome = (typeof mergeOutcomes)[number];

/** The main contact who said yes, and when: it is his own yes, not that of who comes after him. */
export interface Consent {
  readonly by: string;
  readonly at: Instant;
}

export interface AccountMerge {
  readonly id: string;
  readonly brand: string;
  readonly sourceId: string;
  readonly targetId: string;
  readonly terms: MergeTerms;
  readonly version: number;
  readonly openedAt: Instant;
  /** Who of the staff asked for it; null for an issuer. */
  readonly askedBy: string | null;
  /** The source's main contact goes on seeing what he brought along, as somebody with whom it is shared. */
  readonly contactStays: boolean;
  /** Until when the contacts consent; from the second yes on, until when staff approve. */
  readonly endsAt: Instant;
  readonly consents: Readonly<Record<MergeSide, Consent | null>>;
  readonly merged: { readonly at: Instant; readonly revertEndsAt: Instant } | null;
  readonly refusedBy: MergeRefuser | null;
  readonly closed: { readonly outcome: MergeOutcome; readonly at: Instant } | null;
}

export type MergeAct = NextAct<'expire' | 'finish'>;

export function mergeTerms({ version, zone, messageSeconds, merge }: DocumentPolicy): MergeTerms {
  return { version, zone, messageSeconds, ...merge };
}

/** Day N ends at local midnight. */
export function consentEndsAt(at: Instant, { consentDays, zone }: MergeTerms): Instant {
  return endOfDaysAfter(at, consentDays, zone);
}

/** Without consent or approval it lapses; merged, it is final when the window closes. */
export function planForMerge({ closed, merged, endsAt }: AccountMerge): MergeAct | null {
  if (closed !== null) return null;
  return merged === null ? { kind: 'expire', at: endsAt } : { kind: 'finish', at: merged.revertEndsAt };
}

export function carryOutMerge(merge: AccountMerge, kind: MergeAct['kind'], at: Instant): AccountMerge {
  return close(merge, kind === 'finish' ? 'merged' : 'expired', at);
}

/** What has to be true of both accounts, as well when it is asked for as when it is approved. */
export interface MergingAccount {
  readonly id: string;
  readonly brandId: string;
  readonly contactId: string;
  readonly enterpriseNumber: string | null;
  readonly isOpen: boolean;
}

/** Of one brand, both open, two of them; two enterprises are two customers. */
export function checkMergeable(source: MergingAccount, target: MergingAccount): Verdict {
  const [own, other] = [source.enterpriseNumber, target.enterpriseNumber];
  const areTwo = own !== null && other !== null && own !== other;
  return firstRefusal(
    source.id === target.id ? refuseValue('account-merge.same-account', { field: 'targetAccountId' }) : allow,
    source.brandId === target.brandId
      ? allow
      : refuseValue('account-merge.other-brand', { field: 'targetAccountId' }),
    source.isOpen && target.isOpen ? allow : refuseState('account-merge.account-closed'),
    areTwo ? refuseState('account-merge.two-enterprises') : allow,
  );
}

function checkWaiting({ closed, merged }: AccountMerge): Verdict {
  if (closed !== null) return refuseState('account-merge.over', { outcome: closed.outcome });
  return merged === null ? allow : refuseState('account-merge.merged');
}

/** The last instant still counts. */
function checkInTime(merge: AccountMerge, at: Instant): Verdict {
  return firstRefusal(
    checkWaiting(merge),
    at <= merge.endsAt ? allow : refuseState('account-merge.over', { outcome: 'expired' }),
  );
}

function checkApprove(merge: AccountMerge, at: Instant): Verdict {
  const { source, target } = merge.consents;
  return firstRefusal(
    checkInTime(merge, at),
    source !== null && target !== null ? allow : refuseState('account-merge.consent-missing'),
  );
}

function checkRevert({ closed, merged }: AccountMerge, at: Instant): Verdict {
  if (closed !== null) return refuseState('account-merge.over', { outcome: closed.outcome });
  if (merged === null) return refuseState('account-merge.not-merged');
  return at <= merged.revertEndsAt ? allow : refuseState('account-merge.over', { outcome: 'merged' });
}

/** Who asked for it does not take the second look himself. */
export function checkSecondLook({ askedBy }: AccountMerge, staffId: string): Verdict {
  return askedBy === staffId ? refuseState('account-merge.second-look') : allow;
}

/** Both yeses are still those of the people the accounts hang on. */
export function checkConsents(
  { consents }: AccountMerge,
  source: MergingAccount,
  target: MergingAccount,
): Verdict {
  const isTheirs = consents.source?.by === source.contactId && consents.target?.by === target.contactId;
  return isTheirs ? allow : refuseState('account-merge.contact-changed');
}

/** The sides that hang on this person. */
export function sidesOf(
  userId: string,
  source: MergingAccount,
  target: MergingAccount,
): readonly MergeSide[] {
  const contacts = { source: source.contactId, target: target.contactId };
  return mergeSides.filter((side) => contacts[side] === userId);
}

/** Whether an account of that kind may share at all (UP-08): a target that gives a number back may have become one that may not. */
export function mayShareAs(kind: string, sharing: DocumentPolicy['sharing']): boolean {
  return sharing === 'everybody' || kind === 'b2b';
}

/** For whom it concerns; for everybody else it does not exist. */
export function checkConcerned(sides: readonly MergeSide[]): Verdict {
  return sides.length === 0 ? hidden : allow;
}

/** A yes for the sides that are his; said again it is the same. With the second one staff have as many days again. */
export function consentTo(
  merge: AccountMerge,
  sides: readonly MergeSide[],
  by: string,
  at: Instant,
): AccountMerge {
  const fresh = sides.filter((side) => merge.consents[side]?.by !== by);
  if (fresh.length === 0) return merge;
  const consents = { ...merge.consents, ...Object.fromEntries(fresh.map((side) => [side, { by, at }])) };
  const isComplete = consents.source !== null && consents.target !== null;
  return { ...next(merge), consents, endsAt: isComplete ? consentEndsAt(at, merge.terms) : merge.endsAt };
}

export function refuseMerge(merge: AccountMerge, by: MergeRefuser, at: Instant): AccountMerge {
  return { ...close(merge, 'refused', at), refusedBy: by };
}

export function approveMerge(merge: AccountMerge, at: Instant): AccountMerge {
  const { revertDays, zone } = merge.terms;
  return { ...next(merge), merged: { at, revertEndsAt: endOfDaysAfter(at, revertDays, zone) } };
}

export function revertMerge(merge: AccountMerge, at: Instant): AccountMerge {
  return close(merge, 'reverted', at);
}

function close(merge: AccountMerge, outcome: MergeOutcome, at: Instant): AccountMerge {
  return { ...next(merge), closed: { outcome, at } };
}

function next(merge: AccountMerge): AccountMerge {
  return { ...merge, version: merge.version + 1 };
}

export const mergeStages = ['consent', 'approval', 'revertible', ...mergeOutcomes] as const;
export type MergeStage = (typeof mergeStages)[number];

export function mergeStage({ closed, merged, consents }: AccountMerge): MergeStage {
  if (closed !== null) return closed.outcome;
  if (merged !== null) return 'revertible';
  return consents.source !== null && consents.target !== null ? 'approval' : 'consent';
}

/** What people may ask of a merge, each with the event it leaves: the contacts' yes, anybody's no, staff's work. */
export const mergeCommands = {
  consent: { check: checkInTime, event: 'consented' },
  refuse: { check: checkWaiting, event: 'refused' },
  approve: { check: checkApprove, event: 'merged' },
  revert: { check: checkRevert, event: 'reverted' },
} as const satisfies Record<string, { check: (merge: AccountMerge, at: Instant) => Verdict; event: string }>;
export type MergeCommandName = keyof typeof mergeCommands;
