import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { FirstBoundary } from '../../domain/first-boundary.ts';
import { isSameMailbox } from '../../domain/mailbox.ts';
import { linkDead } from '../../domain/one-time-link.ts';
import type { FormAnswer, FormAnswers } from '../../domain/registration-form.ts';
import { mergedAnswers } from '../../domain/registration-form.ts';
import type { Registration } from '../../domain/registration.ts';
import type { RegistrationCommandName } from '../../domain/registration-commands.ts';
import { registrationStage } from '../../domain/registration.ts';
import * as rules from '../../domain/registration-commands.ts';
import { orThrow, Refused, refuseState } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import { answered, answersIn } from '../registration-row.ts';
import type { Actor } from './append-event.ts';
import type { CompanyMeans } from './approve-registration.ts';
import { approveRegistration, inviteAgain } from './approve-registration.ts';
import { answerColumns } from './begin-registration.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { lockCasesOf, lockCompanyOf } from './find-applicants.ts';
import { takeParticulars } from './keep-particulars.ts';
import { operatorOnly } from './lock-member.ts';
import { useLink } from './one-time-links.ts';
import { dueAt, enteringReview, referred, wholeAnswers } from './registration-steps.ts';
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

export interface ApprovalParticulars extends DecisionParticulars, FirstBoundary {}

/** A case after a command, and what is told of it. */
export interface DecidedRegistration extends Omit<RegistrationTold, 'event'> {
  readonly registration: Registration;
}

/**
 * Carries out one command of `domain/registration.ts`: remembered, locked, asked again, written, told (WF-01). Refuses
 * what the command's check refuses, `right.missing`, `registration.incomplete`, `registration.no-company`, `link.unusable`,
 * and on approval what `approveRegistration` refuses.
 */
export const commandRegistration =
  (knex: Knex, name: RegistrationCommandName, means: CompanyMeans) =>
  (command: RegistrationCommand): Promise<Registration> =>
    change(knex, command.request, async (trx) => {
      const { registrationId, actor, request } = command;
      const at = request.receivedAt;
      const known = await lockAround(trx, registrationId);
      const locked = await lockRegistration(trx, registrationId);
      orThrow(rules.registrationCommands[name].check(locked.registration));
      if (byStaff.includes(name)) await operatorOnly(trx, actor, 'registration.review');
      const decided = await works[name]({ trx, locked, known, command, means, at });
      const doing = { actor, at, command: { update: name, updateId: request.id, args: command } };
      const { event } = rules.registrationCommands[name];
      return writeRegistration(trx, decided.registration, { event, ...decided }, doing);
    });

/** Everything else is the applicant's. */
const byStaff: readonly RegistrationCommandName[] = ['returnForCorrection', 'approve', 'reject', 'refer'];

type KnownCompany = Awaited<ReturnType<typeof lockCompanyOf>>;

export interface RegistrationWork {
  readonly trx: Knex.Transaction;
  readonly locked: LockedRegistration;
  readonly known: KnownCompany;
  readonly command: RegistrationCommand;
  readonly means: CompanyMeans;
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

/** Whose form it is: the user to be, and whom an identity document must show. */
const namesIn = (answers: FormAnswers): string =>
  JSON.stringify([answered(answers, 'firstName'), answered(answers, 'lastName')]);

const works: Readonly<Record<RegistrationCommandName, Work>> = {
  supplement: async ({ trx, locked, command, at }) => {
    const told = await takeParticulars<SupplementParticulars>(trx, command.request);
    if (told === null) throw new Error(`the words of request ${command.request.id} are gone`);
    const { registration, row } = locked;
    const isHandedIn = registrationStage(registration) === 'unconfirmed';
    const answers = await wholeAnswers(trx, locked, mergedAnswers(answersIn(row), told.answers), isHandedIn);
    const isOther = !isSameMailbox(row.email, answered(answers, 'email'));
    const changed = rules.supplement(registration, isOther, at);
    const isMailed = isOther && told.isMailed;
    const written = isMailed || !isOther ? changed : { ...changed, confirmationEndsAt: null };
    if (isOther) await linkForAddress(trx, written, at);
    const isRenamed = namesIn(answers) !== namesIn(answersIn(row));
    return {
      registration: written,
      mails: isMailed ? ['registration-confirm'] : [],
      isRenamed,
      columns: {
        ...answerColumns(answers),
        ...(told.language !== null && { language: told.language }),
        ...(isRenamed && { named_at: toDb(at) }),
      },
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
  refer: async ({ trx, locked, known, command, at }) => {
    if (known === null) throw new Refused(refuseState('registration.no-company'));
    const told = await referred(trx, locked, known, at);
    return { ...told, columns: { ...told.columns, decided_by: command.actor.id } };
  },
  resendInvitation: inviteAgain,
};
