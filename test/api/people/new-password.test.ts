import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hash as argon2 } from '@node-rs/argon2';
import { dictionary } from '@zxcvbn-ts/language-common';
import { newPassword } from '../../../api/people/new-password.ts';
import type { PasswordTerms } from '../../../db/queries/password-terms.ts';
import { passwordTermsOf } from '../../../db/queries/password-terms.ts';
import { decidedPeoplePolicy } from '../../../domain/people-policy.ts';
import type { Refused } from '../../../domain/verdict.ts';
import { isKnownPassword } from '../../../platform/known-passwords.ts';
import { cheapPasswords } from '../../support/fixtures.ts';
import { bearer, ownApi, password } from '../own-api.ts';
import type { OwnApi } from '../own-api.ts';

const deps = { passwords: cheapPasswords };
const nist: PasswordTerms = {
  policies: ['nist'],
  hasSecondFactor: false,
  names: [
    'an.peeters',
    'an.peeters@bakkerij-peeters.example',
    'An Peeters',
    'Bakkerij Peeters',
    'Poste Demo',
  ],
};
const legacy: PasswordTerms = { ...nist, policies: ['legacy-s0'] };
const both: PasswordTerms = { ...nist, policies: ['legacy-s0', 'nist'] };
const withFactor: PasswordTerms = { ...nist, hasSecondFactor: true };

const answer = (typed: string, terms: PasswordTerms) =>
  newPassword(deps, typed, terms).then(
    () => 'taken',
    (error: unknown) => (error as Refused).refusal.reason,
  );

test.each<[string, string, PasswordTerms, string]>([
  ['15 characters', 'kwiek paard nu!', nist, 'taken'],
  ['14 characters', 'kwiek paard nu', nist, 'password.too-short'],
  ['8 with a second factor', 'kwiekprd', withFactor, 'taken'],
  ['7 with a second factor', 'kwiekpr', withFactor, 'password.too-short'],
  ['64 characters', 'een lange zin '.repeat(5).slice(0, 64), nist, 'taken'],
  ['256 characters', `begin ${'zo gaat het maar door '.repeat(12)}`.slice(0, 256), nist, 'taken'],
  ['257 characters', `begin ${'zo gaat het maar door '.repeat(12)}`.slice(0, 257), nist, 'password.too-long'],
  ['only lower case', 'enkel kleine letters', nist, 'taken'],
  ['only digits', '730194628510374', nist, 'taken'],
  ['emoji count as one each', '🐎🐎🐕🐈🐁🐂🐃🐄🐅🐆🐇🐉🐊🐋', nist, 'password.too-short'],
  ['7 under the named legacy policy', 'Abcdefg', legacy, 'taken'],
  ['6 under the named legacy policy', 'Abcdef', legacy, 'password.too-short'],
  ['no upper case under the legacy policy', 'abcdefgh', legacy, 'password.needs-both-cases'],
  ['who belongs to two brands satisfies both', 'Abcdefg', both, 'password.too-short'],
  ['and not only the other', 'kwiek paard nu!', both, 'password.needs-both-cases'],
])('[check 21] length and kinds of letters: %s: %s', async (_words, typed, terms, expected) => {
  expect(await answer(typed, terms)).toBe(expected);
});

test.each<[string, string, PasswordTerms, string]>([
  ['one of the first of every list', 'password', withFactor, 'password.common'],
  ['in capitals', 'PASSWORD1', withFactor, 'password.common'],
  ['a listed one twice', 'passwordpassword', nist, 'password.common'],
  ['a listed one in wide letters', 'ｐａｓｓｗｏｒｄ', withFactor, 'password.common'],
  ['one letter again and again', 'aaaaaaaaaaaaaaaa', nist, 'password.common'],
  ['the keys in a row', '123456789123456789', nist, 'password.common'],
  ['the person', 'an.peeters.2027!', nist, 'password.names-somebody'],
  ['the company', 'BakkerijPeeters1', nist, 'password.names-somebody'],
  ['the product', 'Mailroom-mailroom', nist, 'password.names-somebody'],
  ['the brand', 'demodemoPoste 12', nist, 'password.names-somebody'],
  ['a name with enough of its own', 'peeters bakt elke ochtend taart', nist, 'taken'],
])('[check 22] no password is known or made of names: %s: %s', async (_words, typed, terms, expected) => {
  expect(await answer(typed, terms)).toBe(expected);
});

test('[check 22] not one of the 3,000 that guessers try first is taken, whatever its case, once or twice over', async () => {
  const first = dictionary['passwords-common'].slice(0, 3_000);
  expect(first).toHaveLength(3_000);
  const known = first.flatMap((word) => [word, word.toUpperCase(), word + word]).filter(isKnownPassword);
  expect(known).toHaveLength(9_000);
  const long = first.filter((word) => word.length >= 8);
  expect(long.length).toBeGreaterThan(300);
  expect(new Set(await Promise.all(long.map((word) => answer(word, withFactor))))).toEqual(
    new Set(['password.common']),
  );
});

test('[check 21] a brand that says nothing has the default policy, not the legacy one', () => {
  expect(decidedPeoplePolicy.password).toBe('nist');
});

test('[check 23] a password is taken as typed: spaces, a null byte, capitals; é in one form', async () => {
  for (const typed of ['  spaces around it  ', 'NUL\u0000 in the middle', 'CAPITALS and Not so']) {
    const { hash: stored } = await newPassword(deps, typed, nist);
    expect(await cheapPasswords.verify(stored, typed)).toBe(true);
    expect(await cheapPasswords.verify(stored, typed.trim().toLowerCase())).toBe(false);
  }
  const { hash: stored } = await newPassword(deps, 'een caf\u00e9 om de hoek', nist);
  expect(await cheapPasswords.verify(stored, 'een cafe\u0301 om de hoek')).toBe(true);
});

describe('of a person', () => {
  let api: OwnApi;
  beforeAll(async () => {
    api = await ownApi();
    await api.knex('policy_sets').insert({
      id: '0193b0a1-7c1e-7d3a-9f52-3f6a1c2b4d5e',
      brand_id: api.people.brand,
      version: 1,
      policy: '{}',
      people: JSON.stringify({ password: 'legacy-s0' }),
      effective_from_at: new Date('2027-01-01'),
    });
  });
  afterAll(() => api.close());

  test('[check 22] the policies of his brands hold, with the names around him; staff fall under the default, with every brand of the operator', async () => {
    const terms = (userId: string) => passwordTermsOf(api.knex, userId, '2027-02-02T14:00:00.000Z');
    expect(await terms(api.people.an)).toEqual({
      policies: ['legacy-s0'],
      hasSecondFactor: false,
      names: ['an', 'an@example.com', 'an Canaryname', 'Bakkerij', 'Demo'],
    });
    const olga = await terms(api.people.olga);
    expect([olga.policies, olga.names]).toEqual([
      ['nist'],
      ['olga', 'olga@example.com', 'olga Canaryname', 'Demo'],
    ]);
  });

  test('[check 27] a hash at a lower cost is made anew at the next log-in, and nothing else changes', async () => {
    const weak = await argon2(password, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
    const an = api.knex('users').where({ id: api.people.an });
    await an.clone().update({ password_hash: weak });
    const logIn = () => api.http.post('/v1/sessions').send({ username: 'an', password, mode: 'bearer' });
    const { body } = await logIn();
    const row = await an.clone().first();
    expect(row.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(row.credential_version).toBe(1);
    expect((await api.http.get('/v1/me').set(bearer(body.token))).status).toBe(200);
    expect((await logIn()).status).toBe(201);
    expect((await an.clone().first()).password_hash).toBe(row.password_hash);
  });
});
