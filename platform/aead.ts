import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export const KEY_BYTES = 32;
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

const algorithm = 'aes-256-gcm';

/**
 * AES-256-GCM with a nonce of our own choosing: ciphertext ‖ tag. The caller answers for the nonce never
 * coming twice under one key; `sealBytes` takes a random one.
 */
export function seal(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, aad: Uint8Array): Buffer {
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(aad);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The plain bytes, or undefined when key, nonce, content or additional data differ from the sealing. */
export function open(
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
  aad: Uint8Array,
): Buffer | undefined {
  if (sealed.length < TAG_BYTES) return undefined;
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(aad);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const plain = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return undefined;
  }
}

/**
 * Seals a small value: random nonce ‖ ciphertext ‖ tag. The context (what it is, whose it is) is not stored
 * but authenticated, so that a value moved to another row does not open. With random 96-bit nonces one key
 * may seal 2^32 values (NIST SP 800-38D, 8.3).
 */
export function sealBytes(key: Uint8Array, plain: Uint8Array, context: readonly string[]): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  return Buffer.concat([nonce, seal(key, nonce, plain, contextBytes(context))]);
}

/** Opens what `sealBytes` made; undefined when it does not open. */
export function openBytes(
  key: Uint8Array,
  sealed: Uint8Array,
  context: readonly string[],
): Buffer | undefined {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
  return open(key, sealed.subarray(0, NONCE_BYTES), sealed.subarray(NONCE_BYTES), contextBytes(context));
}

/** JSON keeps ['a', 'b'] and ['ab'] apart. */
export function contextBytes(context: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify(context));
}
