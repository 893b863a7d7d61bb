/**
 * The schedules of the house, put in place by every worker at its start: made where they are missing, brought up to date where
 * they are there. A schedule that operations have paused stays paused.
 */
import type { Client, ScheduleOptions } from '@temporalio/client';
import { ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import { accessReviewSweepName } from '../workflows/access-review/messages.ts';
import { retentionSweepName } from '../workflows/retention/messages.ts';

/** One a task queue: two installations in one namespace keep out of each other's way. */
export const scheduleId = (sweep: string, taskQueue: string): string => `${sweep}/${taskQueue}`;

export async function keepSchedules(client: Client, taskQueue: string): Promise<void> {
  for (const daily of dailySweeps) await keep(client, scheduleOf(daily, taskQueue));
}

async function keep(client: Client, wanted: ScheduleOptions): Promise<void> {
  try {
    await client.schedule.create(wanted);
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    const { spec, action, policies } = wanted;
    await client.schedule
      .getHandle(wanted.scheduleId)
      .update(({ state }) => ({ spec, action, ...(policies && { policies }), state }));
  }
}

interface DailySweep {
  readonly workflow: string;
  /** UTC: after midnight in the zones we serve, before anybody works. */
  readonly at: { readonly hour: number; readonly minute: number };
  readonly summary: string;
  readonly details: string;
}

/** What a day misses, the next one finds (F55). */
const dailySweeps: readonly DailySweep[] = [
  {
    workflow: accessReviewSweepName,
    at: { hour: 3, minute: 10 },
    summary: 'Begins the reviews of rights whose year is over',
    details: 'Once a day; begins one review for each company and year, however often it runs.',
  },
  {
    workflow: retentionSweepName,
    at: { hour: 3, minute: 40 },
    summary: 'Warns of documents whose retention ends, and destroys what is due',
    details: 'Once a day; key, object, record. What is held, or received where display lasts so long, stays.',
  },
];

function scheduleOf({ workflow, at, summary, details }: DailySweep, taskQueue: string): ScheduleOptions {
  return {
    scheduleId: scheduleId(workflow, taskQueue),
    spec: { calendars: [{ ...at, comment: 'once a day' }] },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 day' },
    action: {
      type: 'startWorkflow',
      workflowType: workflow,
      workflowId: scheduleId(workflow, taskQueue),
      taskQueue,
      args: [],
      staticSummary: summary,
      staticDetails: details,
    },
  };
}
