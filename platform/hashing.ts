/**
 * argon2 in threads of its own, fewer than the cores and with a lower priority than everything else: a storm of log-ins
 * takes the processor time that is left over, and nobody's inbox waits for it (quality P16).
 */
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { cost, nobody, sameForm } from './passwords.ts';

export interface Hashing {
  /** argon2id in PHC form, about 97 characters. Throws `HashingBusy`. */
  hash(password: string): Promise<string>;
  /**
   * Whether the password is the hashed one. Without a stored hash (no such user) it is false, after the same work
   * (check 34). Throws `HashingBusy`, and an Error when the stored text is not a hash.
   */
  verify(stored: string | undefined, password: string): Promise<boolean>;
  close(): Promise<void>;
}

/** So many wait already: one more is told to come back. */
class HashingBusy extends Error {
  constructor() {
    super('too many passwords are waiting to be hashed');
    this.name = 'HashingBusy';
  }
}

interface Size {
  /** Hashes at once: each takes a thread and 19 MiB. */
  readonly atOnce: number;
  readonly waiting: number;
}

/** As a `nice` value: everything else goes first. */
const lowerPriority = 10;

export function createHashing({ atOnce, waiting }: Size): Hashing {
  const pool = new Piscina({
    filename: fileURLToPath(new URL('./hash-thread.mjs', import.meta.url)),
    minThreads: atOnce,
    maxThreads: atOnce,
    maxQueue: waiting,
    niceIncrement: lowerPriority,
    execArgv: [],
  });
  const run = async <Outcome>(name: 'hash' | 'verify', task: object): Promise<Outcome> => {
    try {
      return (await pool.run(task, { name })) as Outcome;
    } catch (error) {
      throw error instanceof Error && error.message === 'Task queue is at limit' ? new HashingBusy() : error;
    }
  };
  return {
    hash: (password) => run('hash', { password: sameForm(password), cost }),
    verify: async (stored, password) => {
      const matches = await run<boolean>('verify', {
        stored: stored ?? nobody,
        password: sameForm(password),
      });
      return matches && stored !== undefined;
    },
    close: () => pool.close(),
  };
}
