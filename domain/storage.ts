/**
 * Storage of the paper (PP-09, decided.md Storage). Period k starts `periodDays` × (k − 1) days after the due
 * instant, at local midnight in the brand's zone, and is charged when its start passes while the paper is held
 * for the customer. A decision received exactly at the start of a period comes before it.
 */
import type { CalendarDay, Instant } from './calendar.ts';
import {
  addDays,
  dayOf,
  daysBetween,
  endAfterPause,
  hours,
  minutes,
  plusMilliseconds,
  startOfDay,
} from './calendar.ts';
import type { LateGrace, MailItem } from './mail-item.ts';
import { sumCents } from './money.ts';
import type { StorageCharge } from './outcome.ts';
import { owing } from './outcome.ts';

/** Start of storage period k, from 1; k = periods + 1 is the end of storage. */
export function periodStart(item: MailItem, period: number): Instant {
  return startAfter(item, dayOf(item.dueAt, item.policy.zone), period);
}

function startAfter({ policy }: MailItem, dueDay: CalendarDay, period: number): Instant {
  return startOfDay(addDays(dueDay, policy.storage.periodDays * (period - 1)), policy.zone);
}

/** The instant from which nothing more is charged: the end of the last period. */
export function storageEndsAt(item: MailItem): Instant {
  return periodStart(item, item.policy.storage.periods + 1);
}

/** The last day on which the paper may still be kept. */
export function lastStorageDay(item: MailItem): CalendarDay {
  return addDays(dayOf(storageEndsAt(item), item.policy.zone), -1);
}

/**
 * Whether the paper waits for the customer at that instant, as things now stand: then storage runs. Not once the
 * site has begun, and not during the free days after a failure, whatever is decided in them.
 */
function isHeldForCustomer(item: MailItem, at: Instant): boolean {
  if (item.heldSince || item.task?.state === 'begun' || (item.closed && item.closed.at <= at)) return false;
  if (item.freeUntil && at < item.freeUntil) return false;
  const decision = item.decision;
  if (!decision) return true;
  switch (decision.asked.kind) {
    case 'keep':
      return true;
    case 'forward-on-date':
      return at < startOfDay(decision.asked.on, item.policy.zone);
    case 'pick-up':
      return decision.collectBy !== null && at >= decision.collectBy;
    case 'forward-now':
    case 'destroy':
      return at < decision.receivedAt;
  }
}

/** The charges still to come if nobody does anything more, earliest first. */
export function chargesToCome(item: MailItem): readonly StorageCharge[] {
  return periodsFrom(item, item.nextPeriod).filter((charge) => isHeldForCustomer(item, charge.startsAt));
}

/** When the charge is carried out: at the period's start, or at the end of the time given for our lateness. */
export function chargeDueAt(item: MailItem, charge: StorageCharge): Instant {
  const grace = item.lateGrace;
  const isGraced = grace !== null && charge.startsAt >= grace.from && charge.startsAt <= grace.until;
  return isGraced ? grace.until : charge.startsAt;
}

/** Whether a timer of ours is so late that the customer is given time. */
export function isTooLate(item: MailItem, dueAt: Instant, at: Instant): boolean {
  return at > plusMilliseconds(dueAt, minutes(item.policy.lateness.toleranceMinutes));
}

/** Time for the customer from the late act on: what he decides in it counts from the start of that period. */
export function graceFor(item: MailItem, charge: StorageCharge, at: Instant): LateGrace {
  return { from: charge.startsAt, until: plusMilliseconds(at, hours(item.policy.lateness.graceHours)) };
}

/** When a message counts as received: inside time given for our lateness, at the start of the period. */
export function countsAsReceivedAt(item: MailItem, receivedAt: Instant): Instant {
  if (item.lateGrace && receivedAt > item.lateGrace.from && receivedAt <= item.lateGrace.until) {
    return item.lateGrace.from;
  }
  const overdue = chargesToCome(item)[0];
  const isOurs = overdue !== undefined && isTooLate(item, chargeDueAt(item, overdue), receivedAt);
  return isOurs ? overdue.startsAt : receivedAt;
}

/** Settles every period that started before `at`: what was held is charged, the rest has passed free. */
export function settle(item: MailItem, at: Instant): { item: MailItem; charges: readonly StorageCharge[] } {
  const passed = periodsFrom(item, item.nextPeriod).filter((charge) => charge.startsAt < at);
  const charges = passed.filter((charge) => isHeldForCustomer(item, charge.startsAt));
  const nextPeriod = item.nextPeriod + passed.length;
  return { item: { ...withCharges(item, charges), nextPeriod }, charges };
}

/** The item with the charges counted; the first one ever owes the mail that storage has started. */
export function withCharges(item: MailItem, charges: readonly StorageCharge[]): MailItem {
  const [first] = charges;
  if (!first) return item;
  const told = item.chargedPeriods === 0 ? owing(item, 'storage-started', first.period) : item;
  return {
    ...told,
    chargedPeriods: item.chargedPeriods + charges.length,
    costCents: sumCents([item.costCents, ...charges.map((charge) => charge.cents)]),
  };
}

/**
 * After a hold the remaining days run on, at least `holdMinimumDays`: the due instant and with it the
 * whole grid of periods moves by whole days, so that the next period, or the end of storage after the last one,
 * keeps its distance.
 */
export function dueAfterHold(item: MailItem, since: Instant, releasedAt: Instant): Instant {
  if (item.storageEndedAt) return item.dueAt;
  const { zone, holdMinimumDays } = item.policy;
  const next = periodStart(item, item.nextPeriod);
  const resumed = endAfterPause(next, { from: since, to: releasedAt }, holdMinimumDays, zone);
  const shift = daysBetween(dayOf(next, zone), dayOf(resumed, zone));
  return startOfDay(addDays(dayOf(item.dueAt, zone), shift), zone);
}

/** The instant by which an undecided item should be decided: the start of the first period it would be charged. */
export function decisionDueAt(item: MailItem): Instant | null {
  if (item.closed || item.heldSince || item.decision || item.primaryOption === 'store') return null;
  const first = chargesToCome(item)[0];
  if (!first || first.startsAt < item.undecidedSince) return null;
  const isFirstAfterFailure =
    item.freeUntil !== null && first.startsAt === firstStartFrom(item, item.freeUntil);
  return first.startsAt === item.dueAt || isFirstAfterFailure ? chargeDueAt(item, first) : null;
}

function firstStartFrom(item: MailItem, from: Instant): Instant | undefined {
  return periodsFrom(item, 1).find((charge) => charge.startsAt >= from)?.startsAt;
}

function periodsFrom(item: MailItem, first: number): readonly StorageCharge[] {
  const { periods, periodCents } = item.policy.storage;
  const dueDay = dayOf(item.dueAt, item.policy.zone);
  return Array.from({ length: Math.max(0, periods - first + 1) }, (_, index) => first + index).map(
    (period) => ({
      period,
      startsAt: startAfter(item, dueDay, period),
      cents: periodCents,
    }),
  );
}
