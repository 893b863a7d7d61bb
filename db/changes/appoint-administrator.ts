/** The right code was typed: who was to administer does (decided.md, People). */
import type { Knex } from 'knex';
import type { AdministratorRecovery } from '../../domain/administrator-recovery.ts';
import type { Instant } from '../../domain/calendar.ts';
import { Refused, refuseState } from '../../domain/verdict.ts';
import type { AdministratorRecoveryRow } from '../administrator-recovery-row.ts';
import type { RegistrationRow } from '../registration-row.ts';
import type { Actor } from './append-event.ts';
import { lockMember, otherAdministrators } from './lock-member.ts';
import { writeFirstAdministrator } from './write-first-administrator.ts';

/** Who fills in the form of a case: the holder of its key, who is no user. */
const applicant: Actor = { type: 'system', id: 'applicant' };

/** Whether this is who was to type it: the candidate, or the holder of the case. */
export function isCandidate(
  { candidate_id: id }: AdministratorRecoveryRow,
  { type, id: actorId }: Actor,
): boolean {
  return id === null ? type === applicant.type && actorId === applicant.id : actorId === id;
}

/**
 * Makes the candidate administrator and returns his id: a member by his profile; an applicant as an approval would, with
 * user, membership and invitation in this transaction. Refuses `administrator-recovery.not-needed` and
 * `administrator-recovery.candidate-not-active`.
 */
export async function appointAdministrator(
  trx: Knex.Transaction,
  row: AdministratorRecoveryRow,
  recovery: AdministratorRecovery,
  at: Instant,
): Promise<string> {
  await refuseWhenAdministered(trx, recovery);
  return row.candidate_id === null
    ? appointApplicant(trx, row, at)
    : appointMember(trx, recovery, row.candidate_id);
}

/** The old one was released meanwhile: nobody is put beside him by this way. */
export async function refuseWhenAdministered(
  trx: Knex.Transaction,
  recovery: AdministratorRecovery,
): Promise<void> {
  if ((await otherAdministrators(trx, recovery.companyId, '')) > 0)
    throw new Refused(refuseState('administrator-recovery.not-needed'));
}

async function appointMember(
  trx: Knex.Transaction,
  recovery: AdministratorRecovery,
  candidateId: string,
): Promise<string> {
  const member = await lockMember(trx, recovery.companyId, candidateId);
  if (member === null || member.deactivatedAt !== null || member.suspendedAt !== null)
    throw new Refused(refuseState('administrator-recovery.candidate-not-active'));
  await trx('memberships')
    .where({ id: member.membershipId })
    .update({ profile: 'administrator', version: trx.raw('version + 1') });
  return candidateId;
}

async function appointApplicant(
  trx: Knex.Transaction,
  { registration_id, company_id, brand_id }: AdministratorRecoveryRow,
  at: Instant,
): Promise<string> {
  const form = await trx('registrations').where({ id: registration_id }).forUpdate().first<RegistrationRow>();
  const userId = await writeFirstAdministrator(trx, form, { id: company_id, brand_id }, applicant, at);
  await trx('registrations').where({ id: form.id }).update({ user_id: userId });
  return userId;
}
