/** Which passwords are accepted (X-04, UM-22; NIST SP 800-63B-4 section 3.1.1; quality checks 21 to 23). */
import { folded } from './folded.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseValue } from './verdict.ts';

export const passwordPolicyNames = ['nist', 'legacy-s0'] as const;
export type PasswordPolicyName = (typeof passwordPolicyNames)[number];

interface PasswordPolicy {
  readonly minLength: number;
  /** For who proves himself with a second factor as well. */
  readonly minLengthWithFactor: number;
  /** At least one lower-case and one upper-case letter. */
  readonly needsBothCases: boolean;
  readonly usesBlockList: boolean;
}

/** `nist`: length and a block list, no composition. `legacy-s0`: what the business portal of the sources asked for. */
const passwordPolicies: Readonly<Record<PasswordPolicyName, PasswordPolicy>> = {
  nist: { minLength: 15, minLengthWithFactor: 8, needsBothCases: false, usesBlockList: true },
  'legacy-s0': { minLength: 7, minLengthWithFactor: 7, needsBothCases: true, usesBlockList: false },
};

/** Longer than anybody types, short enough to hash at once. */
const longestPassword = 256;

export interface PasswordQuestion {
  readonly password: string;
  readonly policy: PasswordPolicyName;
  readonly hasSecondFactor: boolean;
  /** Whether a list of known passwords holds it; asked for by policy. */
  readonly isListed: boolean;
  /** Names that a guesser tries first: of the product, the operator, the company and the person. */
  readonly names: readonly string[];
}

/**
 * The password as it was typed, in NFKC; characters are code points. Refuses `password.too-short`,
 * `password.too-long`, `password.needs-both-cases`, `password.common`, `password.names-somebody`.
 */
export function checkPassword(question: PasswordQuestion): Verdict {
  const { policy: name, hasSecondFactor, isListed, names } = question;
  const policy = passwordPolicies[name];
  const password = sameForm(question.password);
  const length = lengthOf(password);
  const minLength = hasSecondFactor ? policy.minLengthWithFactor : policy.minLength;
  const field = 'password';
  return firstRefusal(
    length < minLength ? refuseValue('password.too-short', { field, minLength }) : allow,
    length > longestPassword
      ? refuseValue('password.too-long', { field, maxLength: longestPassword })
      : allow,
    policy.needsBothCases && !(/\p{Ll}/u.test(password) && /\p{Lu}/u.test(password))
      ? refuseValue('password.needs-both-cases', { field })
      : allow,
    policy.usesBlockList && isListed ? refuseValue('password.common', { field }) : allow,
    policy.usesBlockList && isMadeOfNames(password, names)
      ? refuseValue('password.names-somebody', { field })
      : allow,
  );
}

/** Whether the password is shorter than one of the policies allows to who has no second factor. */
export function needsFactor(password: string, policies: readonly PasswordPolicyName[]): boolean {
  return policies.some((name) => lengthOf(password) < passwordPolicies[name].minLength);
}

/** A short password and the factor that allows it: asked again when either changes. Refuses `password.too-short`. */
export function checkShortPassword(isShort: boolean, hasSecondFactor: boolean): Verdict {
  return isShort && !hasSecondFactor ? refuseValue('password.too-short', { field: 'password' }) : allow;
}

/** Keyboards differ in how they write é; NIST SP 800-63B asks for one form, and for nothing else to be changed. */
export function sameForm(password: string): string {
  return password.normalize('NFKC');
}

function lengthOf(password: string): number {
  return Array.from(sameForm(password)).length;
}

/** Letters and digits that remain once the names are taken out: fewer than this are no secret. */
const leastOwnCharacters = 8;

function isMadeOfNames(password: string, names: readonly string[]): boolean {
  const bare = (text: string) => folded(text).replace(/[^\p{L}\p{N}]/gu, '');
  const left = names
    .flatMap((name) => [name, ...name.split(/[\s@._-]+/)])
    .map(bare)
    .filter((name) => name.length >= 4)
    .sort((a, b) => b.length - a.length)
    .reduce((text, name) => text.replaceAll(name, ''), bare(password));
  return left !== bare(password) && left.length < leastOwnCharacters;
}
