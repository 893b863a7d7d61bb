/** Waiting in tests: for something to become so, or for a time. */
import { setTimeout as pause } from 'node:timers/promises';

/** Asks until the answer is yes; what was waited for is in the error when it never is. */
export async function until(
  what: string,
  isSo: () => Promise<boolean> | boolean,
  withinMs = 30_000,
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
