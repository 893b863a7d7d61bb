import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { isSameMailbox } from '../../domain/mailbox.ts';
import { isActDue } from '../../domain/next-act.ts';
import type { Registration, RegistrationAct } from '../../domain/registration.ts';
import { planForRegistration } from '../../domain/registration.ts';
import * as rules from '../../domain/registration-commands.ts';
import { fromDbOrNull } from '../instants.ts';
import type { RegistrationRow } from '../registration-row.ts';
import { knownCompany } from '../queries/company-administration.ts';
import { change } from './change.ts';
import { endUnusedApproval } from './end-unused-approval.ts';
import { lockCompanyOf } from './find-applicants.ts';
import { referred } from './registration-steps.ts';
import type { LockedRegistration, RegistrationTold } from './write-registration.ts';
import {
  linkForAddress,
  lockRegistration,
  registrationLife,
  writeRegistration,
} from './write-registration.ts';

/**
 * What falls due: a link ends, a reminder, the SLA is over, nobody came back, nobody used the invitation. Asked again under
 * lock whether it is still planned and due; a case that is not comes back as it stands.
 */
export const carryOutRegistrationAct =
  (knex: Knex) =>
  (id: string, kind: RegistrationAct['kind'], at: Instant): Promise<Registration> =>
    change(knex, null, async (trx) => {
      await lockCompanyOfCase(trx, id);
      const locked = await lockRegistration(trx, id);
      const { registration } = locked;
      const joined = await accepted(trx, locked, at);
      if (joined !== null)
        return writeRegistration(trx, joined, { event: 'granted' }, { actor: registrationLife, at });
      if (!isActDue(planForRegistration(registration), kind, at)) return registration;
      const done = rules.carryOutRegistration(registration, kind, at);
      const isKept = kind === 'undo' && (await endUnusedApproval(trx, locked.row, at)) === 'keep';
      if (kind === 'remind' && done.confirmedAt === null) await linkForAddress(trx, done, at);
      return writeRegistration(trx, done, isKept ? kept : tolds[kind], { actor: registrationLife, at });
    });

const tolds: Readonly<Record<RegistrationAct['kind'], RegistrationTold>> = {
  'expire-confirmation': { event: 'confirmation-expired' },
  remind: { event: 'reminded', mails: ['registration-reminder'] },
  'report-overdue': { event: 'overdue' },
  abandon: { event: 'abandoned', mails: ['registration-abandoned'] },
  undo: { event: 'undone', mails: ['registration-abandoned'] },
};

/** Somebody else administers the company by now: it goes on without the applicant. */
const kept: RegistrationTold = { event: 'invitation-unused', mails: ['registration-invitation-unused'] };

/**
 * The life looks again: the invitation was used, or another case of the company was approved. Then this one is referred, as
 * soon as its address is confirmed; before that nobody can be told anything (decided.md, Registration).
 */
export const followRegistrationFacts =
  (knex: Knex) =>
  (id: string, at: Instant): Promise<Registration> =>
    change(knex, null, async (trx) => {
      await lockCompanyOfCase(trx, id);
      const locked = await lockRegistration(trx, id);
      const joined = await accepted(trx, locked, at);
      if (joined !== null)
        return writeRegistration(trx, joined, { event: 'granted' }, { actor: registrationLife, at });
      const { registration, row } = locked;
      const isConcerned =
        !registration.closed && registration.approvedAt === null && registration.confirmedAt !== null;
      const approved = isConcerned ? await approvedOther(trx, row) : null;
      if (approved === null) return registration;
      const isSamePerson = isSameMailbox(approved.email, row.email);
      const { registration: over, ...told } = isSamePerson
        ? { registration: rules.close(registration, 'duplicate', at) }
        : await referred(trx, locked, await knownCompany(trx, approved.company_id), at);
      return writeRegistration(trx, over, { event: 'referred', ...told }, { actor: registrationLife, at });
    });

/** Granted, when the person who was invited has accepted; null when not. */
async function accepted(
  trx: Knex.Transaction,
  { row, registration }: LockedRegistration,
  at: Instant,
): Promise<Registration | null> {
  if (registration.closed || registration.approvedAt === null) return null;
  const membership = await trx('memberships')
    .where({ user_id: row.user_id, company_id: row.company_id })
    .first<{ accepted_at: Date | null } | undefined>('accepted_at');
  return fromDbOrNull(membership?.accepted_at ?? null) === null
    ? null
    : rules.close(registration, 'granted', at);
}

/** Another case of the same number that was approved and not undone since. */
async function approvedOther(
  trx: Knex.Transaction,
  { id, brand_id, enterprise_number }: RegistrationRow,
): Promise<ApprovedCase | null> {
  if (enterprise_number === null) return null;
  const row = await trx('registrations')
    .where({ brand_id, enterprise_number })
    .whereNot({ id })
    .whereIn('stage', ['invited', 'granted'])
    .first<ApprovedCase | undefined>('email', 'company_id');
  return row ?? null;
}

interface ApprovedCase {
  readonly email: string | null;
  readonly company_id: string;
}

/** Company before case (lock order): the one it was approved for, else that of its number. */
async function lockCompanyOfCase(trx: Knex.Transaction, id: string): Promise<void> {
  const row = await trx('registrations')
    .where({ id })
    .first<Pick<RegistrationRow, 'company_id' | 'brand_id' | 'enterprise_number'> | undefined>(
      'company_id',
      'brand_id',
      'enterprise_number',
    );
  if (row === undefined) return;
  if (row.company_id === null) await lockCompanyOf(trx, row);
  else await trx('companies').where({ id: row.company_id }).forUpdate().first('id');
}
