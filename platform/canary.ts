import { openWithRing, sealWithRing, VaultError } from './key-ring.ts';
import type { KeyRing } from './key-ring.ts';

/** Which key ring a canary belongs to. */
export type CanaryPurpose = 'master' | 'payload';

const song = 'the key that sealed this is the key that opens it';

/**
 * A text to be kept in the database, sealed by the ring's first key. Every process opens it at its start and
 * refuses to run when it cannot: two processes with different keys never meet (quality F47, F54).
 */
export function sealCanary(ring: KeyRing, purpose: CanaryPurpose): string {
  return sealWithRing(ring, Buffer.from(song), ['canary', purpose]);
}

/** `opens`, or why not: the ring lacks the key id, or has another key under that id. */
export function opensCanary(
  ring: KeyRing,
  purpose: CanaryPurpose,
  canary: string,
): 'opens' | VaultError['reason'] {
  try {
    openWithRing(ring, canary, ['canary', purpose]);
    return 'opens';
  } catch (error) {
    if (error instanceof VaultError) return error.reason;
    throw error;
  }
}
