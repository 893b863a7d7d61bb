import type { SiteTask } from '../../db/queries/site-tasks.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { MailItem, MailItemState } from '../../domain/mail-item.ts';
import { stageFor } from '../../domain/mail-item.ts';
import { priceFor, standingQuote } from '../../domain/price.ts';
import type { TaskState } from '../../domain/site-task.ts';
import { beginnableFrom, checkBegin } from '../../domain/site-task.ts';

/** A task as the site sees it at that instant. What was decided since it was closed concerns another task. */
export function presentTask(task: SiteTask, now: Instant) {
  const { item, isOpen, labels, report } = task;
  const asked = isOpen ? item.decision?.asked : undefined;
  const isReported = task.state === 'done' || task.state === 'failed';
  return {
    id: task.id,
    mailItemId: item.id,
    siteId: task.siteId,
    siteReference: labels.siteReference,
    postbox: labels.postboxNumber,
    kind: task.kind,
    dueOn: task.dueOn,
    state: task.state,
    manner: asked !== undefined && 'manner' in asked ? asked.manner : null,
    address: task.address,
    price: isOpen ? presentPrice(item) : null,
    beginnableFrom: isOpen ? beginnableFrom(task.kind, item.decision) : null,
    blockedBy: task.state === 'planned' ? reasonAgainst(item, now) : null,
    isOnHold: isOpen && item.heldSince !== null,
    begunAt: task.begunAt,
    closedAt: task.closedAt,
    report: isReported ? report : null,
  };
}

function presentPrice(item: MailItem) {
  if (item.decision === null) return null;
  const price = priceFor(item, item.decision.asked);
  if (typeof price === 'number') return { state: 'known', cents: price };
  const offered = price === 'needs-quote' ? standingQuote(item) : null;
  return offered === null ? { state: price, cents: null } : { state: 'quote-offered', cents: offered.cents };
}

function reasonAgainst(item: MailItem, now: Instant): string | null {
  const verdict = checkBegin(item, now);
  return verdict.ok ? null : verdict.reason;
}

/** From the remembered state and what never changes of a task: a repeat gets the same words. */
export function presentWorked(task: Pick<SiteTask, 'id' | 'kind'>, state: TaskState, item: MailItemState) {
  const { id, kind } = task;
  return { id, mailItemId: item.id, kind, state, stage: stageFor(item), version: item.version };
}
