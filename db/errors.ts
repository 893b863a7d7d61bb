/** What a failed query tells, wherever it was caught: Objection wraps the driver's error as `nativeError`. */

const DEADLOCK = 1213;
const LOCK_WAIT = 1205;
const DUPLICATE_KEY = 1062;
/** Shutdown in progress, connection killed (MariaDB), session killed and idle disconnect (MySQL). */
const SERVER_CLOSED = [1053, 1927, 3169, 4031];

interface DriverError {
  readonly errno?: number;
  readonly fatal?: boolean;
  readonly nativeError?: DriverError;
}

/** The server's error number, or null; never mapped by mysql2's `code` (stack.md). */
export function errnoOf(error: unknown): number | null {
  return driverErrorOf(error)?.errno ?? null;
}

/** A unique key refused the row; in InnoDB the transaction goes on. */
export function isDuplicateKey(error: unknown): boolean {
  return errnoOf(error) === DUPLICATE_KEY;
}

/** Deadlock or lock wait: nobody is at fault, and the whole transaction may be tried again. */
export function isLockConflict(error: unknown): boolean {
  const errno = errnoOf(error);
  return errno === DEADLOCK || errno === LOCK_WAIT;
}

/** The connection is gone (`fatal` is mysql2's word for it): what was not committed is rolled back by the server. */
export function isConnectionLost(error: unknown): boolean {
  const driverError = driverErrorOf(error);
  return driverError?.fatal === true || SERVER_CLOSED.includes(driverError?.errno ?? 0);
}

/** Not by `instanceof`: an error of Node's own network layer is of another realm in a test runner. */
function driverErrorOf(error: unknown): DriverError | null {
  if (typeof error !== 'object' || error === null) return null;
  const driverError: DriverError = error;
  return driverError.nativeError ?? driverError;
}
