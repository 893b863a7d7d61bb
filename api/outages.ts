import { OutcomeUnknown } from '../db/changes/change.ts';
import { Away } from './refusal.ts';

/** What the server calls "not now": connections, shutdown, disk, lock waits after their retries, time limits. */
const passingErrnos = new Set([
  1021, 1028, 1037, 1040, 1041, 1053, 1114, 1129, 1203, 1205, 1213, 1226, 1290, 1317, 1836, 1927, 1969, 3024,
]);

const networkCalls = new Set(['connect', 'read', 'write', 'getaddrinfo']);

interface DriverError extends Error {
  readonly errno?: unknown;
  readonly syscall?: unknown;
  readonly fatal?: unknown;
  readonly nativeError?: unknown;
}

/**
 * The database is away or too busy, as far as the error tells; told by errno, never by the driver's code. After an
 * unknown outcome the same key picks the answer up.
 */
export function databaseAway(thrown: unknown): Away | undefined {
  if (thrown instanceof OutcomeUnknown) return new Away('database');
  let error: unknown = thrown;
  while (error instanceof Error) {
    if (isPassing(error)) return new Away('database');
    error = (error as DriverError).nativeError ?? error.cause;
  }
  return undefined;
}

function isPassing(error: DriverError): boolean {
  if (error.name === 'KnexTimeoutError') return true;
  if (typeof error.errno === 'number' && passingErrnos.has(error.errno)) return true;
  // A broken connection: mysql2 marks it fatal, the operating system names the call.
  return error.fatal === true || (typeof error.syscall === 'string' && networkCalls.has(error.syscall));
}
