import type { Knex } from 'knex';
import type { RegistrationRow } from '../registration-row.ts';
import type { AdministratorToTell } from './active-administrators.ts';
import { activeAdministrators } from './active-administrators.ts';

/** A company, and whether somebody administers it. */
export interface KnownCompany {
  readonly id: string;
  readonly activeAdministrators: readonly AdministratorToTell[];
  /** An approved case whose invitation is still out. */
  readonly hasInvited: boolean;
}

export async function knownCompany(knex: Knex, id: string): Promise<KnownCompany> {
  const invited: unknown = await knex('registrations')
    .where({ company_id: id, stage: 'invited' })
    .first('id');
  return {
    id,
    activeAdministrators: await activeAdministrators(knex, id, null),
    hasInvited: invited !== undefined,
  };
}

/** The company that a case has made, else the one of its brand that bears its number; null when there is none. */
export async function companyOfCase(
  knex: Knex,
  {
    company_id,
    brand_id,
    enterprise_number,
  }: Pick<RegistrationRow, 'company_id' | 'brand_id' | 'enterprise_number'>,
): Promise<KnownCompany | null> {
  if (company_id !== null) return knownCompany(knex, company_id);
  if (enterprise_number === null) return null;
  const found = await knex('companies')
    .where({ brand_id, enterprise_number })
    .first<{ id: string } | undefined>('id');
  return found === undefined ? null : knownCompany(knex, found.id);
}
