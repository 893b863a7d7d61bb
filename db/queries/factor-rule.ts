/** Whether the policies of a person's brands want a second factor of him (check 33). */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { decidedPeoplePolicy } from '../../domain/people-policy.ts';
import type { Profile } from '../../domain/rights.ts';
import { mustHaveFactor } from '../../domain/second-factor.ts';
import { peoplePolicyOf, policySetColumn, staffPolicySetInForce } from '../policy-sets.ts';
import { accountsAround } from './accounts-around.ts';
import { isActiveMember } from './active-members.ts';

interface StaffRow {
  readonly role: 'operator' | 'site';
}

interface Ruled {
  readonly profile: Profile;
  readonly policy_set_id: string | null;
}

/** The roles of staff, under the operator's own policy: an internal user administers, who works at a site does not. */
export async function ruledAsStaff(
  knex: Knex,
  roles: readonly { readonly role: 'operator' | 'site' }[],
  at: Instant,
): Promise<readonly Ruled[]> {
  if (roles.length === 0) return [];
  const policySetId = await staffPolicySetInForce(knex, at);
  return roles.map(({ role }) => ({
    profile: role === 'operator' ? 'administrator' : 'user',
    policy_set_id: policySetId,
  }));
}

/** Whom a recipient account hangs on is ruled by the brand of it, as one who administers; with whom it is shared, as a user. */
export async function ruledByAccounts(knex: Knex, userId: string, at: Instant): Promise<readonly Ruled[]> {
  const rows: { main_contact_id: string; policy_set_id: string | null }[] = await knex
    .from(accountsAround(knex, userId).as('own'))
    .join('recipient_accounts as a', 'a.id', 'own.id')
    .select('a.main_contact_id', policySetColumn(knex, 'a.brand_id', at));
  return rows.map(({ main_contact_id: mainContactId, policy_set_id }) => ({
    profile: mainContactId === userId ? 'administrator' : 'user',
    policy_set_id,
  }));
}

/** Of his active memberships, each under the policy in force for its brand, of his roles as staff and of his accounts. */
export async function isFactorWanted(knex: Knex, memberships: readonly Ruled[]): Promise<boolean> {
  const rules = memberships.map(async ({ profile, policy_set_id: id }) => ({
    profile,
    rule: (id === null ? decidedPeoplePolicy : await peoplePolicyOf(knex, id)).secondFactor,
  }));
  return mustHaveFactor(await Promise.all(rules));
}

export async function mustHaveFactorOf(knex: Knex, userId: string, at: Instant): Promise<boolean> {
  const rows: Ruled[] = await knex('memberships as m')
    .join('companies as c', 'c.id', 'm.company_id')
    .where('m.user_id', userId)
    .where(isActiveMember)
    .select('m.profile', policySetColumn(knex, 'c.brand_id', at));
  const roles = await knex('staff_roles').where({ user_id: userId }).select<StaffRow[]>('role');
  return isFactorWanted(knex, [
    ...rows,
    ...(await ruledAsStaff(knex, roles, at)),
    ...(await ruledByAccounts(knex, userId, at)),
  ]);
}
