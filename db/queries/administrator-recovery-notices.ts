/** What the mails about a recovery are made from: the old administrators may object, the candidate is told when to type. */
import type { Knex } from 'knex';
import type { AdministratorRecoveryRow } from '../administrator-recovery-row.ts';
import { fromDb } from '../instants.ts';
import { peoplePolicyOf } from '../policy-sets.ts';
import { formerAdministrators } from './administrator-recoveries.ts';
import type { OwedNotice } from './owed-mails.ts';
import type { PersonNotice } from './person-notices.ts';

export async function administratorRecoveryNotice(
  knex: Knex,
  lifeId: string,
  { kind }: OwedNotice,
): Promise<PersonNotice | null> {
  const row = await knex('administrator_recoveries')
    .where({ id: lifeId })
    .first<AdministratorRecoveryRow | undefined>();
  if (row === undefined) return null;
  const company = await knex('companies').where({ id: row.company_id }).first<{ name: string }>('name');
  const { zone } = await peoplePolicyOf(knex, row.policy_set_id);
  const isNotice = kind === 'administrator-notice';
  const endsAt = isNotice ? row.objection_ends_at : row.ends_at;
  return {
    recipients: toCandidate.includes(kind)
      ? await candidate(knex, row)
      : await formerAdministrators(knex, row.company_id),
    facts: { zone, companyName: company.name, endsAt: endsAt && fromDb(endsAt) },
    link: isNotice && row.link_id !== null ? { id: row.link_id, purpose: 'recovery' } : null,
    isAtMostOnce: false,
  };
}

const toCandidate: readonly string[] = ['administrator-code-counts', 'applicant-code-counts'];

/** Until he has typed the code, an applicant is his case. */
function candidate(knex: Knex, { candidate_id, registration_id }: AdministratorRecoveryRow) {
  const who = candidate_id === null ? 'registrations' : 'users';
  return knex(who)
    .where({ id: candidate_id ?? registration_id })
    .select<{ email: string; language: string }[]>('email', 'language');
}
