import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { RegistrationRow } from '../registration-row.ts';
import type { LockedCompany } from './lock-member.ts';
import { beginRecovery, hasAddress } from './propose-administrator-recovery.ts';
import { registrationLife } from './write-registration.ts';

/**
 * An applicant came to a company that nobody administers: the house proposes him, and two of the staff still have to act
 * (decided.md, People; WF-01). The company is locked and known to be without administrator. Returns false, and proposes
 * nothing, where a recovery is open already or nobody knows where the letter would go: that is for staff to see to.
 */
export async function proposeApplicant(
  trx: Knex.Transaction,
  { id: registrationId, brand_id }: RegistrationRow,
  companyId: string,
  at: Instant,
): Promise<boolean> {
  const isOpen: unknown = await trx('administrator_recoveries').where({ open_key: companyId }).first('id');
  if (isOpen !== undefined || !(await hasAddress(trx, companyId))) return false;
  const company: LockedCompany = { id: companyId, brand_id };
  const reason = 'A registration came to a company that nobody administers.';
  await beginRecovery(
    trx,
    company,
    { purpose: 'administrator', candidateId: null, registrationId, reason, proposedBy: null },
    registrationLife,
    at,
  );
  return true;
}
