/** Reminders of an undecided letter: some days before it is charged, each day once, and never for what has passed (PP-09). */
import type { Instant } from './calendar.ts';
import { addDays, dayOf, startOfDay } from './calendar.ts';
import type { MailItem } from './mail-item.ts';
import type { Outcome } from './outcome.ts';
import { outcome, owing } from './outcome.ts';
import { decisionDueAt } from './storage.ts';

/** When reminders are still to come, earliest first; time given for our lateness has a mail of its own. */
export function remindersToCome(item: MailItem): readonly Instant[] {
  const due = decisionDueAt(item);
  if (due === null || due === item.lateGrace?.until) return [];
  const { zone, reminderDaysBefore } = item.policy;
  return reminderDaysBefore
    .map((days) => startOfDay(addDays(dayOf(due, zone), -days), zone))
    .filter((at) => at > item.undecidedSince && !item.remindedFor.includes(at))
    .sort((a, b) => a.localeCompare(b));
}

/** Whether a reminder would still help: the letter waits for a decision, and the due instant has not passed. */
export function isWorthReminding(item: MailItem, at: Instant): boolean {
  const due = decisionDueAt(item);
  return due !== null && at < due;
}

/**
 * However many reminders fell due while we were away, the customer gets one, and none once the due instant has passed.
 * The facts he saw stay as they were, so the version does too.
 */
export function remind(item: MailItem, at: Instant): Outcome {
  const overdue = remindersToCome(item).filter((instant) => instant <= at);
  const latest = overdue.at(-1);
  const reminded = { ...item, remindedFor: [...item.remindedFor, ...overdue] };
  const isTold = latest !== undefined && isWorthReminding(item, at);
  const told = isTold ? owing(reminded, 'reminder', latest) : reminded;
  return { ...outcome(item, isTold ? 'reminded' : 'reminder-missed', { at: latest ?? at }), item: told };
}
