/** Instants cross the border to DATETIME(6) columns here, in UTC and to the millisecond (design.md, Changes). */
import { epochOf, instantOf, type Instant } from '../domain/calendar.ts';

/** What a query takes for a DATETIME(6) column; the session writes it in UTC. */
export function toDb(instant: Instant): Date {
  const epoch = epochOf(instant);
  if (!Number.isSafeInteger(epoch)) throw new Error(`not an instant: ${instant}`);
  return new Date(epoch);
}

/** What came out of a DATETIME(6) column, as an instant. */
export function fromDb(value: Date): Instant {
  return instantOf(value.getTime());
}

/** The same for a column that may be empty. */
export function fromDbOrNull(value: Date | null): Instant | null {
  return value === null ? null : fromDb(value);
}

/** The same the other way. */
export function toDbOrNull(instant: Instant | null | undefined): Date | null {
  return instant === null || instant === undefined ? null : toDb(instant);
}
