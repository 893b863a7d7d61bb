/**
 * The way back of who lost his password (WF-03, UM-23, UM-24, X-05): by himself where he is allowed to, else his
 * administrator starts it, else staff. Nobody but the person ever chooses the password, and asking changes nothing.
 */
import type { Instant, Zone } from './calendar.ts';
import { minutes, plusMilliseconds } from './calendar.ts';
import type { NextAct } from './next-act.ts';
import { linkDead } from './one-time-link.ts';
import type { PeoplePolicy } from './people-policy.ts';
import type { Verdict } from './verdict.ts';
import { allow } from './verdict.ts';

export const recoveryWays = ['self', 'administrator', 'staff'] as const;
export type RecoveryWay = (typeof recoveryWays)[number];

/** `unknown`: nobody is called that. `limited`: mails enough have gone to this mailbox. */
export type RecoveryOutcome =
  'reset' | 'expired' | 'handed-to-administrator' | 'handed-to-staff' | 'unknown' | 'limited';

export interface RecoveryTerms {
  readonly version: number;
  readonly zone: Zone;
  readonly messageSeconds: number;
}

export interface CredentialRecovery {
  readonly id: string;
  /** Who asked: somebody who typed a name, an administrator, or staff. */
  readonly source: 'person' | 'administrator' | 'staff';
  /** Null until it is known whom it is about. */
  readonly brand: string | null;
  readonly terms: RecoveryTerms | null;
  readonly version: number;
  readonly askedAt: Instant;
  /** Until when the link works; null as long as there is none. */
  readonly endsAt: Instant | null;
  /**
   * When staff take over what an administrator was asked for and did not do; null when none was. Lives that began before
   * there was such an instant do not know it.
   */
  readonly handOverAt?: Instant | null;
  readonly closed: { readonly outcome: RecoveryOutcome; readonly at: Instant } | null;
}

export type RecoveryAct = NextAct<'find' | 'expire' | 'hand-over'>;

/** First it is looked up who is meant, at once; then the link ends, or staff take over from the administrators. */
export function planForRecovery(recovery: CredentialRecovery): RecoveryAct | null {
  const { closed, endsAt, askedAt, handOverAt = null } = recovery;
  if (closed !== null) return null;
  if (handOverAt !== null) return { kind: 'hand-over', at: handOverAt };
  return endsAt === null ? { kind: 'find', at: askedAt } : { kind: 'expire', at: endsAt };
}

/** What decides which way a login goes. */
export interface LoginFacts {
  /** Not deactivated, and a member somewhere, staff, or whom a recipient account hangs on. */
  readonly isActive: boolean;
  /** An invitation that was never accepted is sent again, not recovered. */
  readonly hasPassword: boolean;
  readonly selfResetAllowed: boolean;
  readonly isAdministrator: boolean;
  /** Active administrators besides himself who may start a reset: those of the company that he has to do with alone. */
  readonly administrators: number;
}

/** The first way of the policy that is open to this login; null when none is. */
export function wayOf(facts: LoginFacts, ways: PeoplePolicy['recovery']): RecoveryWay | null {
  if (!facts.isActive) return null;
  const isOpen: Readonly<Record<RecoveryWay, boolean>> = {
    self: mayHelpHimself(facts),
    administrator: facts.administrators > 0,
    staff: true,
  };
  return ways.find((way) => isOpen[way]) ?? null;
}

/** Who has a password and is allowed to; administrators always are. */
function mayHelpHimself({ hasPassword, selfResetAllowed, isAdministrator }: LoginFacts): boolean {
  return hasPassword && (selfResetAllowed || isAdministrator);
}

/**
 * Whether a link that was mailed may still set the password of this login: with the permission of who asked himself its
 * link is gone too (WF-03). A reset that was started for him needs none.
 */
export function isStillOpen(source: CredentialRecovery['source'], facts: LoginFacts): boolean {
  return facts.isActive && (source !== 'person' || mayHelpHimself(facts));
}

/** How often one mailbox is written to because somebody asked, and how soon again (check 39). */
export const recoveryMails = { times: 5, withinMinutes: 60, againAfterSeconds: 60 } as const;

/** Whether a further mail is too much, by when this mailbox was asked about before. */
export function isMailedEnough(askedBefore: readonly Instant[], at: Instant): boolean {
  const since = (milliseconds: number) => plusMilliseconds(at, -milliseconds);
  const hour = askedBefore.filter((each) => each > since(minutes(recoveryMails.withinMinutes)));
  const justNow = askedBefore.some((each) => each > since(recoveryMails.againAfterSeconds * 1_000));
  return justNow || hour.length >= recoveryMails.times;
}

/** The outcome when no login of an asking may help itself; null while an administrator is asked to. */
export function handedOver(ways: readonly RecoveryWay[]): RecoveryOutcome | null {
  if (ways.length === 0) return 'unknown';
  return ways.includes('administrator') ? null : 'handed-to-staff';
}

/** Over. */
export function closeRecovery(
  recovery: CredentialRecovery,
  outcome: RecoveryOutcome,
  at: Instant,
): CredentialRecovery {
  return { ...recovery, version: recovery.version + 1, closed: { outcome, at } };
}

/** A link is used once and in time; the last instant still counts. Refuses `link.unusable`, as every dead link. */
export function checkCompletion({ closed, endsAt }: CredentialRecovery, at: Instant): Verdict {
  return closed === null && endsAt !== null && at <= endsAt ? allow : linkDead;
}

/** How it stands, for staff. */
export function recoveryStage({ closed, endsAt, handOverAt = null }: CredentialRecovery): string {
  if (closed === null && handOverAt !== null) return 'with-administrator';
  return closed?.outcome ?? (endsAt === null ? 'asked' : 'link-sent');
}
