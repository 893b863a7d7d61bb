import type { Knex } from 'knex';

/** A company, and whether somebody administers it. */
export interface KnownCompany {
  readonly id: string;
  /** Accepted, neither deactivated nor suspended (decided.md, People). */
  readonly activeAdministrators: readonly string[];
  /** An approved case whose invitation is still out. */
  readonly hasInvited: boolean;
}

export async function administrationOf(knex: Knex, companyId: string): Promise<KnownCompany> {
  const activeAdministrators = (await knex('memberships as m')
    .join('users as u', 'u.id', 'm.user_id')
    .where({ 'm.company_id': companyId, 'm.profile': 'administrator' })
    .whereNull('m.deactivated_at')
    .whereNull('m.suspended_at')
    .whereNotNull('m.accepted_at')
    .whereNull('u.deactivated_at')
    .pluck('m.user_id')) as string[];
  const invited: unknown = await knex('registrations')
    .where({ company_id: companyId, stage: 'invited' })
    .first('id');
  return { id: companyId, activeAdministrators, hasInvited: invited !== undefined };
}
