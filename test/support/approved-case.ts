/** A registration straight in the tables, up to staff or approved, for tests of what comes afterwards. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../db/changes/append-event.ts';
import { beginRegistration } from '../../db/changes/begin-registration.ts';
import { commandRegistration } from '../../db/changes/command-registration.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import { registrationColumns, registrationFrom } from '../../db/registration-row.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { FormAnswers } from '../../domain/registration-form.ts';
import { keptAnswers } from '../../domain/registration-form.ts';
import type { Registration } from '../../domain/registration.ts';
import type { RegistrationCommandName } from '../../domain/registration-commands.ts';
import { confirm, submit } from '../../domain/registration-commands.ts';
import { portalForm, wholeAnswers, writeForm } from './forms.ts';
import { registry } from './registry.ts';
import { hashOf, requestAt } from './requests.ts';

const means = { newKey: () => 'wrapped', registry };
export const approval = { applications: ['postbox'], scopeValues: {}, note: null };

/** Confirmed and handed in at that instant. Returns its id. */
export async function caseWithStaff(
  knex: Knex,
  brandId: string,
  at: Instant,
  more: FormAnswers = {},
): Promise<string> {
  const formId = await writeForm(knex, brandId, portalForm);
  const answers = keptAnswers(portalForm, { ...wholeAnswers, email: `${uuidv7()}@example.com`, ...more });
  const begun = {
    formId,
    brandId,
    brandKey: brandId,
    holderHash: hashOf(randomUUID()),
    language: 'nl',
    answers,
  };
  const id = await beginRegistration(knex)({ ...begun, isMailed: true }, at);
  const registration = await registrationFrom(knex, await knex('registrations').where({ id }).first());
  const handedIn = submit(confirm(registration, at, at), at, at);
  await knex('registrations').where({ id }).update(registrationColumns(handedIn));
  return id;
}

/** What the life of the case would have done with that command. */
export async function say(
  knex: Knex,
  registrationId: string,
  name: RegistrationCommandName,
  { actor, at, words = {} }: { readonly actor: Actor; readonly at: Instant; readonly words?: object },
): Promise<Registration> {
  const request = requestAt(at);
  await keepParticulars(knex)(request, words, at);
  return commandRegistration(knex, name, means)({ registrationId, actor, request });
}

export interface ApprovedCase {
  readonly id: string;
  readonly companyId: string;
  /** The applicant, who is invited. */
  readonly userId: string;
}

export async function approvedCase(
  knex: Knex,
  brandId: string,
  staff: Actor,
  at: Instant,
  more: FormAnswers = {},
): Promise<ApprovedCase> {
  const id = await caseWithStaff(knex, brandId, at, more);
  await say(knex, id, 'approve', { actor: staff, at, words: approval });
  const row = await knex('registrations')
    .where({ id })
    .first<{ company_id: string; user_id: string }>('company_id', 'user_id');
  return { id, companyId: row.company_id, userId: row.user_id };
}
