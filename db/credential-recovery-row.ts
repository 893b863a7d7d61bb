/** Between the `credential_recoveries` row and the domain's recovery. */
import type { Knex } from 'knex';
import type { CredentialRecovery, RecoveryOutcome, RecoveryTerms } from '../domain/credential-recovery.ts';
import { planForRecovery } from '../domain/credential-recovery.ts';
import type { Owing } from '../domain/life-rows.ts';
import { fromDb, fromDbOrNull, toDbOrNull } from './instants.ts';
import { outcomeAt } from './outcome-at.ts';
import { peoplePolicyOf } from './policy-sets.ts';
import { owedMailsOf } from './queries/owed-mails.ts';

export interface CredentialRecoveryRow {
  readonly id: string;
  readonly source: CredentialRecovery['source'];
  readonly identifier: string | null;
  readonly company_id: string | null;
  readonly brand_id: string | null;
  readonly policy_set_id: string | null;
  readonly link_id: string | null;
  readonly version: number;
  readonly asked_at: Date;
  readonly ends_at: Date | null;
  readonly hand_over_at: Date | null;
  readonly outcome: RecoveryOutcome | null;
  readonly closed_at: Date | null;
}

/** With the mails it owes by now: what the life goes on from. */
export type RecoveryState = Owing<CredentialRecovery>;

export async function recoveryFrom(knex: Knex, row: CredentialRecoveryRow): Promise<RecoveryState> {
  const owed = await owedMailsOf(knex, row.id);
  return {
    id: row.id,
    source: row.source,
    brand: await brandOf(knex, row.brand_id),
    terms: row.policy_set_id === null ? null : await recoveryTermsOf(knex, row.policy_set_id),
    version: row.version,
    askedAt: fromDb(row.asked_at),
    endsAt: fromDbOrNull(row.ends_at),
    handOverAt: fromDbOrNull(row.hand_over_at),
    closed: outcomeAt(row.outcome, row.closed_at),
    toTell: owed.map(({ key }) => ({ key })),
  };
}

async function recoveryTermsOf(knex: Knex, policySetId: string): Promise<RecoveryTerms> {
  const { version, zone, messageSeconds } = await peoplePolicyOf(knex, policySetId);
  return { version, zone, messageSeconds };
}

async function brandOf(knex: Knex, brandId: string | null): Promise<string | null> {
  if (brandId === null) return null;
  const brand = await knex('brands').where({ id: brandId }).first<{ brand_key: string }>('brand_key');
  return brand.brand_key;
}

/** The columns that change during a recovery. */
export function recoveryColumns(recovery: CredentialRecovery): Record<string, unknown> {
  const next = planForRecovery(recovery);
  const { handOverAt = null } = recovery;
  return {
    version: recovery.version,
    ends_at: toDbOrNull(recovery.endsAt),
    hand_over_at: toDbOrNull(handOverAt),
    next_act_at: toDbOrNull(next?.at),
    outcome: recovery.closed?.outcome ?? null,
    closed_at: toDbOrNull(recovery.closed?.at),
  };
}
