import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import type { SignUp } from '../../domain/sign-up.ts';
import { fromDb } from '../instants.ts';
import { peoplePolicyInForce } from '../policy-sets.ts';
import type { SignUpRow } from '../sign-up-row.ts';
import { signUpFrom } from '../sign-up-row.ts';
import { ofClientCode } from './issuers.ts';
import { withOwed } from './owed-mails.ts';
import type { PasswordTerms } from './password-terms.ts';
import type { PersonNotice } from './person-notices.ts';

/** The sign-up as it stands, or null. */
export async function signUpById(knex: Knex, id: string): Promise<Owing<SignUp> | null> {
  const row = await knex('sign_ups').where({ id }).first<SignUpRow | undefined>();
  return row === undefined ? null : withOwed(knex, await signUpFrom(knex, row));
}

/** What a new password is judged by, and what its holder proves himself with. */
export interface SignUpSaid {
  readonly brandId: string;
  readonly brandName: string;
  readonly codeId: string;
  readonly holderHash: string;
  readonly username: string;
  readonly email: string;
  readonly companyName: string;
}

export async function signUpSaid(knex: Knex, id: string): Promise<SignUpSaid | null> {
  const [found]: SignUpSaid[] = await knex('sign_ups as s')
    .join('brands as b', 'b.id', 's.brand_id')
    .where('s.id', id)
    .select({
      brandId: 's.brand_id',
      brandName: 'b.name',
      codeId: 's.activation_code_id',
      holderHash: 's.holder_hash',
      username: 's.username',
      email: 's.email',
      companyName: 's.company_name',
    });
  return found ?? null;
}

/** Whoever signs up is ruled by the brand of his code, and has no factor yet. */
export async function signUpPasswordTerms(
  knex: Knex,
  { brandId, username, email, companyName, brandName }: SignUpSaid,
  at: Instant,
): Promise<PasswordTerms> {
  const { password } = await peoplePolicyInForce(knex, brandId, at);
  return { policies: [password], hasSecondFactor: false, names: [username, email, companyName, brandName] };
}

interface NoticeRow extends SignUpRow {
  readonly zone: string;
  readonly client_code: string;
  readonly issuer_name: string;
}

/** The link, to the address that was said. */
export async function signUpNotice(knex: Knex, id: string): Promise<PersonNotice | null> {
  const row = await knex('sign_ups as s')
    .join('brands as b', 'b.id', 's.brand_id')
    .join('activation_codes as a', 'a.id', 's.activation_code_id')
    .join('client_codes as c', 'c.id', 'a.client_code_id')
    .join('issuer_prefixes as p', ofClientCode)
    .where('s.id', id)
    .first<NoticeRow | undefined>('s.*', 'b.zone', 'c.code as client_code', 'p.name as issuer_name');
  if (row?.link_id == null) return null;
  return {
    recipients: [{ email: row.email, language: row.language }],
    facts: {
      zone: row.zone,
      companyName: row.company_name,
      username: row.username,
      clientCode: row.client_code,
      issuerName: row.issuer_name,
      endsAt: fromDb(row.ends_at),
    },
    link: { id: row.link_id, purpose: 'sign-up' },
    isAtMostOnce: false,
  };
}
