/** Between the `registrations` row and the domain's case; what the applicant wrote stays in the row. */
import type { Knex } from 'knex';
import type { OpeningCalendar } from '../domain/opening-hours.ts';
import type { FormAnswers } from '../domain/registration-form.ts';
import type { Registration, RegistrationOutcome } from '../domain/registration.ts';
import { planForRegistration, registrationStage, registrationTerms } from '../domain/registration.ts';
import { fromDb, fromDbOrNull, toDb, toDbOrNull } from './instants.ts';
import { outcomeAt } from './outcome-at.ts';
import { peoplePolicyOf } from './policy-sets.ts';
import { owedMailsOf } from './queries/owed-mails.ts';

export interface RegistrationRow {
  readonly id: string;
  readonly brand_id: string;
  readonly form_id: string;
  readonly policy_set_id: string;
  readonly holder_hash: string;
  readonly language: string;
  readonly answers: string;
  readonly email: string | null;
  /** Since when first and last name are what they are; null: since it was begun. */
  readonly named_at: Date | null;
  readonly enterprise_number: string | null;
  readonly version: number;
  readonly created_at: Date;
  readonly waiting_since_at: Date;
  readonly reminded_at: Date | null;
  readonly submitted_at: Date | null;
  readonly confirmed_at: Date | null;
  readonly confirmation_ends_at: Date | null;
  readonly returned_at: Date | null;
  readonly correction: string | null;
  readonly review_since_at: Date | null;
  readonly review_due_at: Date | null;
  readonly overdue_at: Date | null;
  readonly approved_at: Date | null;
  readonly company_id: string | null;
  readonly user_id: string | null;
  readonly decision_note: string | null;
  readonly outcome: RegistrationOutcome | null;
  readonly closed_at: Date | null;
}

/** What staff asked to have corrected: names of fields, and a sentence of their own. */
export interface Correction {
  readonly fields: readonly string[];
  readonly note: string | null;
}

export async function registrationFrom(knex: Knex, row: RegistrationRow): Promise<Registration> {
  const terms = registrationTerms(await peoplePolicyOf(knex, row.policy_set_id));
  const brand = await knex('brands').where({ id: row.brand_id }).first<{ brand_key: string }>('brand_key');
  const { review_since_at: since, review_due_at: dueAt } = row;
  return {
    id: row.id,
    brand: brand.brand_key,
    companyId: row.company_id,
    terms,
    version: row.version,
    waitingSince: fromDb(row.waiting_since_at),
    remindedAt: fromDbOrNull(row.reminded_at),
    submittedAt: fromDbOrNull(row.submitted_at),
    confirmedAt: fromDbOrNull(row.confirmed_at),
    confirmationEndsAt: fromDbOrNull(row.confirmation_ends_at),
    returnedAt: fromDbOrNull(row.returned_at),
    review:
      since === null || dueAt === null
        ? null
        : { since: fromDb(since), dueAt: fromDb(dueAt), overdueAt: fromDbOrNull(row.overdue_at) },
    approvedAt: fromDbOrNull(row.approved_at),
    closed: outcomeAt(row.outcome, row.closed_at),
    toTell: await owedMailsOf(knex, row.id),
  };
}

/** The columns that change during a case. */
export function registrationColumns(registration: Registration): Record<string, unknown> {
  const { review, closed } = registration;
  const next = planForRegistration(registration);
  return {
    version: registration.version,
    waiting_since_at: toDb(registration.waitingSince),
    reminded_at: toDbOrNull(registration.remindedAt),
    submitted_at: toDbOrNull(registration.submittedAt),
    confirmed_at: toDbOrNull(registration.confirmedAt),
    confirmation_ends_at: toDbOrNull(registration.confirmationEndsAt),
    returned_at: toDbOrNull(registration.returnedAt),
    review_since_at: toDbOrNull(review?.since),
    review_due_at: toDbOrNull(review?.dueAt),
    overdue_at: toDbOrNull(review?.overdueAt),
    approved_at: toDbOrNull(registration.approvedAt),
    company_id: registration.companyId,
    stage: registrationStage(registration),
    next_act_at: toDbOrNull(next?.at),
    outcome: closed?.outcome ?? null,
    closed_at: toDbOrNull(closed?.at),
  };
}

export function answersIn(row: Pick<RegistrationRow, 'answers'>): FormAnswers {
  return JSON.parse(row.answers) as FormAnswers;
}

/** One answer that is a text, or null when it was not given. */
export function answered(answers: FormAnswers, name: string): string | null {
  const answer = answers[name];
  return typeof answer === 'string' ? answer : null;
}

export function correctionIn(row: Pick<RegistrationRow, 'correction'>): Correction | null {
  return row.correction === null ? null : (JSON.parse(row.correction) as Correction);
}

/** When staff of the brand are there: the hours of the pinned policy, the holidays as they are known now. */
export async function openingCalendarOf(
  knex: Knex,
  { brand_id, policy_set_id }: Pick<RegistrationRow, 'brand_id' | 'policy_set_id'>,
): Promise<OpeningCalendar> {
  const { zone, openingHours } = await peoplePolicyOf(knex, policy_set_id);
  const closedDays = (await knex('brand_closed_days').where({ brand_id }).pluck('closed_on')) as string[];
  return { zone, openingHours, closedDays };
}
