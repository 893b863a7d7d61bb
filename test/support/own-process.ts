/** A process by name that a test may kill, stop and start again; it ends with the test process, however that ends. */
import { readFileSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { GuardedChild } from '../../dev/processes/guard.mjs';

export interface OwnProcess {
  readonly name: string;
  readonly log: string;
  /** Starts it, unless it runs; resolves when it is ready to work. */
  start(): Promise<void>;
  /** Starts it and does not wait: what it needs may still be away. */
  launch(): void;
  /** Until what was launched is ready. */
  ready(): Promise<void>;
  /** kill -9; resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGSTOP: it keeps its sockets and does nothing. */
  stop(): void;
  /** SIGCONT. */
  resume(): void;
  /** What it has logged since it was last started. */
  said(): string;
}

interface OwnProcessPlan {
  readonly name: string;
  readonly log: string;
  readonly begin: () => GuardedChild;
  readonly isReady: (said: string) => Promise<boolean> | boolean;
  /** The process that runs already, if it does. */
  readonly child?: GuardedChild;
}

/** The machine may be busy with other tests: a process is given long to start, and asked often. */
const READY_WITHIN_MS = 60_000;

export function ownProcess({ name, log, begin, isReady, child: running }: OwnProcessPlan): OwnProcess {
  let child = running;
  let from = 0;
  const said = () => readFileSync(log, 'utf8').slice(from);
  const signal = (what: NodeJS.Signals) => {
    if (child?.running !== true || child.pid === undefined) throw new Error(`${name} does not run`);
    process.kill(child.pid, what);
  };
  const own: OwnProcess = {
    name,
    log,
    said,
    start: async () => {
      if (child?.running !== true) own.launch();
      await own.ready();
    },
    launch: () => {
      from = sizeOf(log);
      child = begin();
    },
    ready: async () => {
      const until = Date.now() + READY_WITHIN_MS;
      while (!(await isReady(said()))) {
        if (child?.running !== true)
          throw new Error(`${name} ended before it was ready:\n${said().slice(-2_000)}`);
        if (Date.now() > until) throw new Error(`${name} was not ready in time:\n${said().slice(-2_000)}`);
        await pause(25);
      }
    },
    kill: async () => {
      if (child?.running !== true) return;
      await child.started;
      signal('SIGKILL');
      await child.exited;
    },
    stop: () => signal('SIGSTOP'),
    resume: () => signal('SIGCONT'),
  };
  return own;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
