/** How lives call activities; every time-out with its reason. */
import type { ActivityOptions, LocalActivityOptions } from '@temporalio/workflow';

/**
 * One short transaction that a caller waits for. No limit of attempts: a failed outcome would belong to the
 * command's key for ever, so only a named refusal ends it; a database that is away is waited for.
 */
export const localOptions: LocalActivityOptions = {
  // a statement may take 10 s, a transaction with its retries stays below this
  startToCloseTimeout: '30 seconds',
  localRetryThreshold: '5 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '10 seconds' },
};

/** A mail leaves the house: SMTP may be away for hours, nothing waits for it. */
export const mailOptions: ActivityOptions = {
  // connect, greet and hand over; greylisting answers at once and is tried again
  startToCloseTimeout: '60 seconds',
  retry: { initialInterval: '2 seconds', maximumInterval: '5 minutes' },
};

/** The object store: one removal and two short transactions. */
export const storeOptions: ActivityOptions = {
  startToCloseTimeout: '60 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
};

/** A sweep over every company: one short transaction for each that is due, none of them waited for by anybody. */
export const sweepOptions: ActivityOptions = {
  // a day on which thousands of companies are due; begun anew it finds what is left
  startToCloseTimeout: '1 hour',
  // a worker that died is noticed within half a minute (F16); see workers/heartbeats.ts
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '10 seconds', maximumInterval: '10 minutes' },
};
