import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Policy } from '../../domain/policy.ts';
import { policyInForce, policyOf } from '../policy-sets.ts';

/** How large a scan may be for this brand now, by the policy in force (PP-06). */
export async function intakeLimits(knex: Knex, brandId: string, at: Instant): Promise<Policy['intake']> {
  return (await policyInForce(knex, brandId, at)).intake;
}

/** The wrapped key of a company, or null before its first scan. */
export async function companyKeyOf(knex: Knex, companyId: string): Promise<string | null> {
  const row = await knex('company_keys')
    .where({ company_id: companyId })
    .first<{ wrapped_key: string } | undefined>('wrapped_key');
  return row?.wrapped_key ?? null;
}

/** The policy under which the clock of an item started. */
export async function pinnedPolicy(knex: Knex, itemId: string): Promise<Policy> {
  const row = await knex('mail_items')
    .where({ id: itemId })
    .first<{ policy_set_id: string }>('policy_set_id');
  return policyOf(knex, row.policy_set_id);
}
