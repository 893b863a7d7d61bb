import { opensCanary, sealCanary } from './canary.ts';
import type { CanaryPurpose } from './canary.ts';
import type { KeyRing } from './key-ring.ts';

interface KeptCanary {
  readonly name: string;
  readonly sealed: string;
}

/** The keys of this process are not the keys of this database; names the variable to look at. */
export class WrongKeys extends Error {
  readonly variable: string;
  constructor(variable: string, why: string) {
    super(`${variable}: does not open what this database was sealed with (${why})`);
    this.name = 'WrongKeys';
    this.variable = variable;
  }
}

const variables: Readonly<Record<CanaryPurpose, string>> = { master: 'MASTER_KEYS', payload: 'PAYLOAD_KEYS' };

/**
 * Opens the sealed word of each key ring; `keep` stores one where there is none yet and returns the one that holds.
 * Throws WrongKeys: a process that cannot open it must not start (quality F47, F53, F54).
 */
export async function checkKeys(
  rings: Readonly<Record<CanaryPurpose, KeyRing>>,
  keep: (canary: KeptCanary) => Promise<KeptCanary>,
): Promise<void> {
  for (const purpose of ['master', 'payload'] as const) {
    const kept = await keep({ name: purpose, sealed: sealCanary(rings[purpose], purpose) });
    const outcome = opensCanary(rings[purpose], purpose, kept.sealed);
    if (outcome !== 'opens') throw new WrongKeys(variables[purpose], outcome);
  }
}
