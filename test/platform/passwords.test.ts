import { hash } from '@node-rs/argon2';
import { createHashing } from '../../platform/hashing.ts';
import { hashPassword, needsRehash } from '../../platform/passwords.ts';
import { hashToken, newToken } from '../../platform/tokens.ts';
import { effortOfDoing } from '../support/effort.ts';

const hashing = createHashing({ atOnce: 2, waiting: 3 });
const verifyPassword = (stored: string | undefined, password: string) => hashing.verify(stored, password);
afterAll(() => hashing.close());

test('[check 23] a password is verified against its own hash only', async () => {
  const stored = await hashPassword('correct horse battery staple');
  expect(await verifyPassword(stored, 'correct horse battery staple')).toBe(true);
  expect(await verifyPassword(stored, 'correct horse battery stapl')).toBe(false);
  expect(await verifyPassword(await hashPassword('other'), 'correct horse battery staple')).toBe(false);
});

test.each([
  ['behind its 255th sign', 'x'.repeat(255), 'y'],
  ['behind a null byte', 'before\u0000', 'after'],
  ['by spaces around it', ' spaces ', ' '],
])('[check 23] two passwords that differ only %s are two', async (_words, same, more) => {
  const stored = await hashPassword(same + more);
  expect(await verifyPassword(stored, same + more)).toBe(true);
  for (const other of [same, same.trim(), `${same}z`])
    expect(await verifyPassword(stored, other)).toBe(false);
});

test('[check 27] the hash is argon2id at 19 MiB, two passes, one lane, with a salt of its own', async () => {
  const [one, two] = await Promise.all([hashPassword('same'), hashPassword('same')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(two);
  expect(await hashing.hash('same')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(needsRehash(one)).toBe(false);
});

test('[check 27] a hash at another cost still verifies and asks to be made anew', async () => {
  const weaker = await hash('same', { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  expect(await verifyPassword(weaker, 'same')).toBe(true);
  expect(needsRehash(weaker)).toBe(true);
});

test('[check 23] é typed as one sign or as two is the same password', async () => {
  expect(await verifyPassword(await hashPassword('caf\u00e9'), 'cafe\u0301')).toBe(true);
});

test('[check 28] an unknown user is refused after the same work', async () => {
  const stored = await hashPassword('x');
  const refused = (of: string | undefined) => async () =>
    expect(await verifyPassword(of, 'not the password')).toBe(false);
  const ratio = (await effortOfDoing(refused(undefined))) / (await effortOfDoing(refused(stored)));
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});

test('so many hashes at once, so many waiting, and one more is told so; later ones find a turn', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => hashing.hash('x')));
  expect(outcomes.map(({ status }) => status)).toEqual([...Array<string>(5).fill('fulfilled'), 'rejected']);
  expect(outcomes[5]).toMatchObject({ reason: { name: 'HashingBusy' } });
  expect(await hashing.verify(await hashing.hash('x'), 'x')).toBe(true);
});

test('a hash that fails gives its turn on', async () => {
  for (let count = 0; count < 3; count += 1) await expect(verifyPassword('no hash', 'x')).rejects.toThrow();
  expect(await verifyPassword(undefined, 'x')).toBe(false);
});

test('[check 35] tokens are 256 bits, never twice, and stored as a hash', () => {
  const tokens = Array.from({ length: 1000 }, newToken);
  expect(new Set(tokens).size).toBe(1000);
  for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
