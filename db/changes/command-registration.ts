import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { linkDead } from '../../domain/one-time-link.ts';
import { addOpeningHours } from '../../domain/opening-hours.ts';
import type { FormAnswer, FormAnswers } from '../../domain/registration-form.ts';
import { answerFaults, consentField, keptAnswers, mergedAnswers } from '../../domain/registration-form.ts';
import type { Registration, RegistrationCommandName } from '../../domain/registration.ts';
import * as rules from '../../domain/registration.ts';
import { orThrow, Refused, refuseState, refuseValue } from '../../domain/verdict.ts';
import { formById } from '../queries/registration-forms.ts';
import { answered, answersIn, openingCalendarOf } from '../registration-row.ts';
import type { Actor } from './append-event.ts';
import type { CompanyKeys } from './approve-registration.ts';
import { approveRegistration, inviteAgain } from './approve-registration.ts';
import { answerColumns } from './begin-registration.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { isSameAddress, lockCasesOf, lockCompanyOf } from './find-applicants.ts';
import { takeParticulars } from './keep-particulars.ts';
import { useLink } from './one-time-links.ts';
import type { LockedRegistration, RegistrationTold } from './write-registration.ts';
import { linkForAddress, lockRegistration, writeRegistration } from './write-registration.ts';

/** A command on a case as it travels: without a word of the applicant or about him. */
export interface RegistrationCommand {
  readonly registrationId: string;
  readonly actor: Actor;
  readonly request: ChangeRequest;
}

/** What a change of a form brings along, kept beside the command: null takes an answer away. */
export interface SupplementParticulars {
  readonly answers: Readonly<Record<string, FormAnswer | null>>;
  readonly language: string | null;
  /** Whether another address may be sent a mail now (check 39). */
  readonly isMailed: boolean;
}

export interface ConfirmationParticulars {
  readonly tokenHash: string;
}

export interface ReturnParticulars {
  readonly fields: readonly string[];
  readonly note: string | null;
}

export interface DecisionParticulars {
  readonly note: string | null;
}

export interface ApprovalParticulars extends DecisionParticulars {
  readonly applications: readonly string[];
  readonly scopeValues: Readonly<Record<string, readonly string[]>>;
}

/** A case after a command, and what is told of it. */
export interface DecidedRegistration extends Omit<RegistrationTold, 'event'> {
  readonly registration: Registration;
}

/**
 * Carries out one command of `domain/registration.ts`: remembered, locked, asked again, written, told (WF-01). Refuses
 * what the command's check refuses, `registration.incomplete`, `registration.no-company`, `link.unusable`, and on approval
 * `registration.identity-missing`, `registration.has-administrator` and `registration.recovery-needed`.
 */
export const commandRegistration =
  (knex: Knex, name: RegistrationCommandName, keys: CompanyKeys) =>
  (command: RegistrationCommand): Promise<Registration> =>
    change(knex, command.request, async (trx) => {
      const { registrationId, actor, request } = command;
      const at = request.receivedAt;
      const known = await lockAround(trx, registrationId);
      const locked = await lockRegistration(trx, registrationId);
      orThrow(rules.registrationCommands[name].check(locked.registration));
      const decided = await works[name]({ trx, locked, known, command, keys, at });
      const doing = { actor, at, command: { update: name, updateId: request.id, args: command } };
      const { event } = rules.registrationCommands[name];
      return writeRegistration(trx, decided.registration, { event, ...decided }, doing);
    });

type KnownCompany = Awaited<ReturnType<typeof lockCompanyOf>>;

export interface RegistrationWork {
  readonly trx: Knex.Transaction;
  readonly locked: LockedRegistration;
  readonly known: KnownCompany;
  readonly command: RegistrationCommand;
  readonly keys: CompanyKeys;
  readonly at: Instant;
}

type Work = (work: RegistrationWork) => Promise<DecidedRegistration>;

/** Company before cases (lock order). The number is read again under the lock of the case by whoever acts on it. */
async function lockAround(trx: Knex.Transaction, id: string): Promise<KnownCompany> {
  const row = await trx('registrations')
    .where({ id })
    .first<{ id: string; brand_id: string; enterprise_number: string | null } | undefined>(
      'id',
      'brand_id',
      'enterprise_number',
    );
  if (row === undefined) return null;
  const known = await lockCompanyOf(trx, row);
  await lockCasesOf(trx, row);
  return known;
}

const works: Readonly<Record<RegistrationCommandName, Work>> = {
  supplement: async ({ trx, locked, command, at }) => {
    const told = await takeParticulars<SupplementParticulars>(trx, command.request);
    if (told === null) throw new Error(`the words of request ${command.request.id} are gone`);
    const { registration, row } = locked;
    const isHandedIn = rules.registrationStage(registration) === 'unconfirmed';
    const answers = await wholeAnswers(trx, locked, mergedAnswers(answersIn(row), told.answers), isHandedIn);
    const isOther = !isSameAddress(row.email, answered(answers, 'email'));
    const changed = rules.supplement(registration, isOther, at);
    const isMailed = isOther && told.isMailed;
    const written = isMailed || !isOther ? changed : { ...changed, confirmationEndsAt: null };
    if (isOther) await linkForAddress(trx, written, at);
    return {
      registration: written,
      mails: isMailed ? ['registration-confirm'] : [],
      columns: { ...answerColumns(answers), ...(told.language !== null && { language: told.language }) },
    };
  },
  submit: async (work) => {
    const { trx, locked, at } = work;
    await wholeAnswers(trx, locked, answersIn(locked.row), true);
    return enteringReview(work, rules.submit(locked.registration, at, await dueAt(work)));
  },
  confirmEmail: async (work) => {
    const { trx, locked, command, at } = work;
    const told = await takeParticulars<ConfirmationParticulars>(trx, command.request);
    const link = told && (await useLink(trx, 'registration', told.tokenHash, at));
    if (link?.lifeId !== locked.row.id) throw new Refused(linkDead);
    return enteringReview(work, rules.confirm(locked.registration, at, await dueAt(work)));
  },
  resendConfirmation: async ({ trx, locked, at }) => {
    const registration = rules.resendConfirmation(locked.registration, at);
    await linkForAddress(trx, registration, at);
    return { registration, mails: ['registration-confirm'] };
  },
  withdraw: ({ locked, at }) =>
    Promise.resolve({ registration: rules.close(locked.registration, 'withdrawn', at) }),
  returnForCorrection: async ({ trx, locked, command, at }) => {
    const told = await takeParticulars<ReturnParticulars>(trx, command.request);
    return {
      registration: rules.returnForCorrection(locked.registration, at),
      mails: ['registration-returned'],
      facts: { fields: told?.fields ?? [] },
      columns: { correction: JSON.stringify({ fields: told?.fields ?? [], note: told?.note ?? null }) },
    };
  },
  approve: approveRegistration,
  reject: async ({ trx, locked, command, at }) => {
    const told = await takeParticulars<DecisionParticulars>(trx, command.request);
    return {
      registration: rules.close(locked.registration, 'rejected', at),
      mails: ['registration-rejected'],
      columns: { decision_note: told?.note ?? null, decided_by: command.actor.id },
    };
  },
  refer: ({ locked, known, command, at }) => {
    if (known === null) throw new Refused(refuseState('registration.no-company'));
    const columns = { company_id: known.id, decided_by: command.actor.id };
    const hasAdministrator = known.activeAdministrators.length > 0 || known.hasInvited;
    const { registration, ...told } = referred(locked, hasAdministrator, at);
    return Promise.resolve({ registration: { ...registration, companyId: known.id }, ...told, columns });
  },
  resendInvitation: inviteAgain,
};

/**
 * To the administrator there is, who hears of it only with the applicant's consent; without one the company is on the
 * way back to one (decided.md, People: recovery route). The applicant never hears who administers.
 */
export function referred(
  { registration, row }: LockedRegistration,
  hasAdministrator: boolean,
  at: Instant,
): DecidedRegistration {
  if (!hasAdministrator)
    return { registration: rules.close(registration, 'recovery', at), mails: ['registration-recovery'] };
  const isConsented = answersIn(row)[consentField] === true;
  return {
    registration: rules.close(registration, 'referred', at),
    mails: ['registration-referred', ...(isConsented ? ['registration-applicant'] : [])],
    facts: { administratorTold: isConsented },
  };
}

/** The answers as they will stand; refused when they are not what the form asks for. */
async function wholeAnswers(
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

async function dueAt({ trx, locked, at }: RegistrationWork): Promise<Instant> {
  const { reviewHours } = locked.registration.terms;
  return addOpeningHours(at, reviewHours, await openingCalendarOf(trx, locked.row));
}

/**
 * Into the hands of staff, when that is where it now is. The same person has one case a company; that there is another
 * case or a company is said by mail alone, to the address that has been confirmed (decided.md, Registration).
 */
async function enteringReview(
  { trx, locked, known, at }: RegistrationWork,
  registration: Registration,
): Promise<DecidedRegistration> {
  const { row } = locked;
  if (!rules.isInReview(registration) || registration.review === null) return { registration };
  const others = (await lockCasesOf(trx, row)).filter(
    ({ id, stage }) => id !== row.id && ['review', 'overdue', 'invited'].includes(stage),
  );
  if (others.some(({ email }) => isSameAddress(email, row.email)))
    return { registration: rules.close(registration, 'duplicate', at), mails: ['registration-duplicate'] };
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
