/** What a site may say about a letter it hands in (PP-06, WF-10). */
import type { Instant } from './calendar.ts';
import { minutes, plusMilliseconds } from './calendar.ts';
import { clockToleranceMinutes } from './site-task.ts';
import type { Verdict } from './verdict.ts';
import { allow, refuseValue } from './verdict.ts';

/** Paper cannot have come later than now; the clock of a site may run five minutes before ours. */
export function checkReceivedAt(receivedAt: Instant, now: Instant): Verdict {
  const isAhead = receivedAt > plusMilliseconds(now, minutes(clockToleranceMinutes));
  return isAhead ? refuseValue('intake.future-date', { field: 'receivedAt', latest: now }) : allow;
}
