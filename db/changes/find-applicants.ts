/** Who else has to do with an enterprise number: a company of the brand, its administrators, other cases (WF-01). */
import type { Knex } from 'knex';
import type { RegistrationStage } from '../../domain/registration.ts';
import type { RegistrationRow } from '../registration-row.ts';

/** A company of that number, and whether somebody administers it. */
export interface KnownCompany {
  readonly id: string;
  /** Accepted, neither deactivated nor suspended (decided.md, People). */
  readonly activeAdministrators: readonly string[];
  /** An approved case whose invitation is still out. */
  readonly hasInvited: boolean;
}

/** The company of the number, locked; null when there is none, or the case names no number yet. */
export async function lockCompanyOf(
  trx: Knex.Transaction,
  { brand_id, enterprise_number }: Pick<RegistrationRow, 'brand_id' | 'enterprise_number'>,
): Promise<KnownCompany | null> {
  if (enterprise_number === null) return null;
  const row = await trx('companies')
    .where({ brand_id, enterprise_number, closed_at: null })
    .forUpdate()
    .first<{ id: string } | undefined>('id');
  return row === undefined ? null : administrationOf(trx, row.id);
}

export async function administrationOf(knex: Knex, companyId: string): Promise<KnownCompany> {
  const activeAdministrators: string[] = await knex('memberships as m')
    .join('users as u', 'u.id', 'm.user_id')
    .where({ 'm.company_id': companyId, 'm.profile': 'administrator' })
    .whereNull('m.deactivated_at')
    .whereNull('m.suspended_at')
    .whereNotNull('m.accepted_at')
    .whereNull('u.deactivated_at')
    .pluck('m.user_id');
  const invited = await knex('registrations')
    .where({ company_id: companyId, stage: 'invited' })
    .first<unknown>('id');
  return { id: companyId, activeAdministrators, hasInvited: invited !== undefined };
}

/** Another case of the same number. */
interface KnownCase {
  readonly id: string;
  readonly email: string | null;
  readonly stage: RegistrationStage;
}

/** Cases of one enterprise number, this one included, locked in the order of their ids. */
export async function lockCasesOf(
  trx: Knex.Transaction,
  { id, brand_id, enterprise_number }: Pick<RegistrationRow, 'id' | 'brand_id' | 'enterprise_number'>,
): Promise<readonly KnownCase[]> {
  const which = enterprise_number === null ? { id } : { brand_id, enterprise_number };
  return trx('registrations').where(which).orderBy('id').forUpdate().select('id', 'email', 'stage');
}

/** One mailbox, however its letters were written. */
export function isSameAddress(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one.toLowerCase() === other.toLowerCase();
}
