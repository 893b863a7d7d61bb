import type { Logger } from './log.ts';

/** A process's way out: what it has opened is closed in order, within a time, on SIGTERM and SIGINT. */
export interface Stop {
  /** Registers what to close. What was opened last is closed first, one after the other. */
  onStop(name: string, close: () => unknown): void;
  /** Closes everything once; a second call waits for the first. Resolves to the exit code: 0, or 1 after a failure. */
  stop(why: string): Promise<number>;
  readonly isStopping: boolean;
}

export interface StopOptions {
  readonly log: Pick<Logger, 'info' | 'error'>;
  /** Milliseconds for everything together; then the process exits with what is still open. */
  readonly limitMs: number;
  /** Where signals come from and the exit is: `process`. */
  readonly process: Pick<NodeJS.Process, 'on' | 'exit'>;
}

/**
 * Listens for SIGTERM and SIGINT: the first closes and exits, a second exits at once with code 1. A closer
 * that fails is logged and does not keep the others from running.
 */
export function createStop({ log, limitMs, process }: StopOptions): Stop {
  const closers: { name: string; close: () => unknown }[] = [];
  let stopping: Promise<number> | undefined;

  const closeAll = async (why: string): Promise<number> => {
    log.info({ why }, 'stopping');
    let code = 0;
    for (let closer = closers.pop(); closer !== undefined; closer = closers.pop()) {
      try {
        await closer.close();
        log.info({ part: closer.name }, 'closed');
      } catch (err) {
        code = 1;
        log.error({ part: closer.name, err }, 'could not be closed');
      }
    }
    return code;
  };

  const stop = (why: string): Promise<number> => {
    stopping ??= withinTime(closeAll(why), limitMs, () => {
      log.error({ limitMs }, 'not closed in time');
    });
    return stopping;
  };

  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (stopping !== undefined) process.exit(1);
      else void stop(signal).then((code) => process.exit(code));
    });

  return {
    onStop: (name, close) => closers.push({ name, close }),
    stop,
    get isStopping() {
      return stopping !== undefined;
    },
  };
}

/** The work's outcome, or 1 when the time is up. */
async function withinTime(work: Promise<number>, limitMs: number, onLate: () => void): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<number>((resolve) => {
    timer = setTimeout(() => {
      onLate();
      resolve(1);
    }, limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
