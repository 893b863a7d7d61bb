/** What people may ask of a registration, and what falls due in it: each a check, an effect on the row, an event (WF-01). */
import type { Instant } from './calendar.ts';
import { endOfDaysAfter } from './calendar.ts';
import { linkDead } from './one-time-link.ts';
import type { Registration, RegistrationAct, RegistrationOutcome } from './registration.ts';
import { confirmationEnd, isInReview, registrationStage } from './registration.ts';
import type { Refusal, Verdict } from './verdict.ts';
import { allow, refuseState } from './verdict.ts';

/** Why staff cannot decide about the case: who withdrew it, never confirmed it or has it back. */
function checkReview(registration: Registration): Verdict {
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
function checkConfirm(registration: Registration): Verdict {
  return registration.closed || registration.confirmedAt !== null ? linkDead : allow;
}

function checkResendConfirmation(registration: Registration): Verdict {
  if (registration.closed) return over(registration);
  return registration.confirmedAt === null ? allow : refuseState('registration.confirmed');
}

/** Until it is approved; afterwards there is a company, and its users are administered. */
export function checkWithdraw(registration: Registration): Verdict {
  return registration.closed || registration.approvedAt !== null ? over(registration) : allow;
}

function checkResendInvitation(registration: Registration): Verdict {
  if (registration.closed) return over(registration);
  return registration.approvedAt === null ? refuseState('registration.not-approved') : allow;
}

/** The letter appointed the applicant after his case was over; null when it did not. */
export type Appointment = {
  readonly appointedAt: Instant;
  /** Somebody else administers the company by now. */
  readonly isAdministered: boolean;
} | null;

/**
 * Whether its applicant may have the invitation once more: after an approval until that is undone, and appointed by the letter for
 * as many days, while he is still needed (UM-06; decided.md, Registration). Later on it is the company's or staff's to send. That
 * nobody has accepted yet is asked of the invitation.
 */
export function checkInviteApplicant(
  registration: Registration,
  appointment: Appointment,
  at: Instant,
): Verdict {
  if (registration.closed?.outcome !== 'recovery' || appointment === null)
    return checkResendInvitation(registration);
  const isInTime = at <= appointmentEndsAt(appointment.appointedAt, registration.terms);
  return isInTime && !appointment.isAdministered ? allow : over(registration);
}

/** Day N ends at local midnight, as that of an approval; the last instant included. */
function appointmentEndsAt(appointedAt: Instant, { unusedDays, zone }: Registration['terms']): Instant {
  return endOfDaysAfter(appointedAt, unusedDays, zone);
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
