/** Who else has to do with an enterprise number: a company of the brand, its administrators, other cases (WF-01). */
import type { Knex } from 'knex';
import type { RegistrationStage } from '../../domain/registration.ts';
import type { KnownCompany } from '../queries/company-administration.ts';
import { knownCompany } from '../queries/company-administration.ts';
import type { RegistrationRow } from '../registration-row.ts';

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
  return row === undefined ? null : knownCompany(trx, row.id);
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
