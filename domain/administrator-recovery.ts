/**
 * Recovery by letter (decided.md, People): how a company without an active administrator gets one, and how somebody who
 * lost every second factor gets in again. Two staff members, a letter with a code to the registered address, notice to
 * whom it takes something from, and working days in which he may object.
 */
import type { CalendarDay, Instant, SiteCalendar, Zone } from './calendar.ts';
import { addWorkingDays, dayOf, endOfDay, endOfDaysAfter, plusMilliseconds } from './calendar.ts';
import type { NextAct } from './next-act.ts';
import { linkDead } from './one-time-link.ts';
import type { PeoplePolicy } from './people-policy.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseRight, refuseState } from './verdict.ts';

/** What the code of the letter does: it makes an administrator, or removes the factors that were lost. */
export const recoveryPurposes = ['administrator', 'factors'] as const;
export type RecoveryPurpose = (typeof recoveryPurposes)[number];

export interface RecoveryTerms {
  readonly version: number;
  readonly zone: Zone;
  readonly messageSeconds: number;
  readonly objectionWorkingDays: number;
  readonly codeDays: number;
}

export type RecoveryOutcome = 'granted' | 'objected' | 'withdrawn' | 'expired' | 'voided';

export interface AdministratorRecovery {
  readonly id: string;
  /** Missing in the state of lives that began before there was a choice: an administrator. */
  readonly purpose?: RecoveryPurpose;
  readonly brand: string;
  readonly companyId: string;
  readonly terms: RecoveryTerms;
  readonly version: number;
  readonly proposedAt: Instant;
  /** Staff; null while the house alone proposes it, because an applicant came to a company that nobody administers. */
  readonly proposedBy: string | null;
  /**
   * Who is to administer, or has lost his factors: a member of the company; null for that applicant, who becomes a user with
   * the code.
   */
  readonly candidateId: string | null;
  readonly approvedAt: Instant | null;
  readonly objectionEndsAt: Instant | null;
  readonly printedAt: Instant | null;
  /** Since when the code may be entered: nobody has objected. */
  readonly openedAt: Instant | null;
  readonly endsAt: Instant;
  readonly wrongCodes: number;
  readonly closed: { readonly outcome: RecoveryOutcome; readonly at: Instant } | null;
}

export type RecoveryAct = NextAct<'open' | 'expire'>;

/** So many wrong codes void the recovery: the limit sits on the secret (check 31). */
export const wrongCodesAllowed = 10;

export function recoveryTerms({ version, zone, messageSeconds, administratorRecovery }: PeoplePolicy) {
  return { version, zone, messageSeconds, ...administratorRecovery };
}

/** Approved or not, it does not wait longer than a code lives. */
export function recoveryEndsAt(from: Instant, { codeDays, zone }: RecoveryTerms): Instant {
  return endOfDaysAfter(from, codeDays, zone);
}

/** The local midnight at which the last working day to object ends; closed days are those of the brand's country. */
export function objectionEndsAt(
  approvedAt: Instant,
  { objectionWorkingDays, zone }: RecoveryTerms,
  closedDays: readonly CalendarDay[],
): Instant {
  const calendar: SiteCalendar = { zone, cutOff: '00:00', workingWeekdays: [1, 2, 3, 4, 5], closedDays };
  return endOfDay(addWorkingDays(dayOf(approvedAt, zone), objectionWorkingDays, calendar), zone);
}

/** What happens by itself: the days to object run out, or the whole does. */
export function planForRecovery(recovery: AdministratorRecovery): RecoveryAct | null {
  if (recovery.closed) return null;
  const { objectionEndsAt: opensAt, openedAt, endsAt } = recovery;
  return opensAt !== null && openedAt === null && opensAt < endsAt
    ? { kind: 'open', at: opensAt }
    : { kind: 'expire', at: endsAt };
}

/** What the house proposes is nobody's of the staff: one of them makes it his own first. */
export function checkEndorse(recovery: AdministratorRecovery): Verdict {
  return firstRefusal(
    checkOpen(recovery),
    recovery.proposedBy === null ? allow : refuseState('administrator-recovery.endorsed'),
  );
}

export function endorse(recovery: AdministratorRecovery, staffId: string): AdministratorRecovery {
  return { ...next(recovery), proposedBy: staffId };
}

/** Two different people of the staff, neither alone. */
export function checkApprove(recovery: AdministratorRecovery, staffId: string): Verdict {
  return firstRefusal(
    checkOpen(recovery),
    recovery.proposedBy === null ? refuseState('administrator-recovery.not-endorsed') : allow,
    recovery.approvedAt === null ? allow : refuseState('administrator-recovery.approved'),
    staffId === recovery.proposedBy ? refuseRight('administrator-recovery.second-person-needed') : allow,
  );
}

export function approve(
  recovery: AdministratorRecovery,
  objectionEnd: Instant,
  at: Instant,
): AdministratorRecovery {
  const times = { approvedAt: at, objectionEndsAt: objectionEnd };
  return { ...next(recovery), ...times, endsAt: recoveryEndsAt(at, recovery.terms) };
}

/** The letter is printed once; then nobody reads the code again. */
export function checkPrinted(recovery: AdministratorRecovery): Verdict {
  return firstRefusal(
    checkOpen(recovery),
    recovery.approvedAt === null ? refuseState('administrator-recovery.not-approved') : allow,
    recovery.printedAt === null ? allow : refuseState('administrator-recovery.printed'),
  );
}

export function markPrinted(recovery: AdministratorRecovery, at: Instant): AdministratorRecovery {
  return { ...next(recovery), printedAt: at };
}

/** By the link in the notice, the last instant included; afterwards the link is as dead as any other. */
export function checkObject(recovery: AdministratorRecovery, at: Instant): Verdict {
  const { closed, objectionEndsAt: end } = recovery;
  return closed === null && end !== null && at <= end ? allow : linkDead;
}

function checkOpen({ closed }: AdministratorRecovery): Verdict {
  return closed === null ? allow : refuseState('administrator-recovery.over');
}

/** Not before the days to object are over and a no that was received in time has had its way here: it wins. */
export function checkEnterCode(recovery: AdministratorRecovery, at: Instant): Verdict {
  const { objectionEndsAt: end, terms } = recovery;
  const isOpen = end !== null && at > plusMilliseconds(end, terms.messageSeconds * 1_000);
  return firstRefusal(
    checkOpen(recovery),
    at <= recovery.endsAt ? allow : refuseState('administrator-recovery.over'),
    isOpen ? allow : refuseState('administrator-recovery.not-open', { opensAt: end, zone: terms.zone }),
  );
}

/** The right code does what the recovery is for; too many wrong ones end it. */
export function enterCode(
  recovery: AdministratorRecovery,
  isRight: boolean,
  at: Instant,
): AdministratorRecovery {
  if (isRight) return close(recovery, 'granted', at);
  const wrongCodes = recovery.wrongCodes + 1;
  const counted = { ...recovery, wrongCodes };
  return wrongCodes >= wrongCodesAllowed ? close(counted, 'voided', at) : next(counted);
}

export function close(
  recovery: AdministratorRecovery,
  outcome: RecoveryOutcome,
  at: Instant,
): AdministratorRecovery {
  return { ...next(recovery), closed: { outcome, at } };
}

/** It came to nothing for the applicant of a case, who waits for a mail; with the right code he would be a user by now. */
export function isApplicantLeft({ candidateId, closed }: AdministratorRecovery): boolean {
  return closed !== null && candidateId === null;
}

export function carryOutRecovery(
  recovery: AdministratorRecovery,
  kind: RecoveryAct['kind'],
  at: Instant,
): AdministratorRecovery {
  return kind === 'open' ? { ...next(recovery), openedAt: at } : close(recovery, 'expired', at);
}

export const recoveryStages = [
  'asked',
  'proposed',
  'objection',
  'code',
  'granted',
  'objected',
  'withdrawn',
  'expired',
  'voided',
] as const;
export type RecoveryStage = (typeof recoveryStages)[number];

export function recoveryStage(recovery: AdministratorRecovery): RecoveryStage {
  const { closed, proposedBy, approvedAt, openedAt } = recovery;
  if (closed) return closed.outcome;
  if (proposedBy === null) return 'asked';
  if (approvedAt === null) return 'proposed';
  return openedAt === null ? 'objection' : 'code';
}

/** What people may ask of a recovery; `actorId` is whoever asks. */
export const recoveryCommands = {
  endorse: checkEndorse,
  approve: (recovery: AdministratorRecovery, actorId: string) => checkApprove(recovery, actorId),
  confirmPrinted: checkPrinted,
  object: (recovery: AdministratorRecovery, _actorId: string, at: Instant) => checkObject(recovery, at),
  enterCode: (recovery: AdministratorRecovery, _actorId: string, at: Instant) => checkEnterCode(recovery, at),
  withdraw: checkOpen,
} as const satisfies Record<
  string,
  (recovery: AdministratorRecovery, actorId: string, at: Instant) => Verdict
>;
export type RecoveryCommandName = keyof typeof recoveryCommands;

function next(recovery: AdministratorRecovery): AdministratorRecovery {
  return { ...recovery, version: recovery.version + 1 };
}
