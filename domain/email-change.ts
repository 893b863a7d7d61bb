/**
 * A person’s new mail address (UM-10): in force only when whoever reads it says so, and the address before is told at
 * once, for a thief would change it first.
 */
import type { Instant, Zone } from './calendar.ts';
import type { NextAct } from './next-act.ts';
import { linkDead } from './one-time-link.ts';
import type { Verdict } from './verdict.ts';
import { allow } from './verdict.ts';

export interface EmailChange {
  readonly id: string;
  readonly brand: string;
  readonly terms: { readonly version: number; readonly zone: Zone; readonly messageSeconds: number };
  readonly version: number;
  readonly askedAt: Instant;
  /** Until when the link in the mail to the new address works. */
  readonly endsAt: Instant;
  readonly closed: { readonly outcome: 'confirmed' | 'expired'; readonly at: Instant } | null;
}

export type EmailChangeAct = NextAct<'expire'>;

export function planForEmailChange({ closed, endsAt }: EmailChange): EmailChangeAct | null {
  return closed === null ? { kind: 'expire', at: endsAt } : null;
}

/** The last instant still counts. Refuses `link.unusable`, as every dead link. */
export function checkEmailConfirmation({ closed, endsAt }: EmailChange, at: Instant): Verdict {
  return closed === null && at <= endsAt ? allow : linkDead;
}

export function closeEmailChange(
  change: EmailChange,
  outcome: 'confirmed' | 'expired',
  at: Instant,
): EmailChange {
  return { ...change, version: change.version + 1, closed: { outcome, at } };
}
