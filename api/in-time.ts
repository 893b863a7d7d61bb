import type { HttpRefusal } from './refusal.ts';

/** The work's outcome, or the refusal when it takes longer; the work itself is not stopped, only no longer waited for. */
export async function inTime<Outcome>(
  work: Promise<Outcome>,
  milliseconds: number,
  tooLate: () => HttpRefusal,
): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(tooLate()), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
