import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Revocation } from '../../domain/granting.ts';
import { peoplePolicyInForce } from '../policy-sets.ts';

/** Whether the brand of the company takes single rights back from people. */
export async function companyRevocation(knex: Knex, companyId: string, at: Instant): Promise<Revocation> {
  const company = await knex('companies').where({ id: companyId }).first<{ brand_id: string }>('brand_id');
  return (await peoplePolicyInForce(knex, company.brand_id, at)).revocation;
}
