import { OutcomeUnknown } from '../db/changes/change.ts';
import { Away, HttpRefusal } from './refusal.ts';

/** What the server calls "not now": connections, shutdown, disk, lock waits after their retries, time limits. */
const passingErrnos = new Set([
  1021, 1028, 1037, 1040, 1041, 1053, 1114, 1129, 1203, 1205, 1213, 1226, 1290, 1317, 1836, 1927, 1969, 3024,
]);

const networkCalls = new Set(['connect', 'getaddrinfo']);

interface DriverError {
  readonly name?: unknown;
  readonly errno?: unknown;
  readonly syscall?: unknown;
  readonly fatal?: unknown;
  readonly nativeError?: unknown;
  readonly cause?: unknown;
}

/**
 * The database is away or too busy, as far as the error and its causes tell; told by errno, never by the driver's
 * code. After an unknown outcome the same key picks the answer up.
 */
export function databaseAway(thrown: unknown): Away | undefined {
  if (thrown instanceof OutcomeUnknown) return new Away('database');
  let error = thrown;
  for (let depth = 0; depth < 5 && typeof error === 'object' && error !== null; depth += 1) {
    const facts: DriverError = error;
    if (isPassing(facts)) return new Away('database');
    error = facts.nativeError ?? facts.cause;
  }
  return undefined;
}

/** As many passwords wait to be hashed as may: known user or not, who comes now is told to come back. */
export function hashingBusy(thrown: unknown): HttpRefusal | undefined {
  const isBusy = thrown instanceof Error && thrown.name === 'HashingBusy';
  return isBusy ? new HttpRefusal(503, 'request.busy', { headers: { 'Retry-After': '2' } }) : undefined;
}

function isPassing({ name, errno, syscall, fatal }: DriverError): boolean {
  if (name === 'KnexTimeoutError') return true;
  if (typeof errno === 'number' && passingErrnos.has(errno)) return true;
  // A broken connection: mysql2 marks it fatal, the operating system names the call.
  return fatal === true || (typeof syscall === 'string' && networkCalls.has(syscall));
}
