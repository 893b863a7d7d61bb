/**
 * A scan in the trash (PP-14, WF-15): gone for ever after the days of the policy, counted in calendar days of
 * the brand's zone, unless somebody restores it first. Each trashing is a row and a life of its own.
 */
import type { Instant, Zone } from './calendar.ts';
import { endAfterPause, endOfDaysAfter, laterOf, minutes, plusMilliseconds } from './calendar.ts';
import type { NextAct } from './next-act.ts';
import { isActDue } from './next-act.ts';
import { daysRule, holdRule } from './policy.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseState, refuseValue } from './verdict.ts';

/** Where a document lies; `destroyed` when only its destruction record is left. */
export const documentLocations = ['inbox', 'archive', 'trash', 'destroyed'] as const;
export type DocumentLocation = (typeof documentLocations)[number];

/** The numbers of the policy that a trashing is bound to. */
export interface TrashTerms {
  readonly version: number;
  readonly zone: Zone;
  readonly days: number;
  readonly holdMinimumDays: number;
  /** How long a restore that was received in time may still be on its way to the life. */
  readonly messageSeconds?: number;
}

/** What the instant of the purge follows from: the days of the policy, a hold that moved it, or somebody who confirmed. */
export const purgeCauses = ['days', 'hold', 'at-once'] as const;
export type PurgeCause = (typeof purgeCauses)[number];

export interface Trashing {
  readonly id: string;
  readonly brand: string;
  readonly companyId: string;
  readonly documentId: string;
  readonly terms: TrashTerms;
  readonly version: number;
  readonly trashedAt: Instant;
  readonly purgeAt: Instant;
  readonly purgeCause: PurgeCause;
  readonly restoresTo: 'inbox' | 'archive';
  readonly heldSince: Instant | null;
  /** The purge has begun: the key is being destroyed, nothing can stop it any more. */
  readonly purgingSince: Instant | null;
  readonly closed: { readonly outcome: 'purged' | 'restored'; readonly at: Instant } | null;
}

export interface PurgeAct extends NextAct<'purge-scan'> {
  readonly rule: 'PP-14';
  readonly preventableUntil: Instant;
}

/** 30 days (policy): the day of trashing is day 0, the last one ends at local midnight. */
export function purgeDueAt(trashedAt: Instant, terms: TrashTerms): Instant {
  return endOfDaysAfter(trashedAt, terms.days, terms.zone);
}

/** The rule behind the instant of the purge, as it is stored beside it and joins the destruction record. */
export function purgeRule({ purgeCause, terms }: Pick<Trashing, 'purgeCause' | 'terms'>): string {
  switch (purgeCause) {
    case 'days':
      return daysRule('PP-14', terms.days, terms);
    case 'hold':
      return holdRule(terms);
    case 'at-once':
      return `at once: confirmed by the same user, policy ${String(terms.version)}`;
  }
}

/**
 * How long the life waits beyond that instant, so that a restore received at or before it comes first (decided.md,
 * Time); nobody waits for a purge that was asked for at once.
 */
export function messageSecondsOf({ purgeCause, terms }: Trashing): number {
  // A life that began before the terms said it waits for none.
  return purgeCause === 'at-once' ? 0 : (terms.messageSeconds ?? 0);
}

/** Only a scan that lies in inbox or archive can be archived or trashed (PP-13, PP-14), on hold too. */
export function checkMove(location: DocumentLocation): Verdict {
  return firstRefusal(
    location === 'trash' ? refuseState('document.in-trash') : allow,
    location === 'destroyed' ? refuseState('document.purged') : allow,
  );
}

/** The purge that will happen if nobody restores the scan; null while it is held or when it is over. */
export function planForTrashing(trashing: Trashing): PurgeAct | null {
  if (trashing.closed || trashing.heldSince) return null;
  return { kind: 'purge-scan', at: trashing.purgeAt, rule: 'PP-14', preventableUntil: trashing.purgeAt };
}

/** A scan can be restored until its purge has begun. */
export function checkRestore(trashing: Trashing): Verdict {
  if (trashing.closed?.outcome === 'restored') return refuseState('trashing.restored');
  if (trashing.closed || trashing.purgingSince) return refuseState('trashing.purged');
  return allow;
}

/** A purge at once is refused while a hold is on the scan. */
export function checkPurge(trashing: Trashing): Verdict {
  const open = checkRestore(trashing);
  if (!open.ok) return open;
  return trashing.heldSince ? refuseState('trashing.on-hold') : allow;
}

/** A purge at once is asked for twice by the same person: until when the second time counts (decided.md, Trash). */
export function confirmationEndsAt(askedAt: Instant, confirmationMinutes: number): Instant {
  return plusMilliseconds(askedAt, minutes(confirmationMinutes));
}

/** `endsAt` is null for what this person was never given for this trashing; the last instant still counts. */
export function checkConfirmation(endsAt: Instant | null, at: Instant): Verdict {
  if (endsAt === null) return refuseValue('trashing.confirmation-wrong');
  return at <= endsAt ? allow : refuseState('trashing.confirmation-expired', { endsAt });
}

/** Whether the purge may begin now: asked again under lock by the change that destroys the key. */
export function isPurgeDue(trashing: Trashing, at: Instant): boolean {
  return isActDue(planForTrashing(trashing), 'purge-scan', at);
}

/** How a stay in the trash stands; `purging`: the purge is due or under way. */
export const trashingStates = ['in-trash', 'on-hold', 'purging', 'purged', 'restored'] as const;
export type TrashingState = (typeof trashingStates)[number];

export function trashingStateAt(trashing: Trashing, at: Instant): TrashingState {
  if (trashing.closed) return trashing.closed.outcome;
  if (trashing.purgingSince || isPurgeDue(trashing, at)) return 'purging';
  return trashing.heldSince ? 'on-hold' : 'in-trash';
}

/** Restored: back where it was, the clock is cleared; a later trashing starts anew. */
export function restore(trashing: Trashing, at: Instant): Trashing {
  return { ...trashing, version: trashing.version + 1, closed: { outcome: 'restored', at } };
}

/** Purge now, after the second confirmation: the plan's next act is due at once. */
export function advancePurge(trashing: Trashing, at: Instant): Trashing {
  return { ...trashing, version: trashing.version + 1, purgeAt: at, purgeCause: 'at-once' };
}

/**
 * The clock stands still while the mail item is on hold; afterwards the remaining days run on (decided.md): those that
 * were left when the hold began, or when the scan was trashed under a hold that was there. A purge that has begun and
 * a trashing that is over follow no hold.
 */
export function followHold(trashing: Trashing, heldSince: Instant | null, at: Instant): Trashing {
  if (trashing.closed || trashing.purgingSince) return trashing;
  const version = trashing.version + 1;
  if (trashing.heldSince === null) {
    return heldSince === null
      ? trashing
      : { ...trashing, version, heldSince: laterOf(heldSince, trashing.trashedAt) };
  }
  if (heldSince !== null) return trashing;
  const { zone, holdMinimumDays } = trashing.terms;
  const pause = { from: laterOf(trashing.heldSince, trashing.trashedAt), to: at };
  const purgeAt = endAfterPause(trashing.purgeAt, pause, holdMinimumDays, zone);
  return { ...trashing, version, heldSince: null, purgeAt, purgeCause: 'hold' };
}

/** What people may ask of a trashing, each with its check, its effect and the event it leaves. */
export const trashingCommands = {
  restore: { check: checkRestore, apply: restore, event: 'restored' },
  purgeNow: { check: checkPurge, apply: advancePurge, event: 'purge-advanced' },
} as const;
export type TrashingCommandName = keyof typeof trashingCommands;
