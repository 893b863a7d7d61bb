import type { Instant } from '../domain/calendar.ts';
import { fromDb } from './instants.ts';

/** How and when something ended, out of two columns that are filled together; null while it has not. */
export function outcomeAt<Outcome extends string>(
  outcome: Outcome | null,
  at: Date | null,
): { readonly outcome: Outcome; readonly at: Instant } | null {
  return outcome === null || at === null ? null : { outcome, at: fromDb(at) };
}
