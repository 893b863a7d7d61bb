/**
 * An account in three phases (WF-31; UP-05 to UP-07): the code; company name and mail address; the mailed link and a
 * password. While it is open it holds the code. Begun again with the same code it takes the place of the one before, whose
 * link is dead: a mistyped address burns no code.
 */
import type { Instant, Zone } from './calendar.ts';
import { hours, plusMilliseconds } from './calendar.ts';
import type { DocumentPolicy } from './document-policy.ts';
import { enterpriseNumberExamples, enterpriseNumberOf } from './enterprise-number.ts';
import type { NextAct } from './next-act.ts';
import { linkDead } from './one-time-link.ts';
import { checkUsername } from './user.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseState, refuseValue } from './verdict.ts';

export interface SignUpTerms {
  readonly version: number;
  readonly zone: Zone;
  readonly messageSeconds: number;
  readonly linkHours: number;
}

/** `active`: there is an account; `restarted`: begun again; `lost`: the code was used, replaced or taken back meanwhile. */
export const signUpOutcomes = ['active', 'abandoned', 'restarted', 'lost'] as const;
export type SignUpOutcome = (typeof signUpOutcomes)[number];

export interface SignUp {
  readonly id: string;
  readonly brand: string;
  readonly codeId: string;
  readonly terms: SignUpTerms;
  readonly version: number;
  readonly begunAt: Instant;
  /** Until when the mailed link works, and the code is held. */
  readonly endsAt: Instant;
  readonly closed: { readonly outcome: SignUpOutcome; readonly at: Instant } | null;
}

export type SignUpAct = NextAct<'abandon'>;

export function signUpTerms({ version, zone, messageSeconds, signUp }: DocumentPolicy): SignUpTerms {
  return { version, zone, messageSeconds, linkHours: signUp.linkHours };
}

/** The hours of the policy, but not beyond the days of the code: it never works outside them. */
export function signUpEndsAt(at: Instant, { linkHours }: SignUpTerms, codeEndsAt: Instant): Instant {
  const end = plusMilliseconds(at, hours(linkHours));
  return end < codeEndsAt ? end : codeEndsAt;
}

export function planForSignUp({ closed, endsAt }: SignUp): SignUpAct | null {
  return closed === null ? { kind: 'abandon', at: endsAt } : null;
}

/** The last instant still counts; afterwards the link is as dead as any other. */
export function checkComplete({ closed, endsAt }: SignUp, at: Instant): Verdict {
  return closed === null && at <= endsAt ? allow : linkDead;
}

export function closeSignUp(signUp: SignUp, outcome: SignUpOutcome, at: Instant): SignUp {
  return { ...signUp, version: signUp.version + 1, closed: { outcome, at } };
}

export function signUpStage({ closed }: SignUp): 'mailed' | SignUpOutcome {
  return closed?.outcome ?? 'mailed';
}

/** Whom the account is for, and what he logs in with (UP-06, UP-07). */
export interface Identity {
  readonly kind: 'b2b' | 'b2c';
  readonly username: string;
}

/** A known enterprise number makes an account of a business; else the identification from abroad, or the mail address. */
export function identityOf(said: {
  readonly enterpriseNumber: string | null;
  readonly identification: string | null;
  readonly email: string;
}): Identity {
  if (said.enterpriseNumber !== null) return { kind: 'b2b', username: said.enterpriseNumber };
  return { kind: 'b2c', username: said.identification ?? said.email };
}

/**
 * An identification from abroad becomes the username: nobody takes by it the address or the enterprise number of somebody else
 * (UP-06), in whatever letters that look the same. `among`: countries whose numbers are given as numbers. Refuses
 * `user.username-is-address`, `sign-up.identification-is-number`.
 */
export function checkIdentification(
  { identification, email }: { readonly identification: string | null; readonly email: string },
  among: readonly string[],
): Verdict {
  if (identification === null) return allow;
  const folded = identification.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  const isNumber = enterpriseNumberOf(folded, among) !== null;
  const facts = { field: 'identification', examples: enterpriseNumberExamples(among) };
  return firstRefusal(
    checkUsername(folded, email),
    isNumber ? refuseValue('sign-up.identification-is-number', facts) : allow,
  );
}

/** Who has an account goes on as "add the code", after he has logged in. */
export function checkFree(isTaken: boolean): Verdict {
  return isTaken ? refuseState('sign-up.account-exists') : allow;
}

/** The text to which creating the account or adding the code consents: recorded with time and place (UP-11, WF-32). */
export const consentText = 'electronic-documents/1';
