/** What the mails of a registration and of its identity check are made from. */
import type { Knex } from 'knex';
import { endOfDaysAfter } from '../../domain/calendar.ts';
import type { RegistrationRow } from '../registration-row.ts';
import { answered, answersIn, correctionIn, registrationFrom } from '../registration-row.ts';
import { companyOfCase } from './company-administration.ts';
import type { OwedNotice } from './owed-mails.ts';
import type { PersonNotice } from './person-notices.ts';
import { formById } from './registration-forms.ts';

/** A link goes with these; with the reminder only while the address is not confirmed. */
const linked: readonly string[] = ['registration-confirm', 'registration-reminder'];

/** Null when there is nobody to tell. */
export async function registrationNotice(
  knex: Knex,
  id: string,
  { kind }: OwedNotice,
): Promise<PersonNotice | null> {
  const row = await knex('registrations').where({ id }).first<RegistrationRow | undefined>();
  if (row?.email == null) return null;
  const isToOthers = kind === 'registration-applicant';
  const recipients = isToOthers
    ? ((await companyOfCase(knex, row))?.activeAdministrators ?? [])
    : [{ email: row.email, language: row.language }];
  if (recipients.length === 0) return null;
  const isLinked = linked.includes(kind) && row.confirmed_at === null;
  return {
    recipients,
    facts: await factsOf(knex, row, kind),
    link: isLinked ? await linkOf(knex, id) : null,
    isAtMostOnce: kind === 'registration-reminder',
  };
}

export async function identityNotice(knex: Knex, id: string): Promise<PersonNotice | null> {
  const row = await knex('registrations as r')
    .join('identity_checks as c', 'c.registration_id', 'r.id')
    .where('c.id', id)
    .first<RegistrationRow | undefined>('r.*');
  if (row?.email == null) return null;
  return {
    recipients: [{ email: row.email, language: row.language }],
    facts: await factsOf(knex, row, 'identity-document-again'),
    link: null,
    isAtMostOnce: false,
  };
}

async function factsOf(knex: Knex, row: RegistrationRow, kind: string): Promise<PersonNotice['facts']> {
  const { terms, waitingSince, review, confirmationEndsAt } = await registrationFrom(knex, row);
  const { form, brandName } = await formById(knex, row.form_id);
  const correction = correctionIn(row);
  const isReturn = kind === 'registration-returned';
  const labels = form.fields
    .filter(({ name }) => correction?.fields.includes(name))
    .map(({ label }) => label[row.language] ?? label['en'] ?? '');
  return {
    zone: terms.zone,
    brandName,
    ...applicantOf(row),
    endsAt: confirmationEndsAt,
    dueAt: review?.dueAt ?? null,
    abandonAt: endOfDaysAfter(waitingSince, terms.abandonedDays, terms.zone),
    note: isReturn ? (correction?.note ?? null) : row.decision_note,
    lines: isReturn ? labels : [],
  };
}

/** Who asks for which company, in the words of the form: so that its administrator can invite him. */
export function applicantOf(row: Pick<RegistrationRow, 'answers' | 'email'>) {
  const answers = answersIn(row);
  return {
    companyName: answered(answers, 'companyName'),
    applicantName: [answered(answers, 'firstName'), answered(answers, 'lastName')].filter(Boolean).join(' '),
    applicantAddress: row.email,
  };
}

/** The link that is out now; an earlier one is dead, and a mail with it would promise what does not work. */
async function linkOf(knex: Knex, id: string): Promise<PersonNotice['link']> {
  const row = await knex('one_time_links')
    .where({ life_id: id, purpose: 'registration' })
    .orderBy('id', 'desc')
    .first<{ id: string } | undefined>('id');
  return row === undefined ? null : { id: row.id, purpose: 'registration' };
}
