import type { Verdict } from '../../domain/verdict.ts';
import { Refused } from '../../domain/verdict.ts';

/** The reason of a refusal, or `done`; whatever else is thrown is a fault. */
export async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof Refused) return error.refusal.reason;
    throw error;
  }
}

/** What a rule says: the reason of its "no", or `allow`. */
export const reasonOf = (verdict: Verdict): string => (verdict.ok ? 'allow' : verdict.reason);
