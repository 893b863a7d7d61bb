import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { KEY_BYTES, openBytes, sealBytes } from './aead.ts';
import { keyIdOf, openWithRing, sealWithRing, VaultError } from './key-ring.ts';
import type { Key, KeyRing } from './key-ring.ts';

/**
 * Three levels of keys: a master key (configuration) wraps a company key (a column), a company key wraps the
 * data key of one object (a column beside the object). A wrapped key is text and opens only for the company
 * and object it was made for. Destroying a wrapped key destroys what it sealed, in every backup too.
 */
export interface Vault {
  /** A new company key, wrapped by the first master key: about 90 characters. A batch of codes has one of its own kind. */
  newCompanyKey(companyId: string): string;
  /** The same company key wrapped by the first master key; objects need not be touched. Throws VaultError. */
  rewrapCompanyKey(companyKey: string, companyId: string): string;
  /** Whether the company key was wrapped by another master key than the first. */
  needsRewrap(companyKey: string): boolean;
  /** A new key for one object; use it for one encryption only. Throws VaultError. */
  newDataKey(companyKey: string, companyId: string, objectId: string): DataKey;
  /** The data key that `newDataKey` wrapped; throws VaultError when any of the four is not its own. */
  openDataKey(companyKey: string, companyId: string, wrapped: string, objectId: string): Buffer;
  /** Seals a small text under a company key, or one of that kind: destroyed with it. Throws VaultError. */
  sealUnder(companyKey: string, companyId: string, plain: string, context: readonly string[]): string;
  /** Opens what `sealUnder` made, given the same key and context; throws VaultError. */
  openUnder(companyKey: string, companyId: string, sealed: string, context: readonly string[]): string;
  /** Seals a small text under the first master key; the context says what it is and whose it is. */
  seal(plain: string, context: readonly string[]): string;
  /** Opens what `seal` made, given the same context; throws VaultError. */
  open(sealed: string, context: readonly string[]): string;
  /** HMAC-SHA-256 in base64url (43 characters) under a key of its own per purpose: to write. */
  keyedHash(purpose: string, value: string): string;
  /** The hash under every master key, the first first: to look up what was written before a rotation. */
  keyedHashes(purpose: string, value: string): readonly string[];
}

export interface DataKey {
  /** 32 bytes, never stored. */
  readonly dataKey: Buffer;
  /** Stored beside the object. */
  readonly wrapped: string;
}

/** A vault over the master keys of the configuration. */
export function createVault(masterKeys: KeyRing): Vault {
  const openCompanyKey = (companyKey: string, companyId: string) =>
    openWithRing(masterKeys, companyKey, companyContext(companyId));
  const wrapCompanyKey = (key: Buffer, companyId: string) =>
    sealWithRing(masterKeys, key, companyContext(companyId));

  return {
    newCompanyKey: (companyId) => wrapCompanyKey(randomBytes(KEY_BYTES), companyId),
    rewrapCompanyKey: (companyKey, companyId) =>
      wrapCompanyKey(openCompanyKey(companyKey, companyId), companyId),
    needsRewrap: (companyKey) => keyIdOf(companyKey) !== masterKeys[0].id,
    newDataKey: (companyKey, companyId, objectId) => {
      const dataKey = randomBytes(KEY_BYTES);
      const sealed = sealBytes(openCompanyKey(companyKey, companyId), dataKey, objectContext(objectId));
      return { dataKey, wrapped: sealed.toString('base64url') };
    },
    openDataKey: (companyKey, companyId, wrapped, objectId) => {
      const key = openCompanyKey(companyKey, companyId);
      const dataKey = openBytes(key, Buffer.from(wrapped, 'base64url'), objectContext(objectId));
      if (dataKey === undefined) throw new VaultError('does-not-open', `the data key of ${objectId}`);
      return dataKey;
    },
    sealUnder: (companyKey, companyId, plain, context) =>
      sealBytes(openCompanyKey(companyKey, companyId), Buffer.from(plain), ['value', ...context]).toString(
        'base64url',
      ),
    openUnder: (companyKey, companyId, sealed, context) => {
      const key = openCompanyKey(companyKey, companyId);
      const plain = openBytes(key, Buffer.from(sealed, 'base64url'), ['value', ...context]);
      if (plain === undefined) throw new VaultError('does-not-open', context.join(' '));
      return plain.toString();
    },
    seal: (plain, context) => sealWithRing(masterKeys, Buffer.from(plain), ['value', ...context]),
    open: (sealed, context) => openWithRing(masterKeys, sealed, ['value', ...context]).toString(),
    keyedHash: (purpose, value) => keyedHash(masterKeys[0], purpose, value),
    keyedHashes: (purpose, value) => masterKeys.map((key) => keyedHash(key, purpose, value)),
  };
}

/** What the tokens of one-time links are derived from: 256 bits each, one a key of the ring, the first key's first. */
export const linkTokens =
  (vault: Vault) =>
  (linkId: string): readonly string[] =>
    vault.keyedHashes('one-time-link', linkId);

const companyContext = (companyId: string) => ['company-key', companyId];
const objectContext = (objectId: string) => ['data-key', objectId];

function keyedHash({ key }: Key, purpose: string, value: string): string {
  const hashKey = Buffer.from(hkdfSync('sha256', key, '', `mailroom keyed hash: ${purpose}`, KEY_BYTES));
  return createHmac('sha256', hashKey).update(value).digest('base64url');
}
