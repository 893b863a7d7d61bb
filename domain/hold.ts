/** A hold by staff, with a reason: the clocks of scan and paper stand still (decided.md Decisions). */
import type { Instant } from './calendar.ts';
import type { MailItem } from './mail-item.ts';
import { checkOpen } from './mail-item.ts';
import type { Outcome } from './outcome.ts';
import { outcome } from './outcome.ts';
import { dueAfterHold, settle } from './storage.ts';
import type { Verdict } from './verdict.ts';
import { allow, refuseState } from './verdict.ts';

/** An item can be held while it is open and not held already. */
export function checkHold(item: MailItem): Verdict {
  return checkOpen(item);
}

/** A hold covers scan and paper: nothing is purged, destroyed, shipped or charged until it is released. */
export function hold(item: MailItem, at: Instant): Outcome {
  const settled = settle(item, at);
  return outcome({ ...settled.item, heldSince: at }, 'held', {}, { charges: settled.charges });
}

export function checkRelease(item: MailItem): Verdict {
  if (item.closed) return refuseState('mail-item.closed', { outcome: item.closed.outcome });
  return item.heldSince ? allow : refuseState('mail-item.not-on-hold');
}

/** The remaining days run on, at least those of the policy. */
export function release(item: MailItem, at: Instant): Outcome {
  if (!item.heldSince) throw new Error(`not on hold: mail item ${item.id}`);
  const dueAt = dueAfterHold(item, item.heldSince, at);
  return outcome({ ...item, heldSince: null, dueAt }, 'released', { dueAt });
}
