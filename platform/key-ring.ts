import { openBytes, sealBytes, KEY_BYTES } from './aead.ts';

/** One symmetric key of 32 bytes; its id travels in clear beside everything it sealed. */
export interface Key {
  readonly id: string;
  readonly key: Buffer;
}

/** The first key seals, every key opens: that is how a key is rotated without touching old data. */
export type KeyRing = readonly [Key, ...Key[]];

/**
 * Something sealed could not be opened. `key-unknown`: the ring does not hold the key that sealed it.
 * `does-not-open`: the key is there, but key, content or context differ from when it was sealed.
 */
export class VaultError extends Error {
  readonly reason: 'key-unknown' | 'does-not-open';
  constructor(reason: 'key-unknown' | 'does-not-open', what: string) {
    super(reason === 'key-unknown' ? `no key ${what} in the key ring` : `${what} does not open`);
    this.name = 'VaultError';
    this.reason = reason;
  }
}

const keyId = /^[A-Za-z0-9_-]{1,32}$/;

/**
 * Reads `id:base64,id:base64`. Throws an Error whose message says what would be accepted and never holds
 * any part of a key.
 */
export function parseKeyRing(text: string): KeyRing {
  const keys = text.split(',').map((part, index) => parseKey(part.trim(), index + 1));
  if (new Set(keys.map(({ id }) => id)).size < keys.length) throw new Error('every key id may occur once');
  const [first, ...others] = keys;
  if (first === undefined) throw new Error('at least one key is needed');
  return [first, ...others];
}

function parseKey(part: string, place: number): Key {
  const colon = part.indexOf(':');
  const id = part.slice(0, Math.max(colon, 0));
  if (!keyId.test(id)) throw new Error(`key ${place} must be written id:base64`);
  const key = Buffer.from(part.slice(colon + 1), 'base64');
  if (key.length !== KEY_BYTES || key.toString('base64') !== part.slice(colon + 1))
    throw new Error(`key ${place} must be ${KEY_BYTES} bytes in base64`);
  return { id, key };
}

/** The key that sealed something, by the id written beside it; VaultError `key-unknown` when it is gone. */
export function keyById(ring: KeyRing, id: string): Key {
  const key = ring.find((candidate) => candidate.id === id);
  if (key === undefined) throw new VaultError('key-unknown', JSON.stringify(id.slice(0, 32)));
  return key;
}

/** Seals with the first key: `<key id>.<base64url>`. The context must be given again to open it. */
export function sealWithRing(ring: KeyRing, plain: Uint8Array, context: readonly string[]): string {
  const [{ id, key }] = ring;
  return `${id}.${sealBytes(key, plain, [id, ...context]).toString('base64url')}`;
}

/** Opens what `sealWithRing` made, whichever key of the ring sealed it; throws VaultError. */
export function openWithRing(ring: KeyRing, sealed: string, context: readonly string[]): Buffer {
  const { id, key } = keyById(ring, keyIdOf(sealed));
  const plain = openBytes(key, Buffer.from(sealed.slice(id.length + 1), 'base64url'), [id, ...context]);
  if (plain === undefined) throw new VaultError('does-not-open', context.join('/'));
  return plain;
}

/** The id of the key that sealed it (the part before the dot). */
export function keyIdOf(sealed: string): string {
  return sealed.slice(0, Math.max(sealed.indexOf('.'), 0));
}
