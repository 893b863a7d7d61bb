/** A log-in that one request did not finish: it waits for a mail to be answered, or for a second factor. */
import type { Instant } from './calendar.ts';
import { minutes, plusMilliseconds } from './calendar.ts';

export const nextSteps = ['mail', 'factor'] as const;
export type NextStep = (typeof nextSteps)[number];

/** For typing a code or touching a key (check 31: the secret is void after so many wrong ones, too). */
export const attemptMinutes = 5;
export const attemptTries = 5;

export function attemptEnd(at: Instant): Instant {
  return plusMilliseconds(at, minutes(attemptMinutes));
}
