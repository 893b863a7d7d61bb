/**
 * What the mails about a recovery by letter are made from: whom it takes something from may object, the candidate is told
 * when to type, and both hear how it went.
 */
import type { Knex } from 'knex';
import type { AdministratorRecoveryRow } from '../administrator-recovery-row.ts';
import { fromDb } from '../instants.ts';
import { peoplePolicyOf } from '../policy-sets.ts';
import { activeAdministrators } from './active-administrators.ts';
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
  const candidate = await candidateOf(knex, row);
  const { zone } = await peoplePolicyOf(knex, row.policy_set_id);
  const isNotice = kind === 'administrator-notice' || kind === 'factors-notice';
  const endsAt = isNotice ? row.objection_ends_at : row.ends_at;
  return {
    recipients: await recipientsOf(knex, row, kind, candidate),
    facts: {
      zone,
      companyName: company.name,
      name: candidate.name,
      username: candidate.username,
      endsAt: endsAt && fromDb(endsAt),
    },
    link: isNotice && row.link_id !== null ? { id: row.link_id, purpose: 'recovery' } : null,
    isAtMostOnce: false,
  };
}

interface Candidate {
  readonly name: string | null;
  readonly username: string | null;
  readonly email: string;
  readonly language: string;
}

/** Until he has typed the code, an applicant is his case. */
function candidateOf(knex: Knex, row: AdministratorRecoveryRow): Promise<Candidate> {
  if (row.candidate_id !== null)
    return knex('users')
      .where({ id: row.candidate_id })
      .first<Candidate>('name', 'username', 'email', 'language');
  return knex('registrations')
    .where({ id: row.registration_id })
    .first<Candidate>('email', 'language', knex.raw('NULL AS name'), knex.raw('NULL AS username'));
}

/** Who loses his factors is asked first; his administrators know whether he asked for it at all. */
async function recipientsOf(
  knex: Knex,
  { company_id: companyId, candidate_id: candidateId }: AdministratorRecoveryRow,
  kind: string,
  { email, language }: Candidate,
): Promise<PersonNotice['recipients']> {
  const himself = { email, language };
  if (kind === 'administrator-notice' || kind === 'administrator-appointed')
    return formerAdministrators(knex, companyId);
  if (kind !== 'factors-notice') return [himself];
  const others = await activeAdministrators(knex, companyId, candidateId);
  return [himself, ...others.map((other) => ({ email: other.email, language: other.language }))];
}
