/** The right code was typed: who was to administer does (decided.md, People). */
import type { Knex } from 'knex';
import type { AdministratorRecovery } from '../../domain/administrator-recovery.ts';
import type { Registry } from '../../domain/application.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { AdministratorRecoveryRow } from '../administrator-recovery-row.ts';
import type { RegistrationRow } from '../registration-row.ts';
import { applicant } from './actors.ts';
import type { Actor } from './append-event.ts';
import { grantBoundary } from './write-boundary.ts';
import { writeFirstAdministrator } from './write-first-administrator.ts';

/** Whether this is who was to type it: the candidate, or the holder of the case. */
export function isCandidate(
  { candidate_id: id }: AdministratorRecoveryRow,
  { type, id: actorId }: Actor,
): boolean {
  return id === null ? type === applicant.type && actorId === applicant.id : actorId === id;
}

/** A recovery whose right code was typed; company and candidate are locked, and it is still needed. */
export interface Granting {
  readonly row: AdministratorRecoveryRow;
  readonly recovery: AdministratorRecovery;
  readonly registry: Registry;
  readonly at: Instant;
}

/**
 * Makes the candidate administrator and returns his id: a member by his profile; an applicant as an approval would, with user,
 * membership and invitation in this transaction. The operator grants him the whole boundary, as to the first one.
 */
export async function appointAdministrator(trx: Knex.Transaction, granting: Granting): Promise<string> {
  const { row, recovery, registry, at } = granting;
  const userId =
    row.candidate_id === null
      ? await appointApplicant(trx, row, at)
      : await appointMember(trx, recovery.companyId, row.candidate_id);
  const membership = await trx('memberships')
    .where({ company_id: recovery.companyId, user_id: userId })
    .first<{ id: string }>('id');
  await grantBoundary(trx, registry, recovery.companyId, membership.id, row.approved_by ?? '', at);
  return userId;
}

async function appointMember(trx: Knex.Transaction, companyId: string, userId: string): Promise<string> {
  await trx('memberships')
    .where({ company_id: companyId, user_id: userId })
    .update({ profile: 'administrator', version: trx.raw('version + 1') });
  return userId;
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
