import type { HeldRegistration, RegistrationCase } from '../../db/queries/registration-cases.ts';
import { endOfDaysAfter, localTimeOf } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { IdentityCheck } from '../../domain/identity-check.ts';
import { identityStage } from '../../domain/identity-check.ts';
import { openingHoursBetween } from '../../domain/opening-hours.ts';
import type { Registration } from '../../domain/registration.ts';
import { isInReview, registrationStage } from '../../domain/registration.ts';
import type { Language } from '../../texts/languages.ts';
import { sayFirst } from '../../texts/languages.ts';
import type { HeldStage } from '../../texts/registrations.ts';
import { heldStageText } from '../../texts/registrations.ts';

/** As its applicant sees it: that a company or another case is there is never said here (decided.md, Registration). */
export function presentHeld(held: HeldRegistration, identity: IdentityCheck | null, language: Language) {
  const { registration, form, answers, correction, note } = held;
  const stage = heldStage(registration);
  const isWaiting = ['draft', 'unconfirmed', 'returned'].includes(stage);
  const { waitingSince, terms, confirmedAt, confirmationEndsAt } = registration;
  return {
    id: registration.id,
    form: form.key,
    stage,
    text: heldStageText(stage, language),
    language: held.language,
    answers,
    isEmailConfirmed: confirmedAt !== null,
    confirmationEndsAt: confirmedAt === null && !registration.closed ? confirmationEndsAt : null,
    correction: stage === 'returned' ? correction : null,
    review: presentReview(registration),
    identityDocument: {
      isAsked: terms.identityDocument,
      state: identity === null ? null : identityStage(identity),
    },
    closesAt: isWaiting ? endOfDaysAfter(waitingSince, terms.abandonedDays, terms.zone) : null,
    note,
    closedAt: registration.closed?.at ?? null,
  };
}

function heldStage(registration: Registration): HeldStage {
  const stage = registrationStage(registration);
  if (stage === 'overdue') return 'review';
  if (stage === 'invited') return 'approved';
  return ['referred', 'recovery', 'duplicate'].includes(stage) ? 'answered' : (stage as HeldStage);
}

function presentReview(registration: Registration) {
  const { review, terms } = registration;
  if (review === null || !isInReview(registration)) return null;
  const { since, dueAt } = review;
  return { since, dueAt, localDueAt: localTimeOf(dueAt, terms.zone), zone: terms.zone };
}

/** As staff see it: whole, with what its enterprise number leads to. */
export function presentCase(
  found: RegistrationCase,
  identity: IdentityCheck | null,
  at: Instant,
  language: Language,
) {
  const { registration, form, answers } = found;
  const { review, terms } = registration;
  const isHeld = isInReview(registration) && review !== null;
  return {
    id: registration.id,
    brand: registration.brand,
    form: form.key,
    stage: registrationStage(registration),
    language: found.language,
    begunAt: found.createdAt,
    isEmailConfirmed: registration.confirmedAt !== null,
    review: presentReview(registration),
    isOverdue: isHeld && review.dueAt < at,
    openingHoursLeft: isHeld ? rounded(openingHoursBetween(at, review.dueAt, found.calendar)) : null,
    answers: form.form.fields.map(({ name, label }) => ({
      name,
      label: sayFirst(label, language),
      answer: answers[name] ?? null,
    })),
    company: found.company,
    linked: found.linked,
    identity: {
      isAsked: terms.identityDocument,
      state: identity === null ? null : identityStage(identity),
      dueAt: identity === null || identity.closed ? null : identity.dueAt,
    },
    closedAt: registration.closed?.at ?? null,
  };
}

const rounded = (count: number) => Math.round(count * 100) / 100;
