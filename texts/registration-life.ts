/** What operations staff read in the Temporal UI about registrations and identity checks; nothing personal. */
import type { IdentityAct, IdentityCheck, IdentityOutcome } from '../domain/identity-check.ts';
import { identityStage } from '../domain/identity-check.ts';
import type { Registration, RegistrationAct, RegistrationOutcome } from '../domain/registration.ts';
import { abandonedAt, registrationStage } from '../domain/registration.ts';
import { exactTime } from './formats.ts';

export function registrationSummary({ id }: Pick<Registration, 'id'>): string {
  return `Registration by web form (${id.slice(-12)})`;
}

export function registrationDetails({ terms }: Registration): string {
  const { reviewHours, abandonedDays, version } = terms;
  return `Staff answer within ${String(reviewHours)} opening hours; given up after ${String(abandonedDays)} days, by policy version ${String(version)}.`;
}

const actNames: Readonly<Record<RegistrationAct['kind'], string>> = {
  'expire-confirmation': 'End of the link that confirms the address',
  remind: 'Reminder to the applicant',
  abandon: 'The case is given up',
  'report-overdue': 'End of the time in which staff answer',
  undo: 'The invitation was not used: company and user undone, or the user alone',
};

export function registrationActName(kind: RegistrationAct['kind']): string {
  return actNames[kind];
}

const consequences: Readonly<Record<RegistrationAct['kind'], string>> = {
  'expire-confirmation': 'then the link that confirms the address is dead',
  remind: 'then a reminder is sent',
  abandon: 'then the case is given up',
  'report-overdue': 'then it is overdue',
  undo: 'then the user is undone, and the company unless somebody else administers it',
};

const outcomes: Readonly<Record<RegistrationOutcome, string>> = {
  granted: 'Granted: the administrator has accepted',
  rejected: 'Rejected',
  referred: 'Referred to the existing administrator',
  recovery: 'Shown the recovery route: nobody administers the company any more',
  abandoned: 'Given up',
  withdrawn: 'Withdrawn by the applicant',
  duplicate: 'The same person has another case for this company',
};

/** `With staff since …, to be answered until …; then it is overdue.` */
export function registrationStanding(registration: Registration, next: RegistrationAct | null): string {
  const { closed, review, terms, waitingSince } = registration;
  const at = (instant: string) => exactTime(instant, terms.zone, 'en');
  if (closed) return `${outcomes[closed.outcome]}: ${at(closed.at)}.`;
  const then = next === null ? '' : ` ${at(next.at)}: ${consequences[next.kind]}.`;
  const given =
    next?.kind === 'abandon' ? '' : ` Given up ${at(abandonedAt(registration))} if he does nothing.`;
  switch (registrationStage(registration)) {
    case 'draft':
      return `Being filled in since ${at(waitingSince)}.${then}${given}`;
    case 'unconfirmed':
      return `Handed in; the mail address is not confirmed.${then}${given}`;
    case 'returned':
      return `Returned for correction ${at(waitingSince)}.${then}${given}`;
    case 'review':
      return `With staff since ${at(review?.since ?? waitingSince)}; to be answered until ${at(review?.dueAt ?? waitingSince)}; then it is overdue.`;
    case 'overdue':
      return `OVERDUE: with staff since ${at(review?.since ?? waitingSince)}, was to be answered until ${at(review?.dueAt ?? waitingSince)}.`;
    default:
      return `Approved; waiting for the administrator to accept the invitation.${then}`;
  }
}

export function identitySummary({ id }: Pick<IdentityCheck, 'id'>): string {
  return `Identity check (${id.slice(-12)})`;
}

export function identityDetails({ terms, registrationId }: IdentityCheck): string {
  return `For registration/${registrationId}. Looked at within ${String(terms.documentHours)} hours, by policy version ${String(terms.version)}; the picture is destroyed with the result.`;
}

const identityActNames: Readonly<Record<IdentityAct['kind'], string>> = {
  destroy: 'Destruction of the picture',
  expire: 'End of the time for the check',
};

export function identityActName(kind: IdentityAct['kind']): string {
  return identityActNames[kind];
}

const identityOutcomes: Readonly<Record<IdentityOutcome, string>> = {
  passed: 'Passed',
  failed: 'Failed',
  expired: 'Ended without a result',
};

export function identityStanding(check: IdentityCheck): string {
  const at = (instant: string) => exactTime(instant, check.terms.zone, 'en');
  if (check.closed)
    return `${identityOutcomes[check.closed.outcome]}: ${at(check.closed.at)}. The picture is gone.`;
  switch (identityStage(check)) {
    case 'destroying':
      return 'The key of the picture is destroyed; the picture is being removed.';
    case 'awaited':
      return `Waiting for another picture until ${at(check.dueAt)}; then the check ends without a result.`;
    default:
      return `Staff look at it until ${at(check.dueAt)}; then the picture is destroyed without a result.`;
  }
}
