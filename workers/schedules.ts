/**
 * The schedules of the house, put in place by every worker at its start: made where they are missing, brought up to date where
 * they are there. A schedule that operations have paused stays paused.
 */
import type { Client, ScheduleOptions } from '@temporalio/client';
import { ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import { accessReviewSweepName } from '../workflows/access-review/messages.ts';

/** One a task queue: two installations in one namespace keep out of each other's way. */
export const scheduleId = (taskQueue: string): string => `${accessReviewSweepName}/${taskQueue}`;

export async function keepSchedules(client: Client, taskQueue: string): Promise<void> {
  const wanted = reviewsOnceADay(taskQueue);
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

/** 03:10 UTC: after midnight in the zones we serve, before anybody works. What a day misses, the next one finds (F55). */
function reviewsOnceADay(taskQueue: string): ScheduleOptions {
  return {
    scheduleId: scheduleId(taskQueue),
    spec: { calendars: [{ hour: 3, minute: 10, comment: 'once a day' }] },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 day' },
    action: {
      type: 'startWorkflow',
      workflowType: accessReviewSweepName,
      workflowId: scheduleId(taskQueue),
      taskQueue,
      args: [],
      staticSummary: 'Begins the reviews of rights whose year is over',
      staticDetails: 'Once a day; begins one review for each company and year, however often it runs.',
    },
  };
}
