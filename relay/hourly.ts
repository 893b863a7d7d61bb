/** The house-keeping of the relay: nobody asks for it, and it must not stay undone. */
import { setTimeout as pause } from 'node:timers/promises';
import { minutes } from '../domain/calendar.ts';

/** One thing to look after; what it returns is logged: counts and ids, nothing personal. */
export interface Chore {
  readonly name: string;
  readonly run: () => Promise<object>;
}

interface HourlyDeps {
  readonly chores: readonly Chore[];
  readonly log: { info(facts: object, message: string): void; warn(facts: object, message: string): void };
  readonly signal: AbortSignal;
  /** A minute after the start, so that a process that is restarted often still gets there. */
  readonly firstAfterMs?: number;
  readonly everyMs?: number;
}

/** Does the chores one after the other, every hour until the signal; one that fails keeps no other from its turn. */
export async function runHourly(deps: HourlyDeps): Promise<void> {
  const { chores, signal, firstAfterMs = minutes(1), everyMs = minutes(60) } = deps;
  let waitMs = firstAfterMs;
  while (!signal.aborted) {
    await pause(waitMs, undefined, { signal }).catch(() => undefined);
    for (const chore of chores) if (!isAborted(signal)) await done(chore, deps);
    waitMs = everyMs;
  }
}

/** Asked anew: it changes while a chore is done, which the compiler does not see. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

async function done({ name, run }: Chore, { log }: HourlyDeps): Promise<void> {
  try {
    log.info({ chore: name, ...(await run()) }, 'looked after');
  } catch (error) {
    log.warn({ chore: name, err: error }, 'a chore waits for the next hour');
  }
}
