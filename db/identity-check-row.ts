/** Between the `identity_checks` row and the domain's check. */
import type { Knex } from 'knex';
import type { IdentityCheck, IdentityOutcome } from '../domain/identity-check.ts';
import { identityTerms, planForIdentity } from '../domain/identity-check.ts';
import { fromDb, fromDbOrNull, toDb, toDbOrNull } from './instants.ts';
import { outcomeAt } from './outcome-at.ts';
import { peoplePolicyOf } from './policy-sets.ts';
import { owedMailsOf } from './queries/owed-mails.ts';

export interface IdentityCheckRow {
  readonly id: string;
  readonly brand_id: string;
  readonly registration_id: string;
  readonly policy_set_id: string;
  readonly version: number;
  readonly document_id: string | null;
  readonly due_at: Date;
  readonly destroying_since_at: Date | null;
  readonly result: IdentityOutcome | null;
  readonly outcome: IdentityOutcome | null;
  readonly closed_at: Date | null;
}

export async function identityCheckFrom(knex: Knex, row: IdentityCheckRow): Promise<IdentityCheck> {
  const brand = await knex('brands').where({ id: row.brand_id }).first<{ brand_key: string }>('brand_key');
  return {
    id: row.id,
    brand: brand.brand_key,
    registrationId: row.registration_id,
    terms: identityTerms(await peoplePolicyOf(knex, row.policy_set_id)),
    version: row.version,
    documentId: row.document_id,
    dueAt: fromDb(row.due_at),
    destroyingSince: fromDbOrNull(row.destroying_since_at),
    outcome: row.result,
    closed: outcomeAt(row.outcome, row.closed_at),
    toTell: await owedMailsOf(knex, row.id),
  };
}

/** The columns that change during a check. */
export function identityCheckColumns(check: IdentityCheck): Record<string, unknown> {
  const { closed, destroyingSince } = check;
  const next = planForIdentity(check);
  return {
    version: check.version,
    document_id: check.documentId,
    due_at: toDb(check.dueAt),
    destroying_since_at: toDbOrNull(destroyingSince),
    result: check.outcome,
    next_act_at: toDbOrNull(next?.at),
    outcome: closed?.outcome ?? null,
    closed_at: toDbOrNull(closed?.at),
    open_key: closed === null ? check.registrationId : null,
  };
}
