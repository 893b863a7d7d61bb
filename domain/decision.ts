/** Deciding what happens to the paper, and changing one's mind (PP-08, PP-10, decided.md Decisions). */
import type { Instant, Pause } from './calendar.ts';
import {
  addWorkingDays,
  cutOffOn,
  dayOf,
  endAfterPause,
  endOfDay,
  endOfDaysAfter,
  hours,
  laterOf,
  nextRun,
  plusMilliseconds,
  workingDayFrom,
} from './calendar.ts';
import { checkForwardingDay } from './forwarding.ts';
import type { Decision, DecisionKind, DecisionRequest, MailItem, Task } from './mail-item.ts';
import { checkChangeable, checkVersion, isSameDecision } from './mail-item.ts';
import type { Outcome } from './outcome.ts';
import type { Policy } from './policy.ts';
import { outcome } from './outcome.ts';
import { countsAsReceivedAt, lastStorageDay, settle } from './storage.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseValue } from './verdict.ts';

/** The days to decide, and the rule they come from: who was promised both periods gets the longer one. */
export function decisionPeriodFor(
  policy: Pick<Policy, 'decisionDays'>,
  promisedDays: number | null,
): { readonly days: number; readonly rule: 'PP-09' | 'X-01' } {
  if (promisedDays === null || promisedDays <= policy.decisionDays) {
    return { days: policy.decisionDays, rule: 'PP-09' };
  }
  return { days: promisedDays, rule: 'X-01' };
}

/** Only while storage lasts can the paper wait for a day. */
const needsStorage: readonly DecisionKind[] = ['keep', 'forward-on-date'];

/**
 * What may be decided now: what the box allows, while the paper is here, no hold is on it and nobody at the site has
 * begun; once storage has ended, nothing that would keep it waiting. Offers, mails and `checkDecision` all ask here.
 */
export function openDecisions(item: MailItem): readonly DecisionKind[] {
  if (!checkChangeable(item).ok) return [];
  return item.storageEndedAt === null
    ? item.allowed
    : item.allowed.filter((kind) => !needsStorage.includes(kind));
}

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
    checkKind(item, asked.kind),
    checkWish(item, asked, receivedAt),
  );
}

function checkKind(item: MailItem, kind: DecisionKind): Verdict {
  const allowed = openDecisions(item);
  if (allowed.includes(kind)) return allow;
  if (!item.allowed.includes(kind)) return refuseValue('decision.not-allowed', { field: 'kind', allowed });
  const latest = lastStorageDay(item);
  return kind === 'keep'
    ? refuseValue('keep.beyond-storage', { field: 'until', latest })
    : refuseValue('forwarding.beyond-storage', { field: 'on', latest });
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
  return outcome(
    { ...settled.item, decision, task: taskFor(decision), quote: null },
    'decided',
    { decision: asked, receivedAt, effectiveAt, plannedOn: decision.plannedOn },
    { charges: settled.charges },
  );
}

/** When the wish is carried out and until when it can be changed: the one computation behind answer and timer. */
function scheduleFor(item: MailItem, asked: DecisionRequest, receivedAt: Instant): Decision {
  const { site, policy } = item;
  const plain = {
    asked,
    receivedAt,
    plannedOn: null,
    changeableUntil: null,
    collectBy: null,
    releasedAt: null,
  };
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
      return {
        ...plain,
        plannedOn: workingDayFrom(today, site),
        collectBy: endOfDay(lastFreeDay, site.zone),
      };
    }
    case 'destroy': {
      const endOfNextDay = endOfDaysAfter(receivedAt, 1, policy.zone);
      const changeableUntil = laterOf(endOfNextDay, plusMilliseconds(receivedAt, hours(24)));
      return {
        ...plain,
        plannedOn: workingDayFrom(dayOf(changeableUntil, site.zone), site),
        changeableUntil,
      };
    }
  }
}

/**
 * The decision after a hold. Nothing is carried out on a day that has passed; what was left of the time to change
 * one's mind about a destruction, or to collect, runs on for at least the days of the policy (decided.md, Decisions).
 */
export function resumeDecision(item: MailItem, decision: Decision, pause: Pause): Decision {
  const { site, policy } = item;
  const { plannedOn, changeableUntil, collectBy } = decision;
  switch (decision.asked.kind) {
    case 'forward-now':
    case 'forward-on-date': {
      const next = nextRun(pause.to, site);
      if (plannedOn === null || plannedOn >= next) return decision;
      return { ...decision, plannedOn: next, changeableUntil: cutOffOn(next, site), releasedAt: null };
    }
    case 'keep':
      return decision;
    case 'pick-up':
      if (collectBy === null || collectBy <= pause.from) return decision;
      return { ...decision, collectBy: endAfterPause(collectBy, pause, policy.holdMinimumDays, site.zone) };
    case 'destroy': {
      if (changeableUntil === null || changeableUntil <= pause.from) return decision;
      const until = endAfterPause(changeableUntil, pause, policy.holdMinimumDays, policy.zone);
      return {
        ...decision,
        plannedOn: workingDayFrom(dayOf(until, site.zone), site),
        changeableUntil: until,
      };
    }
  }
}

const taskKindOf = {
  'forward-now': 'ship',
  'forward-on-date': 'ship',
  'pick-up': 'hand-over',
  destroy: 'destroy',
} as const;

/** What the decision asks of the site, planned for its day; null while the paper is only kept. */
export function taskFor(decision: Decision): Task | null {
  if (decision.asked.kind === 'keep' || decision.plannedOn === null) return null;
  return { kind: taskKindOf[decision.asked.kind], dueOn: decision.plannedOn, state: 'planned' };
}
