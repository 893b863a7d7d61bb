/**
 * Once a day, by a schedule: warns of what will be destroyed, and destroys what is due (X-02; design.md: retention of a year or
 * more is a dated row and a daily sweep). A day that was missed is made up by the next, and twice a day is as good as once.
 */
import { proxyActivities } from '@temporalio/workflow';
import type { RetentionActivities } from '../../activities/retention.ts';
import { instantOf } from '../../domain/calendar.ts';
import { sweepOptions } from '../options.ts';

const activities = proxyActivities<RetentionActivities>(sweepOptions);

export async function retentionSweep(): Promise<{ readonly warned: number; readonly destroyed: number }> {
  const at = instantOf(Date.now());
  const { warned } = await activities.warnOfDestruction(at);
  const { destroyed } = await activities.destroyDueDocuments(at);
  return { warned, destroyed };
}
