import type { Passwords } from '../deps.ts';
import { HttpRefusal } from '../refusal.ts';

interface QueueSize {
  /** Hashes at once: each takes a thread and 19 MiB. */
  readonly atOnce: number;
  /** Who may wait for a turn; one more is told to come back. */
  readonly waiting: number;
}

/**
 * A bounded queue before argon2: a storm of log-ins neither takes the memory nor the threads that everything else
 * needs. Who finds it full gets 503 `request.busy` at once, known user or not.
 */
export function queuedPasswords(means: Passwords, { atOnce, waiting }: QueueSize): Passwords {
  const line: (() => void)[] = [];
  let running = 0;

  const turn = async (): Promise<void> => {
    if (running < atOnce) {
      running += 1;
      return;
    }
    if (line.length >= waiting)
      throw new HttpRefusal(503, 'request.busy', { headers: { 'Retry-After': '2' } });
    await new Promise<void>((resolve) => line.push(resolve));
  };
  const done = (): void => {
    const next = line.shift();
    if (next === undefined) running -= 1;
    else next();
  };

  const inTurn = async <Outcome>(work: () => Promise<Outcome>): Promise<Outcome> => {
    await turn();
    try {
      return await work();
    } finally {
      done();
    }
  };

  return {
    ...means,
    verify: (stored, password) => inTurn(() => means.verify(stored, password)),
    hash: (password) => inTurn(() => means.hash(password)),
  };
}
