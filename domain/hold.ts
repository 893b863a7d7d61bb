/** A hold by staff, with a reason: the clocks of scan and paper stand still (decided.md Decisions). */
import type { Instant, Pause } from './calendar.ts';
import { endAfterPause } from './calendar.ts';
import { resumeDecision, taskFor } from './decision.ts';
import type { MailItem } from './mail-item.ts';
import { checkOpen } from './mail-item.ts';
import type { Outcome } from './outcome.ts';
import { outcome } from './outcome.ts';
import { countsAsReceivedAt, dueAfterHold, settle } from './storage.ts';
import type { Verdict } from './verdict.ts';
import { allow, refuseState } from './verdict.ts';

/** An item can be held while it is open and not held already. */
export function checkHold(item: MailItem): Verdict {
  return checkOpen(item);
}

/**
 * A hold covers scan and paper: nothing is purged, destroyed, shipped or charged until it is released. Inside time
 * given for our lateness it counts, like a decision, from the start of the period: that one moves with the grid.
 */
export function hold(item: MailItem, at: Instant): Outcome {
  const settled = settle(item, countsAsReceivedAt(item, at));
  return outcome(
    { ...settled.item, heldSince: at, lateGrace: null },
    'held',
    {},
    { charges: settled.charges },
  );
}

/**
 * Once the paper has left, a hold can still be put on what is left of the letter: its scan, so that no purge destroys
 * it. `isScanThere` is false from the instant on at which its key is destroyed.
 */
export function checkScanHold(item: MailItem, isScanThere: boolean): Verdict {
  if (item.closed && !isScanThere) return refuseState('mail-item.closed', { outcome: item.closed.outcome });
  return item.heldSince ? refuseState('mail-item.on-hold') : allow;
}

/** Only a hold that is there can be released. */
export function checkScanRelease(item: MailItem): Verdict {
  return item.heldSince ? allow : refuseState('mail-item.not-on-hold');
}

/** A mark and no more: nothing is stored any more and nobody has anything to do; the scan's stay in the trash follows. */
export function markScanHold(item: MailItem, heldSince: Instant | null): Outcome {
  return outcome({ ...item, heldSince }, heldSince === null ? 'released' : 'held', { scanOnly: true });
}

/** A hold is released while the item is open; refuses `mail-item.closed`, `mail-item.not-on-hold`. */
export function checkRelease(item: MailItem): Verdict {
  if (item.closed) return refuseState('mail-item.closed', { outcome: item.closed.outcome });
  return item.heldSince ? allow : refuseState('mail-item.not-on-hold');
}

/** The remaining days run on, at least those of the policy: storage, free days, and what was decided. */
export function release(item: MailItem, at: Instant): Outcome {
  if (!item.heldSince) throw new Error(`not on hold: mail item ${item.id}`);
  const dueAt = dueAfterHold(item, item.heldSince, at);
  return outcome(
    { ...item, ...resumed(item, { from: item.heldSince, to: at }), heldSince: null, dueAt },
    'released',
    { dueAt },
  );
}

/** What the hold kept from running on; a task that the site has begun stays as it is. */
function resumed(item: MailItem, pause: Pause): Partial<MailItem> {
  const { holdMinimumDays, zone } = item.policy;
  const isFree = item.freeUntil !== null && item.freeUntil > pause.from;
  const freeUntil = isFree ? endAfterPause(item.freeUntil, pause, holdMinimumDays, zone) : item.freeUntil;
  if (!item.decision || item.task?.state === 'begun') return { freeUntil };
  const decision = resumeDecision(item, item.decision, pause);
  return { freeUntil, decision, task: taskFor(decision) };
}
