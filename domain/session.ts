/** How long a log-in lasts and how often it may fail (ASVS 7.3; quality checks 29, 30 and 45). */
import { hours, minutes, plusMilliseconds } from './calendar.ts';
import type { Instant } from './calendar.ts';

export type SessionKind = 'cookie' | 'bearer';

export const sessionLimits: Readonly<Record<SessionKind, { idleMs: number; absoluteMs: number }>> = {
  cookie: { idleMs: minutes(30), absoluteMs: hours(12) },
  bearer: { idleMs: hours(2), absoluteMs: hours(24) },
};

/** Writing "seen just now" at every request would cost a commit each; once a minute is exact enough. */
export const seenEveryMs = minutes(1);

/** The instant after which a session opened now is over, whatever its holder does. */
export function sessionEnd(kind: SessionKind, openedAt: Instant): Instant {
  return plusMilliseconds(openedAt, sessionLimits[kind].absoluteMs);
}

/** How long a proof of who one is lasts for acts that a thief of a session would want (check 47). */
export const proofMinutes = 10;

/** Whether the holder must prove himself again before such an act; the last instant still counts. */
export function needsProof(provenAt: Instant | null, now: Instant): boolean {
  return provenAt === null || now > plusMilliseconds(provenAt, minutes(proofMinutes));
}

export interface SessionTimes {
  readonly kind: SessionKind;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
  readonly endedAt: Instant | null;
}

/** Logged out, past its absolute end, or unused for too long. */
export function isSessionOver(session: SessionTimes, now: Instant): boolean {
  const idleEnd = plusMilliseconds(session.lastSeenAt, sessionLimits[session.kind].idleMs);
  return session.endedAt !== null || now >= session.expiresAt || now >= idleEnd;
}

/** A budget of failed log-ins: so many in so many seconds, of an account, an address, or the two together. */
export interface FailureBudget {
  readonly of: 'account' | 'address' | 'pair';
  readonly failures: number;
  readonly seconds: number;
}

/**
 * Failures are counted by account and address together, so that a stranger slows only himself: first a minute, then
 * an hour. An address that tries many accounts has a budget, and an account has one for all addresses from which it
 * never logged in (NIST SP 800-63B: at most 100); addresses that succeeded before do not feel the latter.
 */
export const loginBudgets = {
  pairShort: { of: 'pair', failures: 5, seconds: 60 },
  pairLong: { of: 'pair', failures: 20, seconds: 3_600 },
  address: { of: 'address', failures: 100, seconds: 3_600 },
  account: { of: 'account', failures: 100, seconds: 86_400 },
} as const satisfies Record<string, FailureBudget>;

export type LogInBudgetName = keyof typeof loginBudgets;

/** How long an address at which the account logged in is remembered as its own. */
export const knownAddressSeconds = 90 * 86_400;
