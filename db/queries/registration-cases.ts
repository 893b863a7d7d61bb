/** Registrations: from which lives start, what the holder of a form key sees, and the work list of staff (WF-01). */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { OpeningCalendar } from '../../domain/opening-hours.ts';
import type { FormAnswers } from '../../domain/registration-form.ts';
import type { Registration, RegistrationStage } from '../../domain/registration.ts';
import { fromDb, toDb } from '../instants.ts';
import type { Correction, RegistrationRow } from '../registration-row.ts';
import { answersIn, correctionIn, openingCalendarOf, registrationFrom } from '../registration-row.ts';
import { companyOfCase } from './company-administration.ts';
import type { FoundForm } from './registration-forms.ts';
import { formById } from './registration-forms.ts';

export async function registrationToStart(knex: Knex, id: string): Promise<Registration | null> {
  const row = await knex('registrations').where({ id }).first<RegistrationRow | undefined>();
  return row === undefined ? null : registrationFrom(knex, row);
}

/** Open cases around a company: of its enterprise number, or approved for it. */
export async function openRegistrationsOf(knex: Knex, companyId: string): Promise<readonly string[]> {
  const company = await knex('companies')
    .where({ id: companyId })
    .first<{ brand_id: string; enterprise_number: string | null } | undefined>(
      'brand_id',
      'enterprise_number',
    );
  if (company === undefined) return [];
  return knex('registrations')
    .whereNull('closed_at')
    .where((either) => {
      either.where({ company_id: companyId });
      if (company.enterprise_number !== null) either.orWhere(company);
    })
    .orderBy('id')
    .pluck('id');
}

/** A case as its applicant knows it. */
export interface HeldRegistration {
  readonly registration: Registration;
  readonly holderHash: string;
  readonly createdAt: Instant;
  readonly language: string;
  readonly answers: FormAnswers;
  readonly correction: Correction | null;
  /** What staff wrote with a rejection. */
  readonly note: string | null;
  readonly form: FoundForm;
  readonly userId: string | null;
}

export async function heldRegistration(knex: Knex, id: string): Promise<HeldRegistration | null> {
  const row = await knex('registrations').where({ id }).first<RegistrationRow | undefined>();
  return row === undefined ? null : heldFrom(knex, row);
}

async function heldFrom(knex: Knex, row: RegistrationRow): Promise<HeldRegistration> {
  return {
    registration: await registrationFrom(knex, row),
    holderHash: row.holder_hash,
    createdAt: fromDb(row.created_at),
    language: row.language,
    answers: answersIn(row),
    correction: row.returned_at === null ? null : correctionIn(row),
    note: row.outcome === 'rejected' ? row.decision_note : null,
    form: await formById(knex, row.form_id),
    userId: row.user_id,
  };
}

/** A case as staff see it: with what its enterprise number leads to. */
export interface RegistrationCase extends HeldRegistration {
  readonly calendar: OpeningCalendar;
  /** Other cases of the number. */
  readonly linked: readonly { readonly id: string; readonly stage: RegistrationStage }[];
  readonly company: {
    readonly id: string;
    readonly administrators: number;
    readonly hasInvited: boolean;
  } | null;
}

export async function registrationCase(knex: Knex, id: string): Promise<RegistrationCase | null> {
  const row = await knex('registrations').where({ id }).first<RegistrationRow | undefined>();
  if (row === undefined) return null;
  const { brand_id, enterprise_number } = row;
  return {
    ...(await heldFrom(knex, row)),
    calendar: await openingCalendarOf(knex, row),
    linked:
      enterprise_number === null
        ? []
        : await knex('registrations')
            .where({ brand_id, enterprise_number })
            .whereNot({ id })
            .orderBy('id')
            .select('id', 'stage'),
    company: await companyOf(knex, row),
  };
}

async function companyOf(knex: Knex, row: RegistrationRow): Promise<RegistrationCase['company']> {
  const found = await companyOfCase(knex, row);
  if (found === null) return null;
  const { id, activeAdministrators, hasInvited } = found;
  return { id, administrators: activeAdministrators.length, hasInvited };
}

export interface WorkFilter {
  readonly stages: readonly RegistrationStage[];
  readonly limit: number;
  readonly after: readonly [dueAt: string, id: string] | null;
}

/** Far from now: what has no due date comes last. */
export const noDueAt = '9999-12-31T00:00:00.000Z';

/** By the instant until which staff answer, what is overdue first; what waits for its applicant comes last. */
export async function registrationCases(
  knex: Knex,
  { stages, limit, after }: WorkFilter,
): Promise<readonly RegistrationCase[]> {
  const due = "COALESCE(review_due_at, CAST('9999-12-31' AS DATETIME(6)))";
  const ids = (await knex('registrations')
    .whereIn('stage', [...stages])
    .modify((query) => {
      if (after !== null)
        void query.whereRaw(`(${due}, id) > (CAST(? AS DATETIME(6)), ?)`, [toDb(after[0]), after[1]]);
    })
    .orderByRaw(`${due}, id`)
    .limit(limit)
    .pluck('id')) as string[];
  const cases = await Promise.all(ids.map((id) => registrationCase(knex, id)));
  return cases.filter((each) => each !== null);
}
