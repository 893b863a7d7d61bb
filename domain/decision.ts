/** Deciding what happens to the paper, and changing one's mind (PP-08, PP-10, decided.md Decisions). */
import type { Instant } from './calendar.ts';
import {
  addWorkingDays,
  cutOffOn,
  dayOf,
  endOfDay,
  endOfDaysAfter,
  hours,
  laterOf,
  nextRun,
  plusMilliseconds,
  workingDayFrom,
} from './calendar.ts';
import { checkForwardingDay } from './forwarding.ts';
import type { Decision, DecisionRequest, MailItem, Task } from './mail-item.ts';
import { checkChangeable, checkVersion, isSameDecision } from './mail-item.ts';
import type { Outcome } from './outcome.ts';
import { outcome } from './outcome.ts';
import { countsAsReceivedAt, lastStorageDay, settle } from './storage.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseValue } from './verdict.ts';

/**
 * A decision may be taken while the box allows its kind and nobody at the site has begun. The same decision
 * again is allowed whatever version it saw: it changes nothing.
 */
export function checkDecision(
  item: MailItem,
  asked: DecisionRequest,
  seenVersion: number,
  receivedAt: Instant,
): Verdict {
  if (isSameDecision(item, asked) && !item.closed) return allow;
  return firstRefusal(
    checkChangeable(item),
    checkVersion(item, seenVersion),
    item.allowed.includes(asked.kind)
      ? allow
      : refuseValue('decision.not-allowed', { field: 'kind', allowed: item.allowed }),
    checkWish(item, asked, receivedAt),
  );
}

function checkWish(item: MailItem, asked: DecisionRequest, receivedAt: Instant): Verdict {
  if ('manner' in asked && !item.policy.manners.includes(asked.manner)) {
    return refuseValue('decision.manner-not-offered', { field: 'manner', allowed: item.policy.manners });
  }
  if (asked.kind === 'forward-on-date') return checkForwardingDay(item, asked.on, receivedAt);
  if (asked.kind === 'keep') {
    const today = dayOf(receivedAt, item.policy.zone);
    const latest = lastStorageDay(item);
    if (asked.until > latest) return refuseValue('keep.beyond-storage', { field: 'until', latest });
    if (asked.until < today) return refuseValue('keep.date-in-past', { field: 'until', earliest: today });
  }
  return allow;
}

/**
 * The item with the decision taken. Periods that started before it are settled first, as things stood then;
 * a decision inside time given for our lateness counts from the start of the period (decided.md, Time).
 */
export function takeDecision(item: MailItem, asked: DecisionRequest, receivedAt: Instant): Outcome {
  const effectiveAt = countsAsReceivedAt(item, receivedAt);
  const settled = settle(item, effectiveAt);
  const decision = { ...scheduleFor(item, asked, receivedAt), receivedAt: effectiveAt };
  const lateGrace = item.lateGrace && { ...item.lateGrace, until: graceEnd(item.lateGrace.until, receivedAt) };
  return outcome(
    { ...settled.item, decision, task: taskFor(decision), quote: null, freeUntil: null, lateGrace },
    'decided',
    { decision: asked, receivedAt, effectiveAt, plannedOn: decision.plannedOn },
    { charges: settled.charges },
  );
}

function graceEnd(until: Instant, receivedAt: Instant): Instant {
  return receivedAt < until ? receivedAt : until;
}

/** When the wish is carried out and until when it can be changed: the one computation behind answer and timer. */
function scheduleFor(item: MailItem, asked: DecisionRequest, receivedAt: Instant): Decision {
  const { site, policy } = item;
  const plain = { asked, receivedAt, plannedOn: null, changeableUntil: null, collectBy: null, releasedAt: null };
  switch (asked.kind) {
    case 'forward-now': {
      const plannedOn = nextRun(receivedAt, site);
      return { ...plain, plannedOn, changeableUntil: cutOffOn(plannedOn, site) };
    }
    case 'forward-on-date': {
      const plannedOn = workingDayFrom(asked.on, site);
      return { ...plain, plannedOn, changeableUntil: cutOffOn(plannedOn, site) };
    }
    case 'keep':
      return { ...plain, changeableUntil: endOfDay(asked.until, policy.zone) };
    case 'pick-up': {
      const today = dayOf(receivedAt, site.zone);
      const lastFreeDay = addWorkingDays(today, policy.collectionWorkingDays, site);
      return { ...plain, plannedOn: workingDayFrom(today, site), collectBy: endOfDay(lastFreeDay, policy.zone) };
    }
    case 'destroy': {
      const endOfNextDay = endOfDaysAfter(receivedAt, 1, policy.zone);
      const changeableUntil = laterOf(endOfNextDay, plusMilliseconds(receivedAt, hours(24)));
      return { ...plain, plannedOn: workingDayFrom(dayOf(changeableUntil, site.zone), site), changeableUntil };
    }
  }
}

const taskKindOf = {
  'forward-now': 'ship',
  'forward-on-date': 'ship',
  'pick-up': 'hand-over',
  destroy: 'destroy',
} as const;

function taskFor(decision: Decision): Task | null {
  if (decision.asked.kind === 'keep' || decision.plannedOn === null) return null;
  return { kind: taskKindOf[decision.asked.kind], dueOn: decision.plannedOn, state: 'planned' };
}
