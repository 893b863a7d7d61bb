/** Recoveries by letter as their lives, staff and the candidate see them. */
import type { Knex } from 'knex';
import type { AdministratorRecovery, RecoveryPurpose } from '../../domain/administrator-recovery.ts';
import type { Owing } from '../../domain/life-rows.ts';
import type { AdministratorRecoveryRow } from '../administrator-recovery-row.ts';
import { recoveryFrom } from '../administrator-recovery-row.ts';
import { fullName } from '../../domain/user.ts';
import { answered, answersIn } from '../registration-row.ts';
import { withOwed } from './owed-mails.ts';

/** The recovery as it stands, or null. */
export async function recoveryById(knex: Knex, id: string): Promise<Owing<AdministratorRecovery> | null> {
  const row = await knex('administrator_recoveries')
    .where({ id })
    .first<AdministratorRecoveryRow | undefined>();
  return row === undefined ? null : withOwed(knex, await recoveryFrom(knex, row));
}

/**
 * The recovery in which this user may enter a code for that purpose, or null: an open one if there is any, of several that
 * whose code it is (he may be proposed for two companies), else the latest.
 */
export async function recoveryOfCandidate(
  knex: Knex,
  candidateId: string,
  purpose: RecoveryPurpose,
  typedHashes: readonly string[] = [],
): Promise<Owing<AdministratorRecovery> | null> {
  const row = await knex('administrator_recoveries')
    .where({ candidate_id: candidateId, purpose })
    .orderByRaw('closed_at IS NOT NULL, COALESCE(code_hash IN (?), 0) DESC, id DESC', [
      typedHashes.length === 0 ? [''] : [...typedHashes],
    ])
    .first<{ id: string } | undefined>('id');
  return row === undefined ? null : recoveryById(knex, row.id);
}

/** What is printed in the letter; the code is sealed, and null once the letter is printed. */
export interface RecoveryLetter {
  readonly sealedCode: string | null;
  readonly companyName: string;
  /** For whose hands. */
  readonly name: string;
  readonly language: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

export async function recoveryLetter(knex: Knex, id: string): Promise<RecoveryLetter | null> {
  const row = await knex('administrator_recoveries as r')
    .join('companies as c', 'c.id', 'r.company_id')
    .leftJoin('users as u', 'u.id', 'r.candidate_id')
    .leftJoin('registrations as f', 'f.id', 'r.registration_id')
    .where('r.id', id)
    .first<LetterRow | undefined>(
      'r.sealed_code as sealedCode',
      'c.name as companyName',
      'u.name',
      'f.answers',
      'c.language',
      'c.street',
      'c.postal_code as postalCode',
      'c.city',
      'c.country',
    );
  if (row === undefined) return null;
  const { answers, ...letter } = row;
  return { ...letter, name: letter.name ?? applicantIn(answers) };
}

type LetterRow = Omit<RecoveryLetter, 'name'> & {
  readonly name: string | null;
  readonly answers: string | null;
};

/** An applicant is no user yet: his name is what he wrote. */
function applicantIn(answers: string | null): string {
  const written = answers === null ? {} : answersIn({ answers });
  return fullName(answered(written, 'firstName') ?? '', answered(written, 'lastName') ?? '');
}

/** Who administered by name and may object: suspended or gone, as far as he is reachable. */
export function formerAdministrators(
  knex: Knex,
  companyId: string,
): Promise<readonly { readonly email: string; readonly language: string }[]> {
  return knex('memberships as m')
    .join('users as u', 'u.id', 'm.user_id')
    .where({ 'm.company_id': companyId, 'm.profile': 'administrator' })
    .whereNotNull('m.accepted_at')
    .orderBy('u.id')
    .select('u.email', 'u.language');
}
