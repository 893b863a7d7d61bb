/** What operations staff read in the Temporal UI about the way from a code to an account. */
import type { SignUp, SignUpAct, SignUpOutcome } from '../domain/sign-up.ts';
import { exactTime } from './formats.ts';

/** The one line in the list of workflows; nothing personal. */
export function signUpSummary({ id }: Pick<SignUp, 'id'>): string {
  return `From a code to an account (${id.slice(-12)})`;
}

export function signUpDetails({ begunAt, terms }: SignUp): string {
  return `Begun ${exactTime(begunAt, terms.zone, 'en')}, under policy version ${String(terms.version)}.`;
}

const acts: Readonly<Record<SignUpAct['kind'], string>> = { abandon: 'End of the link' };

export function signUpActName(kind: SignUpAct['kind']): string {
  return acts[kind];
}

const outcomes: Readonly<Record<SignUpOutcome, string>> = {
  active: 'There is an account',
  abandoned: 'Nobody used the link in time; the code is free again',
  restarted: 'Begun again with the same code',
  lost: 'The code went another way',
};

/** `Waiting for the mailed link to be used until …; it holds the code, which is free again then.` */
export function signUpStanding({ closed, endsAt, terms }: SignUp): string {
  const at = (instant: string) => exactTime(instant, terms.zone, 'en');
  if (closed) return `${outcomes[closed.outcome]}: ${at(closed.at)}.`;
  return `Waiting for the mailed link to be used until ${at(endsAt)}; it holds the code, which is free again then.`;
}
