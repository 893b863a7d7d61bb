/**
 * The life of a printed code (WF-30; UP-04, UP-09, UP-12, UP-17, UP-18, X-07, X-08): made for one client code, announced,
 * valid for so many calendar days from its first announcement, superseded by a later one, used into exactly one account.
 * A code that was used works there again after an opt-out, as long as it is the latest and its days last.
 */
import type { CalendarDay, Instant, Zone } from './calendar.ts';
import { addDays, dayOf, endOfDay, startOfDay } from './calendar.ts';
import type { DocumentPolicy } from './document-policy.ts';
import type { NextAct } from './next-act.ts';
import type { Refusal, Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseState, refuseValue } from './verdict.ts';

export interface CodeTerms {
  readonly version: number;
  readonly zone: Zone;
  readonly messageSeconds: number;
  readonly validDays: number;
  readonly reminderDays: readonly number[];
}

/** `consumed`: its days are over and it was used; `expired`: they are, and it was not. */
export const codeOutcomes = ['consumed', 'expired', 'superseded', 'revoked'] as const;
export type CodeOutcome = (typeof codeOutcomes)[number];

export interface ActivationCode {
  readonly id: string;
  readonly brand: string;
  readonly issuerId: string;
  readonly clientCodeId: string;
  readonly terms: CodeTerms;
  readonly version: number;
  readonly createdAt: Instant;
  /** The earliest day on which the customer was told of it. */
  readonly announcedOn: CalendarDay | null;
  readonly endsAt: Instant | null;
  /** Of the days of the policy, how many are behind: reminded, or over before it was known that it was announced. */
  readonly reminders: number;
  readonly used: { readonly accountId: string; readonly at: Instant } | null;
  readonly closed: { readonly outcome: CodeOutcome; readonly at: Instant } | null;
}

export type CodeAct = NextAct<'remind' | 'expire'>;

/** How the customer was told: in a letter of its own, on an invoice, by mail, or otherwise. */
export const announcementChannels = ['letter', 'invoice', 'mail', 'other'] as const;
export type AnnouncementChannel = (typeof announcementChannels)[number];

export function codeTerms({ version, zone, messageSeconds, code }: DocumentPolicy): CodeTerms {
  const { validDays, reminderDays } = code;
  return { version, zone, messageSeconds, validDays, reminderDays };
}

/** Day N after the announcement ends at local midnight: 105 days are 15 weeks, and end on the same weekday (UP-18). */
function codeEndsAt(announcedOn: CalendarDay, { validDays, zone }: CodeTerms): Instant {
  return endOfDay(addDays(announcedOn, validDays), zone);
}

/** The reminders that are still to come, and its end; a code that nobody was told of waits for no day. */
export function planForCode(code: ActivationCode): readonly CodeAct[] {
  const { announcedOn, endsAt, closed, used, reminders, terms } = code;
  if (closed !== null || announcedOn === null || endsAt === null) return [];
  const days = used === null ? terms.reminderDays.slice(reminders) : [];
  return [
    ...days
      .map((count): CodeAct => ({ kind: 'remind', at: startOfDay(addDays(announcedOn, count), terms.zone) }))
      .filter(({ at }) => at < endsAt),
    { kind: 'expire', at: endsAt },
  ];
}

export function nextOfCode(code: ActivationCode): CodeAct | null {
  return planForCode(code)[0] ?? null;
}

export function carryOutCode(code: ActivationCode, kind: CodeAct['kind'], at: Instant): ActivationCode {
  if (kind === 'remind') return { ...next(code), reminders: code.reminders + 1 };
  return closeCode(code, code.used === null ? 'expired' : 'consumed', at);
}

/**
 * Whether a mail recalls the customer to it: while it is to be used, and nobody receives his client code electronically. That he
 * does, its issuer is not told (UP-15): it makes codes for whom it likes, and its reminders count on.
 */
export function isRecalled(code: ActivationCode, isReceived: boolean): boolean {
  return codeStage(code) === 'announced' && !isReceived;
}

/** A dated fact: not in the future and not before the code was made, each by the brand's calendar (decided.md). */
export function checkAnnounce(code: ActivationCode, on: CalendarDay, at: Instant): Verdict {
  const [created, today] = [code.createdAt, at].map((instant) => dayOf(instant, code.terms.zone));
  return firstRefusal(
    checkOpen(code),
    today !== undefined && on > today
      ? refuseValue('activation-code.announced-in-future', { field: 'on', latest: today })
      : allow,
    created !== undefined && on < created
      ? refuseValue('activation-code.announced-before-creation', { field: 'on', earliest: created })
      : allow,
  );
}

/** The earliest announcement counts, in whatever order they are reported; the code as it is when it changes nothing. */
export function announce(code: ActivationCode, on: CalendarDay, at: Instant): ActivationCode {
  const { announcedOn, terms } = code;
  if (announcedOn !== null && announcedOn <= on) return code;
  const behind = terms.reminderDays.filter((days) => startOfDay(addDays(on, days), terms.zone) <= at).length;
  return {
    ...next(code),
    announcedOn: on,
    endsAt: codeEndsAt(on, terms),
    reminders: Math.max(code.reminders, behind),
  };
}

/** Until it is used: what was used has done its work, and who receives goes back to paper himself. */
export function checkRevoke(code: ActivationCode): Verdict {
  return firstRefusal(checkOpen(code), code.used === null ? allow : refuseState('activation-code.used'));
}

export function closeCode(code: ActivationCode, outcome: CodeOutcome, at: Instant): ActivationCode {
  return { ...next(code), closed: { outcome, at } };
}

function checkOpen({ closed }: ActivationCode): Verdict {
  return closed === null ? allow : refuseState('activation-code.over', { outcome: closed.outcome });
}

export const codeStages = ['made', 'announced', 'used', ...codeOutcomes] as const;
/** As the issuer sees it; who used it, it does not (UP-15). */
export type CodeStage = (typeof codeStages)[number];

export function codeStage({ closed, used, announcedOn }: ActivationCode): CodeStage {
  if (closed !== null) return closed.outcome;
  if (used !== null) return 'used';
  return announcedOn === null ? 'made' : 'announced';
}

export const entryFaults = [
  'unknown',
  'not-announced',
  'expired',
  'superseded',
  'revoked',
  'used',
  'received-elsewhere',
] as const;
/** Why an entered code does not work: for the issuer and the event log, never for who entered it. */
export type EntryFault = (typeof entryFaults)[number];

/** Who enters it, and where the client code is received by now. */
export interface EntryFacts {
  /** The account it is entered into; null for somebody who has none yet. */
  readonly accountId: string | null;
  /** In which its client code is received electronically; null while on paper (UP-09). */
  readonly receivedIn: string | null;
}

/**
 * Whether the code works for who enters it; the last instant of its days included. Null is a code that there is not. A
 * client code that is received in an account is not to be had by another code either, until that is over.
 */
export function entryFault(
  code: ActivationCode | null,
  { accountId, receivedIn }: EntryFacts,
  at: Instant,
): EntryFault | null {
  if (code === null) return 'unknown';
  const { closed, announcedOn, endsAt, used } = code;
  if (closed?.outcome === 'superseded' || closed?.outcome === 'revoked') return closed.outcome;
  if (announcedOn === null || endsAt === null) return 'not-announced';
  if (at > endsAt) return 'expired';
  if (used !== null && used.accountId !== accountId) return 'used';
  return receivedIn === null || receivedIn === accountId ? null : 'received-elsewhere';
}

/** Used into that account: for ever, and again there as often as its days allow. */
export function consume(code: ActivationCode, accountId: string, at: Instant): ActivationCode {
  return { ...next(code), used: code.used ?? { accountId, at } };
}

/** Bound to the account that took the other one over (WF-37), and back. One that nobody used is bound to nobody. */
export function rebind(code: ActivationCode, accountId: string): ActivationCode {
  return code.used === null ? code : { ...next(code), used: { ...code.used, accountId } };
}

/** One answer for every code that does not work and for one that never was (check 42); its text names all ways on. */
export function codeUnusable(validDays: number): Refusal {
  return refuseValue('activation-code.unusable', { field: 'code', weeks: Math.floor(validDays / 7) });
}

function next(code: ActivationCode): ActivationCode {
  return { ...code, version: code.version + 1 };
}
