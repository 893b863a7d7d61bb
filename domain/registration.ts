/**
 * A company's first person asks for access by a web form (WF-01; UM-03, UM-04, CS-05, CS-06): filled in, its mail address
 * confirmed, looked at by staff within so many opening hours, and approved, rejected or referred. A case that waits for
 * the applicant is given up after the days of the policy, with a reminder first. A pending case blocks nobody.
 */
import type { Instant, Zone } from './calendar.ts';
import { endOfDaysAfter } from './calendar.ts';
import type { NextAct } from './next-act.ts';
import type { PeoplePolicy } from './people-policy.ts';

/** The numbers of the policy that a case is bound to. */
export interface RegistrationTerms {
  readonly version: number;
  readonly zone: Zone;
  readonly messageSeconds: number;
  readonly confirmationDays: number;
  readonly abandonedDays: number;
  readonly reminderDays: number;
  readonly reviewHours: number;
  readonly unusedDays: number;
  readonly identityDocument: boolean;
}

export const registrationOutcomes = [
  'granted',
  'rejected',
  'referred',
  'recovery',
  'abandoned',
  'withdrawn',
  'duplicate',
] as const;
/** `recovery`: the company's only administrator is gone; `duplicate`: the same person has a case for this company already. */
export type RegistrationOutcome = (typeof registrationOutcomes)[number];

export interface Registration {
  readonly id: string;
  readonly brand: string;
  /** Once it is approved. */
  readonly companyId: string | null;
  readonly terms: RegistrationTerms;
  readonly version: number;
  /** Since when it waits for the applicant, when it does: his last act on it, or its return. */
  readonly waitingSince: Instant;
  readonly remindedAt: Instant | null;
  readonly submittedAt: Instant | null;
  readonly confirmedAt: Instant | null;
  /** Until when the link that is out confirms the mail address. */
  readonly confirmationEndsAt: Instant | null;
  readonly returnedAt: Instant | null;
  /** With staff since when, and until when they answer; kept when it is returned, for the record. */
  readonly review: {
    readonly since: Instant;
    readonly dueAt: Instant;
    readonly overdueAt: Instant | null;
  } | null;
  readonly approvedAt: Instant | null;
  readonly closed: { readonly outcome: RegistrationOutcome; readonly at: Instant } | null;
  readonly toTell: readonly { readonly key: string }[];
}

export type RegistrationAct = NextAct<
  'expire-confirmation' | 'remind' | 'abandon' | 'report-overdue' | 'undo'
>;

export const registrationStages = [
  'draft',
  'unconfirmed',
  'returned',
  'review',
  'overdue',
  'invited',
  ...registrationOutcomes,
] as const;
/** `unconfirmed`: handed in, its mail address not confirmed; `invited`: approved, the invitation not used yet. */
export type RegistrationStage = (typeof registrationStages)[number];

export function registrationTerms(policy: PeoplePolicy): RegistrationTerms {
  const { version, zone, messageSeconds, registration, invitations } = policy;
  const { confirmationDays, abandonedDays, reminderDays, reviewHours, identityDocument } = registration;
  const { unusedDays } = invitations;
  return {
    ...{ version, zone, messageSeconds, confirmationDays, abandonedDays, reminderDays, reviewHours },
    ...{ unusedDays, identityDocument },
  };
}

export function registrationStage(registration: Registration): RegistrationStage {
  const { closed, approvedAt, returnedAt, submittedAt, confirmedAt, review } = registration;
  if (closed) return closed.outcome;
  if (approvedAt !== null) return 'invited';
  if (returnedAt !== null) return 'returned';
  if (submittedAt === null) return 'draft';
  if (confirmedAt === null) return 'unconfirmed';
  return review?.overdueAt == null ? 'review' : 'overdue';
}

/** Whether staff have it to decide. */
export function isInReview(registration: Registration): boolean {
  return ['review', 'overdue'].includes(registrationStage(registration));
}

/** What happens by itself if nobody does anything more; null while only staff can move it. */
export function planForRegistration(registration: Registration): RegistrationAct | null {
  const { terms, review, approvedAt } = registration;
  switch (registrationStage(registration)) {
    case 'draft':
    case 'unconfirmed':
    case 'returned':
      return nextWhileWaiting(registration);
    case 'review':
      return review && { kind: 'report-overdue', at: review.dueAt };
    case 'invited':
      return approvedAt === null
        ? null
        : { kind: 'undo', at: endOfDaysAfter(approvedAt, terms.unusedDays, terms.zone) };
    default:
      return null;
  }
}

/** When it is given up if its applicant does nothing more. */
export function abandonedAt({ waitingSince, terms }: Registration): Instant {
  return endOfDaysAfter(waitingSince, terms.abandonedDays, terms.zone);
}

/** Of what falls due at one instant the giving up comes last. */
function nextWhileWaiting(registration: Registration): RegistrationAct {
  const { waitingSince, remindedAt, confirmedAt, confirmationEndsAt, terms } = registration;
  const abandonAt = abandonedAt(registration);
  const remindAt = endOfDaysAfter(waitingSince, terms.reminderDays, terms.zone);
  const acts: RegistrationAct[] = [{ kind: 'abandon', at: abandonAt }];
  if (remindedAt === null && remindAt < abandonAt) acts.unshift({ kind: 'remind', at: remindAt });
  if (confirmedAt === null && confirmationEndsAt !== null && confirmationEndsAt < abandonAt)
    acts.unshift({ kind: 'expire-confirmation', at: confirmationEndsAt });
  return acts.reduce((first, act) => (act.at < first.at ? act : first));
}

/** The link that confirms the mail address counts until the end of so many days. */
export function confirmationEnd(at: Instant, { confirmationDays, zone }: RegistrationTerms): Instant {
  return endOfDaysAfter(at, confirmationDays, zone);
}
