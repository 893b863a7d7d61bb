/** One thing the API stands on; the check throws when it is missing. */
export interface HealthCheck {
  /** Told to whoever asks: `database`, `migrations`, `temporal`, `object-store`, `keys`. */
  readonly name: string;
  check(): Promise<unknown>;
}

/** Checks that hang count as failed. */
const patienceMs = 2_000;

/** The names of what is missing, in the order of the checks. */
export async function missingParts(checks: readonly HealthCheck[]): Promise<readonly string[]> {
  const found = await Promise.all(checks.map(isThere));
  return checks.filter((_check, index) => found[index] !== true).map(({ name }) => name);
}

async function isThere(part: HealthCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, patienceMs, false);
  });
  try {
    return await Promise.race([part.check().then(() => true), tooLate]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
