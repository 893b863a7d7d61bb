/** Between the `administrator_recoveries` row and the domain's recovery. */
import type { Knex } from 'knex';
import type {
  AdministratorRecovery,
  RecoveryOutcome,
  RecoveryPurpose,
} from '../domain/administrator-recovery.ts';
import { planForRecovery, recoveryTerms } from '../domain/administrator-recovery.ts';
import { openKeyOf } from '../domain/recovery-need.ts';
import { fromDb, fromDbOrNull, toDb, toDbOrNull } from './instants.ts';
import { outcomeAt } from './outcome-at.ts';
import { peoplePolicyOf } from './policy-sets.ts';

export interface AdministratorRecoveryRow {
  readonly id: string;
  readonly purpose: RecoveryPurpose;
  readonly brand_id: string;
  readonly company_id: string;
  readonly candidate_id: string | null;
  readonly registration_id: string | null;
  readonly policy_set_id: string;
  readonly version: number;
  readonly reason: string;
  readonly proposed_at: Date;
  readonly proposed_by: string | null;
  readonly approved_at: Date | null;
  readonly approved_by: string | null;
  readonly objection_ends_at: Date | null;
  readonly ends_at: Date;
  readonly sealed_code: string | null;
  readonly code_hash: string | null;
  readonly printed_at: Date | null;
  readonly opened_at: Date | null;
  readonly wrong_codes: number;
  readonly link_id: string | null;
  readonly outcome: RecoveryOutcome | null;
  readonly closed_at: Date | null;
}

export async function recoveryFrom(
  knex: Knex,
  row: AdministratorRecoveryRow,
): Promise<AdministratorRecovery> {
  const brand = await knex('brands').where({ id: row.brand_id }).first<{ brand_key: string }>('brand_key');
  return {
    id: row.id,
    purpose: row.purpose,
    brand: brand.brand_key,
    companyId: row.company_id,
    terms: recoveryTerms(await peoplePolicyOf(knex, row.policy_set_id)),
    version: row.version,
    proposedAt: fromDb(row.proposed_at),
    proposedBy: row.proposed_by,
    candidateId: row.candidate_id,
    approvedAt: fromDbOrNull(row.approved_at),
    objectionEndsAt: fromDbOrNull(row.objection_ends_at),
    printedAt: fromDbOrNull(row.printed_at),
    openedAt: fromDbOrNull(row.opened_at),
    endsAt: fromDb(row.ends_at),
    wrongCodes: row.wrong_codes,
    closed: outcomeAt(row.outcome, row.closed_at),
  };
}

/** The columns that change; the code goes with the end, whatever the end is. */
export function recoveryColumns(recovery: AdministratorRecovery): Record<string, unknown> {
  const { codeDays, version } = recovery.terms;
  return {
    version: recovery.version,
    proposed_by: recovery.proposedBy,
    candidate_id: recovery.candidateId,
    approved_at: toDbOrNull(recovery.approvedAt),
    objection_ends_at: toDbOrNull(recovery.objectionEndsAt),
    printed_at: toDbOrNull(recovery.printedAt),
    opened_at: toDbOrNull(recovery.openedAt),
    ends_at: toDb(recovery.endsAt),
    ends_rule: `People: ${String(codeDays)} calendar days, ${recovery.terms.zone}, policy ${String(version)}`,
    wrong_codes: recovery.wrongCodes,
    next_act_at: toDbOrNull(planForRecovery(recovery)?.at),
    outcome: recovery.closed?.outcome ?? null,
    closed_at: toDbOrNull(recovery.closed?.at),
    open_key: recovery.closed === null ? openKeyOf(recovery) : null,
    ...(recovery.closed === null ? {} : { sealed_code: null, code_hash: null }),
    ...(recovery.printedAt === null ? {} : { sealed_code: null }),
  };
}
