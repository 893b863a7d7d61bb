/** The site's part: begin a task, complete it, report failure (WF-10, decided.md Decisions). */
import type { Instant } from './calendar.ts';
import { dayOf, endOfDaysAfter, minutes, plusMilliseconds, workingDayFrom } from './calendar.ts';
import type { Decision, MailItem, PaperOutcome, Task, TaskKind } from './mail-item.ts';
import { checkOpen } from './mail-item.ts';
import type { Cents } from './money.ts';
import type { Outcome } from './outcome.ts';
import { outcome, owing } from './outcome.ts';
import { priceFor } from './price.ts';
import { countsAsReceivedAt, settle } from './storage.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseState, refuseValue } from './verdict.ts';

/** Reasons a site may give, and our own when the address is missing on the day. */
export const failureReasons = [
  'no-address',
  'address-unusable',
  'damaged',
  'not-found',
  'carrier-refused',
  'other',
] as const;
export type FailureReason = (typeof failureReasons)[number];

/** The instant promised to the customer, before which the site cannot begin; null when nothing was promised. */
export function beginnableFrom(
  kind: TaskKind,
  decision: Pick<Decision, 'changeableUntil'> | null,
): Instant | null {
  return kind === 'review' ? null : (decision?.changeableUntil ?? null);
}

/** The task that somebody at the site has before him: what he begins must still be the task of the item. */
export type TaskSeen = Pick<Task, 'kind' | 'dueOn'>;

/** How a task on the work list stands; `cancelled`: the customer changed his mind, or another task came in its place. */
export const taskStates = ['planned', 'begun', 'done', 'failed', 'cancelled'] as const;
export type TaskState = (typeof taskStates)[number];

const overReasons = { done: 'task.done', failed: 'task.failed', cancelled: 'task.cancelled' } as const;

/** Only what is planned or begun can be worked on. */
export function checkTaskOpen(state: TaskState): Verdict {
  return state === 'planned' || state === 'begun' ? allow : refuseState(overReasons[state]);
}

/** What is begun or reported must be the task that the item has now. */
function checkSeen({ task }: MailItem, seen: TaskSeen | undefined): Verdict {
  const isOther = seen !== undefined && (seen.kind !== task?.kind || seen.dueOn !== task.dueOn);
  return isOther ? refuseState('task.cancelled') : allow;
}

/** The site cannot begin before the instant promised to the customer, nor without a price he accepted. */
export function checkBegin(item: MailItem, at: Instant, seen?: TaskSeen): Verdict {
  const { task, decision } = item;
  const wanted = firstRefusal(checkOpen(item), checkSeen(item, seen));
  if (!task) return firstRefusal(wanted, refuseState('task.cancelled'));
  if (task.state === 'begun') return firstRefusal(wanted, refuseState('task.begun'));
  const changeableUntil = beginnableFrom(task.kind, decision);
  const isUnreleased = task.kind === 'ship' && !decision?.releasedAt;
  const isTooEarly = isUnreleased || (changeableUntil !== null && at < changeableUntil);
  const price = decision ? priceFor(item, decision.asked) : 0;
  return firstRefusal(
    wanted,
    isTooEarly ? refuseState('task.too-early', { changeableUntil, zone: item.site.zone }) : allow,
    price === 'needs-quote' ? refuseState('task.quote-not-accepted') : allow,
    price === 'needs-address' ? refuseState('forwarding.no-address') : allow,
  );
}

/** From here on the customer can no longer change his mind. */
export function beginTask(item: MailItem, at: Instant): Outcome {
  const { task } = item;
  if (!task) throw new Error(`no task to begin: mail item ${item.id}`);
  const settled = settle(item, at);
  const begun = { ...settled.item, task: { ...task, state: 'begun' as const } };
  return outcome(begun, 'task-begun', { task: task.kind }, { charges: settled.charges });
}

const outcomeOf = { ship: 'forwarded', 'hand-over': 'handed-over', destroy: 'destroyed' } as const;
const noticeOf = { forwarded: 'left', 'handed-over': 'handed-over', destroyed: 'destroyed' } as const;
/** How far a site's clock may run before ours. */
export const clockToleranceMinutes = 5;

/** A completion says when it happened; a review ends in a shipment or a hand-over, never in a destruction. */
export function checkComplete(
  item: MailItem,
  happenedAt: Instant,
  reviewOutcome: PaperOutcome | null,
  at: Instant,
  seen?: TaskSeen,
): Verdict {
  const isReview = item.task?.kind === 'review';
  return firstRefusal(
    checkOpen(item),
    checkSeen(item, seen),
    item.task?.state === 'begun' ? allow : refuseState('task.not-begun'),
    happenedAt > plusMilliseconds(at, minutes(clockToleranceMinutes))
      ? refuseValue('task.completed-in-future', { field: 'happenedAt', latest: at })
      : allow,
    happenedAt < item.publishedAt
      ? refuseValue('task.completed-before-arrival', {
          field: 'happenedAt',
          earliest: item.publishedAt,
          zone: item.site.zone,
        })
      : allow,
    isReview && (reviewOutcome === null || reviewOutcome === 'destroyed')
      ? refuseValue('task.review-outcome', { field: 'outcome', allowed: ['forwarded', 'handed-over'] })
      : allow,
  );
}

/**
 * The paper has left: the price of the policy is charged, the life ends. Storage of periods that started at or
 * after the instant it happened is reversed, so that a pick-up recorded late costs nothing more (WF-12).
 */
export function completeTask(
  item: MailItem,
  happenedAt: Instant,
  reviewOutcome: PaperOutcome | null,
  reversedCents: Cents,
): Outcome {
  const { task, decision } = item;
  if (!task) throw new Error(`no task to complete: mail item ${item.id}`);
  const paper = task.kind === 'review' ? (reviewOutcome ?? 'handed-over') : outcomeOf[task.kind];
  const price = decision ? priceFor(item, decision.asked) : 0;
  const feeCents = typeof price === 'number' && price > 0 ? price : null;
  const costCents = item.costCents + (feeCents ?? 0) - reversedCents;
  const closed = { ...item, costCents, task: null, closed: { outcome: paper, at: happenedAt } };
  return outcome(
    owing(closed, noticeOf[paper], item.version),
    'task-completed',
    { task: task.kind, outcome: paper, happenedAt, feeCents, reversedCents },
    { feeCents, reverseFrom: happenedAt },
  );
}

/** Only what was begun can fail. */
export function checkFail(item: MailItem, seen?: TaskSeen): Verdict {
  return firstRefusal(
    checkOpen(item),
    checkSeen(item, seen),
    item.task?.state === 'begun' ? allow : refuseState('task.not-begun'),
  );
}

/** Site failure or missing address: the customer is asked, decisions reopen, some days are free of storage. */
export function reopenAfterFailure(item: MailItem, at: Instant, reason: FailureReason): Outcome {
  const settled = settle(item, countsAsReceivedAt(item, at));
  const freeUntil = endOfDaysAfter(at, item.policy.failureFreeDays, item.policy.zone);
  const task = item.storageEndedAt ? reviewTask(item, at) : null;
  const reopened = { ...settled.item, decision: null, task, quote: null, undecidedSince: at, freeUntil };
  return outcome(
    owing(reopened, 'forwarding-failed', item.version),
    item.task?.state === 'begun' ? 'task-failed' : 'forwarding-failed',
    { reason, freeUntil },
    { charges: settled.charges },
  );
}

/** Staff look at what nobody decided about, on the next working day of the site. */
export function reviewTask(item: MailItem, at: Instant): Task {
  return { kind: 'review', dueOn: workingDayFrom(dayOf(at, item.site.zone), item.site), state: 'planned' };
}
