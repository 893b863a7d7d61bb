/** Steps that several commands of a registration share: whole answers, into the hands of staff, on to somebody else. */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { isSameMailbox } from '../../domain/mailbox.ts';
import { addOpeningHours } from '../../domain/opening-hours.ts';
import type { FormAnswers } from '../../domain/registration-form.ts';
import { answerFaults, consentField, keptAnswers } from '../../domain/registration-form.ts';
import { close } from '../../domain/registration-commands.ts';
import type { Registration } from '../../domain/registration.ts';
import { isInReview } from '../../domain/registration.ts';
import { Refused, refuseValue } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import type { KnownCompany } from '../queries/company-administration.ts';
import { formById } from '../queries/registration-forms.ts';
import { answersIn, openingCalendarOf } from '../registration-row.ts';
import type { DecidedRegistration, RegistrationWork } from './command-registration.ts';
import { lockCasesOf } from './find-applicants.ts';
import { proposeApplicant } from './propose-applicant.ts';
import type { LockedRegistration } from './write-registration.ts';

/**
 * To the administrator there is, who hears of it only with the applicant's consent: at once, or, while the first one is
 * still invited, when he accepts (`tellOfApplicants`). Without any the company is on the way back to one by the
 * recovery route (decided.md, People), with the applicant proposed. The applicant never hears who administers.
 */
export async function referred(
  trx: Knex.Transaction,
  { registration, row }: LockedRegistration,
  company: KnownCompany,
  at: Instant,
): Promise<DecidedRegistration> {
  const isAdministered = company.activeAdministrators.length > 0;
  const known = { ...registration, companyId: company.id };
  if (!isAdministered && !company.hasInvited) {
    const isProposed = await proposeApplicant(trx, row, company.id, at);
    const mails = [isProposed ? 'registration-recovery-begun' : 'registration-recovery'];
    return {
      registration: close(known, 'recovery', at),
      mails,
      facts: { administratorProposed: isProposed },
    };
  }
  const isTold = isAdministered && isConsented(row);
  return {
    registration: close(known, 'referred', at),
    mails: ['registration-referred', ...(isTold ? ['registration-applicant'] : [])],
    facts: { administratorTold: isTold },
    ...(isTold && { columns: { administrator_told_at: toDb(at) } }),
  };
}

/** Whether the applicant agreed in the form that the administrator of his company hears of him. */
export function isConsented(row: Pick<LockedRegistration['row'], 'answers'>): boolean {
  return answersIn(row)[consentField] === true;
}

/** The answers as they will stand; refused when they are not what the form asks for. */
export async function wholeAnswers(
  trx: Knex.Transaction,
  { row }: LockedRegistration,
  answers: FormAnswers,
  whole: boolean,
): Promise<FormAnswers> {
  const { form } = await formById(trx, row.form_id);
  const fields = [...new Set(answerFaults(form, answers, { whole }).map(({ field }) => field))];
  if (fields.length > 0) throw new Refused(refuseValue('registration.incomplete', { fields }));
  return keptAnswers(form, answers);
}

/** Until when staff answer what reaches them now. */
export async function dueAt({ trx, locked, at }: RegistrationWork): Promise<Instant> {
  const { reviewHours } = locked.registration.terms;
  return addOpeningHours(at, reviewHours, await openingCalendarOf(trx, locked.row));
}

/**
 * Into the hands of staff, when that is where it now is. The same person has one case a company; that there is another
 * case or a company is said by mail alone, to the address that has been confirmed (decided.md, Registration).
 */
export async function enteringReview(
  { trx, locked, known, at }: RegistrationWork,
  registration: Registration,
): Promise<DecidedRegistration> {
  const { row } = locked;
  if (!isInReview(registration) || registration.review === null) return { registration };
  const others = (await lockCasesOf(trx, row)).filter(
    ({ id, stage }) => id !== row.id && ['review', 'overdue', 'invited'].includes(stage),
  );
  if (others.some(({ email }) => isSameMailbox(email, row.email)))
    return { registration: close(registration, 'duplicate', at), mails: ['registration-duplicate'] };
  const { reviewHours, zone, version } = registration.terms;
  const isKnown = known !== null || others.length > 0;
  return {
    registration,
    mails: [isKnown ? 'registration-known' : 'registration-received'],
    facts: { dueAt: registration.review.dueAt },
    columns: {
      review_rule: `UM-25: ${String(reviewHours)} opening hours, ${zone}, policy ${String(version)}`,
    },
  };
}
