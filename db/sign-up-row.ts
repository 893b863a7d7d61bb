/** Between the `sign_ups` row and the domain's sign-up. */
import type { Knex } from 'knex';
import type { SignUp, SignUpOutcome } from '../domain/sign-up.ts';
import { planForSignUp, signUpTerms } from '../domain/sign-up.ts';
import { brandKeyOf } from './brand-keys.ts';
import { fromDb, toDb, toDbOrNull } from './instants.ts';
import { outcomeAt } from './outcome-at.ts';
import { documentPolicyOf } from './policy-sets.ts';

export interface SignUpRow {
  readonly id: string;
  readonly brand_id: string;
  readonly activation_code_id: string;
  readonly policy_set_id: string;
  readonly holder_hash: string;
  readonly kind: 'b2b' | 'b2c';
  readonly username: string;
  readonly enterprise_number: string | null;
  readonly identification: string | null;
  readonly company_name: string;
  readonly email: string;
  readonly language: string;
  readonly client_address: string;
  readonly link_id: string | null;
  readonly version: number;
  readonly begun_at: Date;
  readonly ends_at: Date;
  readonly outcome: SignUpOutcome | null;
  readonly closed_at: Date | null;
}

export async function signUpFrom(knex: Knex, row: SignUpRow): Promise<SignUp> {
  return {
    id: row.id,
    brand: await brandKeyOf(knex, row.brand_id),
    codeId: row.activation_code_id,
    terms: signUpTerms(await documentPolicyOf(knex, row.policy_set_id)),
    version: row.version,
    begunAt: fromDb(row.begun_at),
    endsAt: fromDb(row.ends_at),
    closed: outcomeAt(row.outcome, row.closed_at),
  };
}

/** The columns that change; with its end the code is free. */
export function signUpColumns(signUp: SignUp): Record<string, unknown> {
  const { terms, closed } = signUp;
  const next = planForSignUp(signUp);
  return {
    version: signUp.version,
    ends_at: toDb(signUp.endsAt),
    ends_rule: `UP-05: ${String(terms.linkHours)} hours, within the days of the code, policy ${String(terms.version)}`,
    next_act_at: toDbOrNull(next?.at),
    outcome: closed?.outcome ?? null,
    closed_at: toDbOrNull(closed?.at),
    hold_key: closed === null ? signUp.codeId : null,
  };
}
