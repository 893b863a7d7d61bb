import { ApplicationFailure } from '@temporalio/activity';
import { Refused } from '../domain/verdict.ts';

/**
 * A refusal of a change becomes the named, final failure that a command may end with; everything else is left to
 * the engine's retries.
 */
export async function refusable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw ApplicationFailure.nonRetryable(error.refusal.reason, 'Refused', error.refusal);
  }
}
