import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { PasswordPolicyName } from '../../domain/password.ts';
import { peoplePolicyInForce } from '../policy-sets.ts';
import { accountsAround } from './accounts-around.ts';
import { hasFactor } from './second-factors.ts';

/** What a new password of a person must satisfy. */
export interface PasswordTerms {
  /** One a brand he belongs to: all of them hold. */
  readonly policies: readonly PasswordPolicyName[];
  readonly hasSecondFactor: boolean;
  /** His, his companies', his brands': what a guesser tries first. */
  readonly names: readonly string[];
}

/** Of a person with every membership that is not over, accepted or not, and the accounts around him; staff fall under the default policy. */
export async function passwordTermsOf(knex: Knex, userId: string, at: Instant): Promise<PasswordTerms> {
  const user = await knex('users')
    .where({ id: userId })
    .first<{ username: string; email: string; name: string } | undefined>('username', 'email', 'name');
  if (user === undefined) throw new Error(`no user ${userId}`);
  const companies: { name: string; brand: string; brand_id: string }[] = await knex('memberships as m')
    .join('companies as c', 'c.id', 'm.company_id')
    .join('brands as b', 'b.id', 'c.brand_id')
    .where({ 'm.user_id': userId })
    .whereNull('m.deactivated_at')
    .orderBy('m.id')
    .select('c.name', 'b.name as brand', 'c.brand_id');
  const accounts: typeof companies = await knex
    .from(accountsAround(knex, userId).as('a'))
    .join('brands as b', 'b.id', 'a.brand_id')
    .orderBy('a.id')
    .select('a.company_name as name', 'b.name as brand', 'a.brand_id');
  companies.push(...accounts);
  const brandIds = [...new Set(companies.map(({ brand_id: id }) => id))];
  const policies = await Promise.all(
    brandIds.map(async (id) => (await peoplePolicyInForce(knex, id, at)).password),
  );
  const staff = await knex('staff_roles').where({ user_id: userId }).first<{ id: number } | undefined>('id');
  // Staff serve every brand: each is a name of their operator.
  const brands: { name: string }[] = staff ? await knex('brands').orderBy('id').select('name') : [];
  return {
    policies: policies.length === 0 ? ['nist'] : [...new Set(policies)],
    hasSecondFactor: await hasFactor(knex, userId),
    names: [
      ...[user.username, user.email, user.name],
      ...companies.flatMap(({ name, brand }) => [name, brand]),
      ...brands.map(({ name }) => name),
    ],
  };
}
