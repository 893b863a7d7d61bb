import { HttpRefusal } from '../refusal.ts';

export interface Slots {
  /** How many are taken now. */
  readonly taken: number;
  /** Does the work while it holds a slot; 503 `request.busy` with Retry-After when all are taken. */
  within<T>(work: () => Promise<T>): Promise<T>;
}

/** So many at once: each scan on its way in lies in memory and may start a program that checks it. */
export function createSlots(most: number): Slots {
  let taken = 0;
  return {
    get taken() {
      return taken;
    },
    within: async (work) => {
      if (taken >= most) throw new HttpRefusal(503, 'request.busy', { headers: { 'Retry-After': '5' } });
      taken += 1;
      try {
        return await work();
      } finally {
        taken -= 1;
      }
    },
  };
}
