import type { Knex } from 'knex';
import { isActiveMember } from './active-members.ts';

export interface AdministratorToTell {
  readonly id: string;
  readonly membershipId: string;
  readonly email: string;
  readonly language: string;
}

/** Those who may act for their company now, besides this person if one is named. */
export async function activeAdministrators(
  knex: Knex,
  companyId: string,
  besides: string | null,
): Promise<readonly AdministratorToTell[]> {
  const query = administratorsOf(knex, companyId).where(isActiveMember);
  if (besides !== null) query.whereNot('u.id', besides);
  return (await query) as AdministratorToTell[];
}

/** Those who have not accepted their invitation yet. */
export async function invitedAdministrators(
  knex: Knex,
  companyId: string,
): Promise<readonly AdministratorToTell[]> {
  return (await administratorsOf(knex, companyId)
    .whereNull('m.accepted_at')
    .whereNull('m.deactivated_at')
    .whereNull('m.suspended_at')) as AdministratorToTell[];
}

function administratorsOf(knex: Knex, companyId: string): Knex.QueryBuilder {
  return knex('memberships as m')
    .join('users as u', 'u.id', 'm.user_id')
    .where({ 'm.company_id': companyId, 'm.profile': 'administrator' })
    .whereNull('u.deactivated_at')
    .orderBy('u.id')
    .select('u.id', 'm.id as membershipId', 'u.email', 'u.language');
}
