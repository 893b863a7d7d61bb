import { HttpRefusal } from './refusal.ts';

export interface Slots {
  /** How many are taken now. */
  readonly taken: number;
  /** Does the work while it holds a slot; 503 `request.busy` with Retry-After when all are taken and waited for. */
  within<T>(work: () => Promise<T>): Promise<T>;
}

/** So many at once; `waiting` more wait for their turn, in the order in which they came. */
export function createSlots(most: number, waiting = 0): Slots {
  let taken = 0;
  const queue: (() => void)[] = [];
  const turn = async (): Promise<void> => {
    if (taken < most) taken += 1;
    else if (queue.length < waiting) await new Promise<void>((go) => queue.push(go));
    else throw new HttpRefusal(503, 'request.busy', { headers: { 'Retry-After': '5' } });
  };
  /** Whoever waits longest takes the slot over: nobody who comes just now slips in before him. */
  const leave = (): void => {
    const next = queue.shift();
    if (next === undefined) taken -= 1;
    else next();
  };
  return {
    get taken() {
      return taken;
    },
    within: async (work) => {
      await turn();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
