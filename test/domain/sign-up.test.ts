/** From a code to an account, by cases (WF-31; UP-05 to UP-07). */
import { expect, test } from '@jest/globals';
import type { SignUp } from '../../domain/sign-up.ts';
import {
  checkComplete,
  checkIdentification,
  closeSignUp,
  identityOf,
  planForSignUp,
  signUpEndsAt,
} from '../../domain/sign-up.ts';
import { reasonOf } from '../support/outcome.ts';

const terms = { version: 1, zone: 'Europe/Brussels', messageSeconds: 60, linkHours: 72 };
const begunAt = '2027-02-02T14:00:00.000Z';
const endsAt = '2027-02-05T14:00:00.000Z';
const open: SignUp = { id: 's', brand: 'b', codeId: 'c', terms, version: 1, begunAt, endsAt, closed: null };

test.each([
  ['72 hours', '2027-05-18T22:00:00.000Z', endsAt],
  ['not beyond the days of the code', '2027-02-03T23:00:00.000Z', '2027-02-03T23:00:00.000Z'],
])('the link lasts %s', (_words, codeEndsAt, expected) => {
  expect(signUpEndsAt(begunAt, terms, codeEndsAt)).toBe(expected);
});

test.each<[string, SignUp, string, boolean]>([
  ['at its last instant', open, endsAt, true],
  ['a millisecond later', open, '2027-02-05T14:00:00.001Z', false],
  ['begun again', closeSignUp(open, 'restarted', begunAt), begunAt, false],
  ['used', closeSignUp(open, 'active', begunAt), begunAt, false],
])('the link %s', (_words, signUp, at, works) => {
  const verdict = checkComplete(signUp, at);
  expect(verdict.ok ? true : verdict.reason).toBe(works ? true : 'link.unusable');
});

test('it gives the code free when its time is over, and then nothing more', () => {
  expect(planForSignUp(open)).toEqual({ kind: 'abandon', at: endsAt });
  expect(planForSignUp(closeSignUp(open, 'abandoned', endsAt))).toBeNull();
});

test.each([
  ['an enterprise number', { enterpriseNumber: 'BE0403170701', identification: null }, 'b2b', 'BE0403170701'],
  ['an identification from abroad', { enterpriseNumber: null, identification: 'CH-1' }, 'b2c', 'CH-1'],
  ['neither', { enterpriseNumber: null, identification: null }, 'b2c', 'a@example.com'],
])('%s', (_words, said, kind, username) => {
  expect(identityOf({ ...said, email: 'a@example.com' })).toEqual({ kind, username });
});

test.each([
  ['none', null, 'allow'],
  ['a number of a register abroad', 'CH-123.456.789', 'allow'],
  ['his own address', 'A@example.com', 'allow'],
  ['somebody else’s address', 'luc@atelier.example', 'user.username-is-address'],
  ['a Belgian number', 'BE 0403.170.701', 'sign-up.identification-is-number'],
  ['one as it is typed at home', '403170701', 'sign-up.identification-is-number'],
  ['one of a neighbour', 'nl004495445b01', 'sign-up.identification-is-number'],
  ['one in other letters of the same look', 'ＢÉ０403170701', 'sign-up.identification-is-number'],
  ['an address in other letters', 'luc＠atelier.example', 'user.username-is-address'],
])('[UP-06] an identification that is %s', (_words, identification, expected) => {
  const verdict = checkIdentification({ identification, email: 'a@example.com' }, [
    'BE',
    'NL',
    'FR',
    'DE',
    'LU',
  ]);
  expect(reasonOf(verdict)).toBe(expected);
});
