/**
 * A company's first person asks for access by a web form (WF-01; UM-03, UM-04, CS-05, CS-06): filled in, its mail address
 * confirmed, looked at by staff within so many opening hours, and approved, rejected or referred. A case that waits for
 * the applicant is given up after the days of the policy, with a reminder first. A pending case blocks nobody.
 */
import type { Instant, Zone } from './calendar.ts';
import { endOfDaysAfter } from './calendar.ts';
import { linkDead } from './one-time-link.ts';
import type { PeoplePolicy } from './people-policy.ts';
import type { Refusal, Verdict } from './verdict.ts';
import { allow, refuseState } from './verdict.ts';

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

export interface RegistrationAct {
  readonly kind: 'expire-confirmation' | 'remind' | 'abandon' | 'report-overdue' | 'undo';
  readonly at: Instant;
}

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

/** Of what falls due at one instant the giving up comes last. */
function nextWhileWaiting(registration: Registration): RegistrationAct {
  const { waitingSince, remindedAt, confirmedAt, confirmationEndsAt, terms } = registration;
  const abandonAt = endOfDaysAfter(waitingSince, terms.abandonedDays, terms.zone);
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

/** Why staff cannot decide about the case: who withdrew it, never confirmed it or has it back. */
export function checkReview(registration: Registration): Verdict {
  switch (registrationStage(registration)) {
    case 'review':
    case 'overdue':
      return allow;
    case 'unconfirmed':
      return refuseState('registration.unconfirmed');
    case 'draft':
    case 'returned':
      return refuseState('registration.not-submitted');
    default:
      return over(registration);
  }
}

/** The applicant may change what he wrote until staff have it, and again when it is returned (CS-06). */
export function checkSupplement(registration: Registration): Verdict {
  if (registration.closed || registration.approvedAt !== null) return over(registration);
  return isInReview(registration) ? refuseState('registration.in-review') : allow;
}

export function checkSubmit(registration: Registration): Verdict {
  const open = checkSupplement(registration);
  if (!open.ok) return open;
  return registrationStage(registration) === 'unconfirmed' ? refuseState('registration.submitted') : allow;
}

/** One answer for every link that does not work (check 35). */
export function checkConfirm(registration: Registration): Verdict {
  return registration.closed || registration.confirmedAt !== null ? linkDead : allow;
}

export function checkResendConfirmation(registration: Registration): Verdict {
  if (registration.closed) return over(registration);
  return registration.confirmedAt === null ? allow : refuseState('registration.confirmed');
}

/** Until it is approved; afterwards there is a company, and its users are administered. */
export function checkWithdraw(registration: Registration): Verdict {
  return registration.closed || registration.approvedAt !== null ? over(registration) : allow;
}

export function checkResendInvitation(registration: Registration): Verdict {
  if (registration.closed) return over(registration);
  return registration.approvedAt === null ? refuseState('registration.not-approved') : allow;
}

/** Not how it ended: what there is to say about companies goes by mail alone (decided.md, Registration). */
function over({ closed }: Registration): Refusal {
  if (closed === null) return refuseState('registration.approved');
  if (closed.outcome === 'withdrawn') return refuseState('registration.withdrawn');
  return refuseState('registration.closed');
}

/** Another mail address has to be confirmed anew; what he writes shows that he has not given up. */
export function supplement(registration: Registration, isOtherAddress: boolean, at: Instant): Registration {
  const { terms, confirmedAt, confirmationEndsAt } = registration;
  return {
    ...next(registration),
    waitingSince: at,
    remindedAt: null,
    confirmedAt: isOtherAddress ? null : confirmedAt,
    confirmationEndsAt: isOtherAddress ? confirmationEnd(at, terms) : confirmationEndsAt,
  };
}

/** Handed in; with staff at once when the mail address is confirmed. `dueAt` is so many opening hours from `at`. */
export function submit(registration: Registration, at: Instant, dueAt: Instant): Registration {
  const handedIn = {
    ...next(registration),
    ...{ submittedAt: at, returnedAt: null, waitingSince: at, remindedAt: null },
  };
  return registration.confirmedAt === null ? handedIn : enterReview(handedIn, at, dueAt);
}

export function confirm(registration: Registration, at: Instant, dueAt: Instant): Registration {
  const confirmed = { ...next(registration), confirmedAt: at, confirmationEndsAt: null };
  return registrationStage(confirmed) === 'review' ? enterReview(confirmed, at, dueAt) : confirmed;
}

function enterReview(registration: Registration, at: Instant, dueAt: Instant): Registration {
  return { ...registration, review: { since: at, dueAt, overdueAt: null } };
}

/** A new link, which kills the one before. */
export function resendConfirmation(registration: Registration, at: Instant): Registration {
  return { ...next(registration), confirmationEndsAt: confirmationEnd(at, registration.terms) };
}

/** Back to the applicant with what is to be corrected; his days count from now. */
export function returnForCorrection(registration: Registration, at: Instant): Registration {
  return { ...next(registration), returnedAt: at, waitingSince: at, remindedAt: null };
}

export function approve(registration: Registration, companyId: string, at: Instant): Registration {
  return { ...next(registration), companyId, approvedAt: at };
}

export function close(registration: Registration, outcome: RegistrationOutcome, at: Instant): Registration {
  return { ...next(registration), closed: { outcome, at } };
}

/** Nothing changes but that somebody asked: the invitation goes out again. */
export function touch(registration: Registration): Registration {
  return next(registration);
}

/** Whether this very act is planned and due: asked again under lock by the change that carries it out. */
export function isRegistrationActDue(
  registration: Registration,
  kind: RegistrationAct['kind'],
  at: Instant,
): boolean {
  const act = planForRegistration(registration);
  return act?.kind === kind && act.at <= at;
}

/** The row after an act that fell due. A reminder to an address that was never confirmed brings a new link. */
export function carryOutRegistration(
  registration: Registration,
  kind: RegistrationAct['kind'],
  at: Instant,
): Registration {
  const { review, confirmedAt, confirmationEndsAt, terms } = registration;
  switch (kind) {
    case 'expire-confirmation':
      return { ...next(registration), confirmationEndsAt: null };
    case 'remind':
      return {
        ...next(registration),
        remindedAt: at,
        confirmationEndsAt: confirmedAt === null ? confirmationEnd(at, terms) : confirmationEndsAt,
      };
    case 'report-overdue':
      return { ...next(registration), review: review && { ...review, overdueAt: at } };
    case 'abandon':
    case 'undo':
      return close(registration, 'abandoned', at);
  }
}

/** What people may ask of a case, each with its check and the event it leaves. */
export const registrationCommands = {
  supplement: { check: checkSupplement, event: 'supplemented' },
  submit: { check: checkSubmit, event: 'submitted' },
  confirmEmail: { check: checkConfirm, event: 'email-confirmed' },
  resendConfirmation: { check: checkResendConfirmation, event: 'confirmation-resent' },
  withdraw: { check: checkWithdraw, event: 'withdrawn' },
  returnForCorrection: { check: checkReview, event: 'returned' },
  approve: { check: checkReview, event: 'approved' },
  reject: { check: checkReview, event: 'rejected' },
  refer: { check: checkReview, event: 'referred' },
  resendInvitation: { check: checkResendInvitation, event: 'invitation-resent' },
} as const;
export type RegistrationCommandName = keyof typeof registrationCommands;

function next(registration: Registration): Registration {
  return { ...registration, version: registration.version + 1 };
}
