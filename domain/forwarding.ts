/** Forwarding the paper: on which day, to an address that must exist then (PP-10, WF-11). */
import type { CalendarDay, Instant } from './calendar.ts';
import { cutOffOn, dayOf, nextRun, workingDayFrom } from './calendar.ts';
import type { MailItem } from './mail-item.ts';
import { isForwarding } from './mail-item.ts';
import type { Outcome } from './outcome.ts';
import { outcome, owing } from './outcome.ts';
import { reopenAfterFailure } from './site-task.ts';
import { lastStorageDay } from './storage.ts';
import type { Verdict } from './verdict.ts';
import { allow, refuseValue } from './verdict.ts';

/** Any day from today, before the site's cut-off, until storage ends; a closed day moves to the next working day. */
export function checkForwardingDay(item: MailItem, on: CalendarDay, receivedAt: Instant): Verdict {
  const today = dayOf(receivedAt, item.site.zone);
  const earliest = nextRun(receivedAt, item.site);
  const latest = lastStorageDay(item);
  if (on < today) return refuseValue('forwarding.date-in-past', { field: 'on', earliest });
  if (on > latest) return refuseValue('forwarding.beyond-storage', { field: 'on', latest });
  const planned = workingDayFrom(on, item.site);
  const isMissed = receivedAt > cutOffOn(planned, item.site);
  return isMissed ? refuseValue('forwarding.cut-off-missed', { field: 'on', nextRun: earliest }) : allow;
}

/**
 * At the cut-off the address valid on the day is fixed; without one the customer is asked (WF-11). `newAddress` is its
 * version when it has changed since the decision and nobody has been told: the life may not have heard of it.
 */
export function releaseForwarding(item: MailItem, at: Instant, newAddress: number | null = null): Outcome {
  if (!item.decision) throw new Error(`nothing to release: mail item ${item.id} is undecided`);
  if (item.destinationCountry === null) return reopenAfterFailure(item, at, 'no-address');
  const decision = { ...item.decision, releasedAt: at };
  const told = newAddress === null ? item : toldOfAddress(item, newAddress);
  return outcome({ ...told, decision }, 'forwarding-released', { plannedOn: decision.plannedOn });
}

/** Whether an address that changes now concerns the item: a forwarding is planned and its address not yet fixed. */
export function concernsForwarding(item: MailItem): boolean {
  return isForwarding(item) && item.closed === null && item.decision?.releasedAt === null;
}

/** The forwarding address has changed: the one valid on the day counts, and the customer is told (PP-10). */
export function noteAddressChange(item: MailItem, addressVersion: number): Outcome {
  return outcome(toldOfAddress(item, addressVersion), 'address-changed', { addressVersion });
}

/** A price that was offered falls with the address it was offered for. */
function toldOfAddress(item: MailItem, addressVersion: number): MailItem {
  return owing({ ...item, quote: null }, 'address-changed', addressVersion);
}
