/** Waiting in tests: for something to become so, for a time, or for the engine. */
import { setTimeout as pause } from 'node:timers/promises';
import { ServiceError } from '@temporalio/client';

/** Asks until the answer is yes; what was waited for is in the error when it never is. */
export async function until(
  what: string,
  isSo: () => Promise<boolean> | boolean,
  withinMs = 60_000,
): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`waited ${withinMs} ms in vain: ${what}`);
    await pause(20);
  }
}

/** Until that instant has come. */
export async function untilTime(at: string | number): Promise<void> {
  const epoch = typeof at === 'string' ? Date.parse(at) : at;
  await pause(Math.max(0, epoch - Date.now()));
}

/** As the API's callers do with one key: while the engine cannot take it the same is said again. */
export async function insisting<Answer>(say: () => Promise<Answer>, triesLeft = 200): Promise<Answer> {
  try {
    return await say();
  } catch (error) {
    if (!(error instanceof ServiceError) || triesLeft === 0) throw error;
    await pause(250);
    return insisting(say, triesLeft - 1);
  }
}
