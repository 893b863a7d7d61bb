import type { Knex } from 'knex';

/** The one who is named, while he is an active administrator of the company; otherwise every one who is. */
export async function administratorsToTell(
  knex: Knex,
  companyId: string,
  preferredId: string | null,
): Promise<readonly { readonly email: string; readonly language: string }[]> {
  const administrators: { id: string; email: string; language: string }[] = await knex('memberships as m')
    .join('users as u', 'u.id', 'm.user_id')
    .where({ 'm.company_id': companyId, 'm.profile': 'administrator' })
    .whereNotNull('m.accepted_at')
    .whereNull('m.deactivated_at')
    .whereNull('m.suspended_at')
    .whereNull('u.deactivated_at')
    .orderBy('u.id')
    .select('u.id', 'u.email', 'u.language');
  const preferred = administrators.filter(({ id }) => id === preferredId);
  const told = preferred.length > 0 ? preferred : administrators;
  return told.map(({ email, language }) => ({ email, language }));
}
