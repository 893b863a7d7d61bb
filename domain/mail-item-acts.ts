/** What the life does when a planned act falls due; each asks again whether it is still planned and due. */
import type { Instant } from './calendar.ts';
import { epochOf } from './calendar.ts';
import { releaseForwarding } from './forwarding.ts';
import type { MailItem } from './mail-item.ts';
import type { Outcome } from './outcome.ts';
import { outcome, owing } from './outcome.ts';
import type { PlannedAct } from './plan.ts';
import { planFor } from './plan.ts';
import { remind } from './reminder.ts';
import { reviewTask } from './site-task.ts';
import { chargeDueAt, chargesToCome, graceFor, isTooLate, settle, withCharges } from './storage.ts';

/**
 * The outcome of a due act, or null when the item has moved on or the act is not due yet: then nothing happens.
 * `newAddress`: see `releaseForwarding`.
 */
export function carryOut(
  item: MailItem,
  act: Pick<PlannedAct, 'kind' | 'subject'>,
  at: Instant,
  newAddress: number | null = null,
): Outcome | null {
  const planned = planFor(item).find((one) => one.kind === act.kind && one.subject === act.subject);
  if (!planned || planned.at > at) return null;
  switch (planned.kind) {
    case 'charge-storage':
      return chargeStorage(item, planned.subject, at);
    case 'release-forwarding':
      return releaseForwarding(item, at, newAddress);
    case 'end-keep':
      return endKeep(item, planned.at);
    case 'end-storage':
      return endStorage(item, planned.at, at);
    case 'remind':
      return remind(item, at);
    case 'ship':
    case 'hand-over':
    case 'destroy-paper':
      return null;
  }
}

/** One period whose start has passed: charged once, or, when we are too late, time for the customer (decided.md). */
function chargeStorage(item: MailItem, period: string, at: Instant): Outcome | null {
  const [charge] = chargesToCome(item);
  if (!charge || String(charge.period) !== period) return null;
  const dueAt = chargeDueAt(item, charge);
  if (isTooLate(item, dueAt, at)) {
    const lateGrace = graceFor(item, charge, at);
    const lateMinutes = Math.floor((epochOf(at) - epochOf(dueAt)) / 60_000);
    const told = owing({ ...item, lateGrace }, 'late-grace', lateGrace.until);
    return outcome(told, 'storage-late', { period: charge.period, lateMinutes, until: lateGrace.until });
  }
  const charged = { ...withCharges(item, [charge]), nextPeriod: charge.period + 1 };
  const facts = { period: charge.period, startsAt: charge.startsAt, cents: charge.cents };
  return outcome(charged, 'storage-charged', facts, { charges: [charge] });
}

/** The day until which it was kept is over: undecided again, and the customer is told (PP-08). */
function endKeep(item: MailItem, endedAt: Instant): Outcome {
  const undecided: MailItem = { ...item, decision: null, undecidedSince: endedAt };
  return outcome(owing(undecided, 'keep-ended', endedAt), 'keep-ended');
}

/**
 * After the last period nothing more is charged: what passed free is settled as such. Staff look at the paper, and
 * nothing is destroyed unasked.
 */
function endStorage(item: MailItem, endedAt: Instant, at: Instant): Outcome {
  const settled = settle(item, endedAt);
  const ended: MailItem = {
    ...settled.item,
    decision: null,
    undecidedSince: endedAt,
    storageEndedAt: item.storageEndedAt ?? endedAt,
    task: reviewTask(item, at),
  };
  return outcome(owing(ended, 'storage-ended', endedAt), 'storage-ended', {}, { charges: settled.charges });
}
