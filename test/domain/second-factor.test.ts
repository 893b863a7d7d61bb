import { checkShortPassword, needsFactor } from '../../domain/password.ts';
import type { PasswordPolicyName } from '../../domain/password.ts';
import { checkLastFactorRemoval, factorNeed } from '../../domain/second-factor.ts';
import { reasonOf } from '../support/outcome.ts';

test.each<[string, string, PasswordPolicyName[], boolean]>([
  ['14 characters', 'kwiek paard nu', ['nist'], true],
  ['15 characters', 'kwiek paard nu!', ['nist'], false],
  ['7 under the legacy policy, which knows no difference', 'Abcdefg', ['legacy-s0'], false],
  ['14 where one of two brands wants 15', 'Kwiek paard nu', ['legacy-s0', 'nist'], true],
  ['characters count, not their parts', '🐎🐎🐕🐈🐁🐂🐃🐄🐅🐆🐇🐉🐊🐋🐌', ['nist'], false],
])('[check 21] a password that is good only beside a factor: %s', (_words, password, policies, expected) => {
  expect(needsFactor(password, policies)).toBe(expected);
});

test.each([
  ['short, with a factor', true, true, 'allow'],
  ['short, the factor has gone', true, false, 'password.too-short'],
  ['long, without', false, false, 'allow'],
])('[check 21] set at last: %s', (_words, isShort, hasFactor, expected) => {
  expect(reasonOf(checkShortPassword(isShort, hasFactor))).toBe(expected);
});

test.each([
  ['nobody wants one, the password is long', false, false, 'allow'],
  ['policy wants one', true, false, 'factor.required'],
  ['the password is too short without', false, true, 'factor.password-too-short'],
  ['both: the factor stays whatever the password', true, true, 'factor.required'],
])('[check 21] the last factor is removed: %s', (_words, isRequired, isShort, expected) => {
  expect(reasonOf(checkLastFactorRemoval(isRequired, isShort))).toBe(expected);
});

test.each([
  ['has one', true, true, true, null],
  ['needs none', false, false, false, null],
  ['policy wants one', false, true, false, 'factor'],
  ['policy wants one, and a longer password would not do', false, true, true, 'factor'],
  ['the password is short', false, false, true, 'factor-or-password'],
])('what a session does first: %s', (_words, hasFactor, isWanted, isShort, expected) => {
  expect(factorNeed(hasFactor, isWanted, isShort)).toBe(expected);
});
