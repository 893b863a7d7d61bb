import { setTimeout as pause } from 'node:timers/promises';

/** Longer than a hash and a commit take on a machine that keeps up. */
const togetherMs = 400;

/**
 * Runs the work and answers no earlier than so long after it began, however it went: the answer must not tell by its
 * time whether the password was right (decided.md, Places: same timing). Works without an effect on what is answered.
 */
export async function atSameTime<Outcome>(
  work: () => Promise<Outcome>,
  isConcerned: (outcome: Outcome) => boolean,
): Promise<Outcome> {
  const began = performance.now();
  const outcome = await work();
  const left = togetherMs - (performance.now() - began);
  if (isConcerned(outcome) && left > 0) await pause(left);
  return outcome;
}
