/**
 * What proves a person besides his password (quality checks 21, 31, 33): an authenticator app, a passkey, and recovery
 * codes that stand in once for a lost one. A reset of the password never stands in for them.
 */
import type { PeoplePolicy } from './people-policy.ts';
import type { Membership } from './rights.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseState, refuseValue } from './verdict.ts';

export const factorKinds = ['totp', 'passkey'] as const;
export type FactorKind = (typeof factorKinds)[number];

/** So many of one person: more is a mistake or an attack. */
const mostFactors = 10;

/** Codes given at once; each works once. */
export const recoveryCodeCount = 10;

/** Whether the policy of one of his brands wants a second factor of him (check 33). */
export function mustHaveFactor(
  memberships: readonly (Pick<Membership, 'profile'> & { readonly rule: PeoplePolicy['secondFactor'] })[],
): boolean {
  return memberships.some(
    ({ profile, rule }) => rule === 'everybody' || (rule === 'administrators' && profile === 'administrator'),
  );
}

/** Who has a factor proves it wherever he proves who he is (checks 33, 47). Refuses `factor.proof-needed`. */
export function checkProof(hasFactor: boolean, isGiven: boolean): Verdict {
  return hasFactor && !isGiven ? refuseValue('factor.proof-needed', { field: 'proof' }) : allow;
}

/** A code of an app works once: its step of time must be later than the last one used (RFC 6238, 5.2). */
export function isFreshStep(lastStep: number | null, step: number): boolean {
  return lastStep === null || step > lastStep;
}

/** Refuses `factor.too-many`. */
export function checkNewFactor(count: number): Verdict {
  return count < mostFactors ? allow : refuseState('factor.too-many', { most: mostFactors });
}

/**
 * Who must have one keeps one: the new one comes first. A password that is good only beside a factor is changed for a
 * longer one first (check 21). Refuses `factor.required`, `factor.password-too-short`.
 */
export function checkLastFactorRemoval(isRequired: boolean, passwordNeedsFactor: boolean): Verdict {
  return firstRefusal(
    isRequired ? refuseState('factor.required') : allow,
    passwordNeedsFactor ? refuseState('factor.password-too-short', { changeAt: '/v1/me/password' }) : allow,
  );
}

/** What a session does before anything else; `factor-or-password`: a longer password will do as well. */
export type FactorNeed = 'factor' | 'factor-or-password' | null;

/** Of who has no factor: one is wanted by policy, or by a password that is good only beside one (checks 21, 33). */
export function factorNeed(hasFactor: boolean, isWanted: boolean, passwordNeedsFactor: boolean): FactorNeed {
  if (hasFactor) return null;
  if (isWanted) return 'factor';
  return passwordNeedsFactor ? 'factor-or-password' : null;
}

/** As it was written down: without spaces and hyphens, in any case, O for 0 and I or L for 1 (Crockford). */
export function recoveryCodeFrom(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
