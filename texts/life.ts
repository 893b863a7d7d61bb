/** What operations staff read in the Temporal UI: plain English sentences from plain facts (design.md, Workflow rules). */
import type { Instant, Zone } from '../domain/calendar.ts';
import type { Stage } from '../domain/mail-item.ts';
import type { Cents } from '../domain/money.ts';
import type { ActKind } from './acts.ts';
import { exactTime, money } from './formats.ts';

const waits: Readonly<Record<Stage, string>> = {
  undecided: 'Waiting for a decision',
  kept: 'Kept for the customer',
  forwarding: 'Waiting to be forwarded',
  'pick-up': 'Waiting to be picked up',
  destruction: 'Waiting to be destroyed',
  'in-hand': 'The site is at work',
  review: 'Waiting for staff to review it',
  'on-hold': 'On hold: nothing is sent, destroyed, deleted or charged',
  forwarded: 'Forwarded',
  'handed-over': 'Handed over',
  destroyed: 'Destroyed',
};

const consequences: Readonly<Record<ActKind, string>> = {
  remind: 'a reminder is sent',
  'charge-storage': 'storage',
  'release-forwarding': 'the site may ship',
  ship: 'the site ships',
  'hand-over': 'the site hands over',
  'destroy-paper': 'the site destroys the paper',
  'end-keep': 'undecided again',
  'end-storage': 'storage ends and staff review it',
  'purge-scan': 'the scan is destroyed for ever',
  tell: 'a mail is sent',
};

export interface Waiting {
  readonly stage: Stage;
  /** The next instant at which something happens by itself; null while only people can move it. */
  readonly until: Instant | null;
  readonly zone: Zone;
  /** What happens then; null when nothing does. */
  readonly then: ActKind | null;
  /** What that will cost, when it costs something and the price is known. */
  readonly thenCents?: Cents | null | undefined;
  /** Storage: the length of a period, to say "a week". */
  readonly periodDays?: number | undefined;
  /** Charged so far. */
  readonly costCents: Cents;
}

/** `Waiting for a decision until Wed 17 Feb 2027, 00:00 (Europe/Brussels); then storage at €0.50 a week. Cost so far: €0.00.` */
export function waitingFor(waiting: Waiting): string {
  const { stage, until, zone, then } = waiting;
  const cost = `Cost so far: ${money(waiting.costCents, 'en')}.`;
  // a reminder ends no wait: what is waited for does not begin or stop with it
  if (then === 'remind' && until !== null) {
    return `${waits[stage]}; a reminder is sent ${exactTime(until, zone, 'en')}. ${cost}`;
  }
  const deadline = until === null ? '' : ` until ${exactTime(until, zone, 'en')}`;
  const consequence = then === null ? '' : `; then ${consequences[then]}${priceOf(waiting)}`;
  return `${waits[stage]}${deadline}${consequence}. ${cost}`;
}

function priceOf({ then, thenCents, periodDays }: Waiting): string {
  if (thenCents == null || thenCents === 0) return '';
  const price = money(thenCents, 'en');
  if (then !== 'charge-storage') return ` for ${price}`;
  if (periodDays === undefined) return ` at ${price}`;
  return periodDays === 7 ? ` at ${price} a week` : ` at ${price} every ${String(periodDays)} days`;
}

/** `Forwarded on Wed 17 Feb 2027, 10:12 (Europe/Brussels). Cost: €2.50.` */
export function paperGone(gone: { stage: Stage; at: Instant; zone: Zone; costCents: Cents }): string {
  const { stage, at, zone, costCents } = gone;
  return `${waits[stage]} on ${exactTime(at, zone, 'en')}. Cost: ${money(costCents, 'en')}.`;
}

/** The one line of a mail item's life in the list of workflows; the stage stands in its own column. */
export function mailItemSummary(item: { siteReference: string; postboxNumber: string }): string {
  return `Letter ${item.siteReference} in postbox ${item.postboxNumber}`;
}

/** What does not change about a mail item's life, below its summary. */
export function mailItemDetails(item: {
  publishedAt: Instant;
  dueAt: Instant;
  zone: Zone;
  policyVersion: number;
}): string {
  const { zone } = item;
  return `Published ${exactTime(item.publishedAt, zone, 'en')}, with a decision due ${exactTime(item.dueAt, zone, 'en')} by policy version ${String(item.policyVersion)}.`;
}

export function trashingSummary(trashing: { documentId: string }): string {
  return `Scan ${trashing.documentId} in the trash`;
}

export function trashingDetails(trashing: {
  trashedAt: Instant;
  zone: Zone;
  days: number;
  policyVersion: number;
}): string {
  const { trashedAt, zone, days, policyVersion } = trashing;
  return `Put in the trash ${exactTime(trashedAt, zone, 'en')}; deleted for ever after ${String(days)} days, by policy version ${String(policyVersion)}.`;
}

/** `In the trash until Fri 19 Mar 2027, 00:00 (Europe/Brussels); then the scan is destroyed for ever.` */
export function inTrash(trashing: { purgeAt: Instant; zone: Zone; isHeld: boolean }): string {
  if (trashing.isHeld) return 'In the trash, on hold: the scan is not deleted until the hold is released.';
  return `In the trash until ${exactTime(trashing.purgeAt, trashing.zone, 'en')}; then ${consequences['purge-scan']}.`;
}

export function trashingOver(over: { outcome: 'purged' | 'restored'; at: Instant; zone: Zone }): string {
  const words = { purged: 'Destroyed for ever', restored: 'Restored from the trash' };
  return `${words[over.outcome]} on ${exactTime(over.at, over.zone, 'en')}.`;
}

const actNames: Readonly<Record<ActKind, string>> = {
  remind: 'Reminder',
  'charge-storage': 'Storage charge',
  'release-forwarding': 'Release of the forwarding',
  ship: 'Shipment by the site',
  'hand-over': 'Hand-over by the site',
  'destroy-paper': 'Destruction by the site',
  'end-keep': 'End of keeping',
  'end-storage': 'End of storage',
  'purge-scan': 'Destruction of the scan',
  tell: 'Mail to the customer',
};

/** The summary of a timer or an activity: which act it waits for or carries out. */
export function actName(kind: ActKind): string {
  return actNames[kind];
}

/** The summary of a mail under way: `Mail to the customer: storage-started`, the kind out of the notice's key. */
export function mailName(noticeKey: string): string {
  return `${actNames.tell}: ${noticeKey.split('/')[2] ?? ''}`;
}

/**
 * What stands there while an act is carried out: for an instant, or for as long as the database or what it needs is away.
 * Of an act that fails staff so read which one, and since when (in UTC, for a life knows its zone only by its rules).
 */
export function carryingOut(name: string, since: Instant): string {
  return `Being carried out since ${exactTime(since, 'UTC', 'en')}: ${name}. If this stays here it does not succeed, and is tried again by itself.`;
}
