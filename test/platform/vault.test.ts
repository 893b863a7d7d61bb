import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { NONCE_BYTES, sealBytes } from '../../platform/aead.ts';
import { opensCanary, sealCanary } from '../../platform/canary.ts';
import type { KeyRing } from '../../platform/key-ring.ts';
import { VaultError } from '../../platform/key-ring.ts';
import { createVault } from '../../platform/vault.ts';

const m1 = { id: 'm1', key: randomBytes(32) };
const m2 = { id: 'm2', key: randomBytes(32) };
const old = createVault([m1]);
const rotated = createVault([m2, m1]);
const strange = createVault([{ id: 'm1', key: randomBytes(32) }]);
const later = createVault([m2]);

const anId = fc.uuid();

function reasonOf(work: () => unknown): string {
  try {
    work();
    return 'opens';
  } catch (error) {
    if (error instanceof VaultError) return error.reason;
    throw error;
  }
}

test('a data key opens for its company and object only', () => {
  fc.assert(
    fc.property(anId, anId, anId, anId, (company, object, otherCompany, otherObject) => {
      fc.pre(company !== otherCompany && object !== otherObject);
      const companyKey = old.newCompanyKey(company);
      const otherKey = old.newCompanyKey(otherCompany);
      const { dataKey, wrapped } = old.newDataKey(companyKey, company, object);
      expect(old.openDataKey(companyKey, company, wrapped, object).equals(dataKey)).toBe(true);
      for (const attempt of [
        () => old.openDataKey(companyKey, company, wrapped, otherObject),
        () => old.openDataKey(companyKey, otherCompany, wrapped, object),
        () => old.openDataKey(otherKey, otherCompany, wrapped, object),
        () => old.openDataKey(old.newCompanyKey(company), company, wrapped, object),
        () => old.openDataKey(companyKey, company, wrapped.slice(0, -3), object),
        () => old.openDataKey(companyKey, company, '', object),
      ])
        expect(reasonOf(attempt)).toBe('does-not-open');
    }),
  );
});

test('after a rotation old data opens, new data is sealed by the new key, and re-wrapping frees the old one', () => {
  fc.assert(
    fc.property(anId, anId, (company, object) => {
      const companyKey = old.newCompanyKey(company);
      const { dataKey, wrapped } = old.newDataKey(companyKey, company, object);
      expect(rotated.openDataKey(companyKey, company, wrapped, object).equals(dataKey)).toBe(true);
      expect([old.needsRewrap(companyKey), rotated.needsRewrap(companyKey)]).toEqual([false, true]);
      expect(reasonOf(() => later.openDataKey(companyKey, company, wrapped, object))).toBe('key-unknown');

      const rewrapped = rotated.rewrapCompanyKey(companyKey, company);
      expect(rotated.needsRewrap(rewrapped)).toBe(false);
      expect(later.openDataKey(rewrapped, company, wrapped, object).equals(dataKey)).toBe(true);
      expect(reasonOf(() => old.openDataKey(rewrapped, company, wrapped, object))).toBe('key-unknown');
    }),
  );
});

test('a key rotated in the middle of an upload: the data key made before opens after', () => {
  const companyKey = old.newCompanyKey('company');
  const { dataKey, wrapped } = old.newDataKey(companyKey, 'company', 'object');
  const rewrapped = rotated.rewrapCompanyKey(companyKey, 'company');
  expect(rotated.openDataKey(rewrapped, 'company', wrapped, 'object').equals(dataKey)).toBe(true);
});

test('the id of the key is part of what is sealed', () => {
  const sealed = old.seal('x', []);
  const twoNames = createVault([m1, { id: 'm3', key: m1.key }]);
  expect(reasonOf(() => twoNames.open(sealed.replace('m1.', 'm3.'), []))).toBe('does-not-open');
});

test('another key under the same id does not open', () => {
  const companyKey = old.newCompanyKey('company');
  expect(reasonOf(() => strange.newDataKey(companyKey, 'company', 'object'))).toBe('does-not-open');
});

test.each(['', '.', 'm1', 'm1.', 'm1.AAAA', 'm9.AAAA', '__proto__.AAAA'])('%j is no company key', (text) => {
  expect(reasonOf(() => old.newDataKey(text, 'company', 'object'))).not.toBe('opens');
});

test('a small value opens in its own context only, before and after a rotation', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), fc.array(fc.string()), (plain, context, other) => {
      fc.pre(JSON.stringify(context) !== JSON.stringify(other));
      const sealed = old.seal(plain, context);
      expect(old.open(sealed, context)).toBe(Buffer.from(plain).toString());
      expect(rotated.open(sealed, context)).toBe(Buffer.from(plain).toString());
      expect(reasonOf(() => old.open(sealed, other))).toBe('does-not-open');
    }),
  );
});

test('contexts are not merely glued together, and kinds of sealed things do not mix', () => {
  const sealed = old.seal('x', ['ab', 'c']);
  expect(reasonOf(() => old.open(sealed, ['a', 'bc']))).toBe('does-not-open');
  expect(reasonOf(() => old.open(old.newCompanyKey('company'), ['company']))).toBe('does-not-open');
  expect(reasonOf(() => old.open(sealCanary([m1], 'master'), ['master']))).toBe('does-not-open');
});

test('sealing the same twice gives different texts, and no nonce comes twice', () => {
  expect(old.seal('x', [])).not.toBe(old.seal('x', []));
  const nonces = new Set<string>();
  for (let time = 0; time < 100_000; time++)
    nonces.add(sealBytes(m1.key, Buffer.alloc(0), []).toString('latin1', 0, NONCE_BYTES));
  expect(nonces.size).toBe(100_000);
});

test('a keyed hash is steady, differs by purpose and key, and is found again after a rotation', () => {
  const written = old.keyedHash('activation-code', 'ABC');
  expect(written).toMatch(/^[\w-]{43}$/);
  expect(old.keyedHash('activation-code', 'ABC')).toBe(written);
  expect(old.keyedHash('place', 'ABC')).not.toBe(written);
  expect(strange.keyedHash('activation-code', 'ABC')).not.toBe(written);
  expect(rotated.keyedHash('activation-code', 'ABC')).not.toBe(written);
  expect(rotated.keyedHashes('activation-code', 'ABC')).toContain(written);
});

test('a canary tells whether another process has the same keys', () => {
  const canary = sealCanary([m1], 'payload');
  const rings: [KeyRing, string][] = [
    [[m1], 'opens'],
    [[m2, m1], 'opens'],
    [[m2], 'key-unknown'],
    [[{ id: 'm1', key: m2.key }], 'does-not-open'],
  ];
  for (const [ring, outcome] of rings) expect(opensCanary(ring, 'payload', canary)).toBe(outcome);
  expect(opensCanary([m1], 'master', canary)).toBe('does-not-open');
  expect(opensCanary([m1], 'payload', 'nonsense')).toBe('key-unknown');
});
