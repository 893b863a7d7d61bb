/**
 * Once a day, by a schedule: begins the reviews whose year is over (design.md: a year is a dated row and a daily sweep, not a
 * sleeping workflow). A day that was missed is made up by the next, and twice a day is as good as once (F55).
 */
import { proxyActivities } from '@temporalio/workflow';
import type { AccessReviewActivities } from '../../activities/access-reviews.ts';
import { instantOf } from '../../domain/calendar.ts';
import { sweepOptions } from '../options.ts';

const activities = proxyActivities<AccessReviewActivities>(sweepOptions);

export function accessReviewSweep(): Promise<{ readonly begun: number }> {
  return activities.beginDueReviews(instantOf(Date.now()));
}
