/** Between the `account_merges` row and the domain's merge. */
import type { Knex } from 'knex';
import type { AccountMerge, MergeOutcome, MergeRefuser } from '../domain/account-merge.ts';
import { mergeTerms, planForMerge } from '../domain/account-merge.ts';
import { daysRule } from '../domain/policy.ts';
import { brandKeyOf } from './brand-keys.ts';
import { fromDb, fromDbOrNull, toDb, toDbOrNull } from './instants.ts';
import { outcomeAt } from './outcome-at.ts';
import { documentPolicyOf } from './policy-sets.ts';

export interface AccountMergeRow {
  readonly id: string;
  readonly brand_id: string;
  readonly policy_set_id: string;
  readonly source_account_id: string;
  readonly target_account_id: string;
  readonly asked_by_id: string | null;
  readonly issuer_id: string | null;
  readonly contact_stays: number;
  readonly version: number;
  readonly opened_at: Date;
  readonly ends_at: Date;
  readonly source_consent_by: string | null;
  readonly source_consented_at: Date | null;
  readonly target_consent_by: string | null;
  readonly target_consented_at: Date | null;
  readonly merged_at: Date | null;
  readonly revert_ends_at: Date | null;
  readonly refused_by: MergeRefuser | null;
  readonly outcome: MergeOutcome | null;
  readonly closed_at: Date | null;
}

export async function mergeFromRow(knex: Knex, row: AccountMergeRow): Promise<AccountMerge> {
  const consent = (by: string | null, at: Date | null) =>
    by === null || at === null ? null : { by, at: fromDb(at) };
  const [mergedAt, revertEndsAt] = [fromDbOrNull(row.merged_at), fromDbOrNull(row.revert_ends_at)];
  return {
    id: row.id,
    brand: await brandKeyOf(knex, row.brand_id),
    sourceId: row.source_account_id,
    targetId: row.target_account_id,
    terms: mergeTerms(await documentPolicyOf(knex, row.policy_set_id)),
    version: row.version,
    openedAt: fromDb(row.opened_at),
    askedBy: row.asked_by_id,
    contactStays: row.contact_stays === 1,
    endsAt: fromDb(row.ends_at),
    consents: {
      source: consent(row.source_consent_by, row.source_consented_at),
      target: consent(row.target_consent_by, row.target_consented_at),
    },
    merged: mergedAt === null || revertEndsAt === null ? null : { at: mergedAt, revertEndsAt },
    refusedBy: row.refused_by,
    closed: outcomeAt(row.outcome, row.closed_at),
  };
}

/** The columns that change. */
export function mergeColumns(merge: AccountMerge): Record<string, unknown> {
  const { consents, merged, closed, terms } = merge;
  return {
    version: merge.version,
    ends_at: toDb(merge.endsAt),
    ends_rule: daysRule('WF-37', merged === null ? terms.consentDays : terms.revertDays, terms),
    source_consent_by: consents.source?.by ?? null,
    source_consented_at: toDbOrNull(consents.source?.at),
    target_consent_by: consents.target?.by ?? null,
    target_consented_at: toDbOrNull(consents.target?.at),
    merged_at: toDbOrNull(merged?.at),
    revert_ends_at: toDbOrNull(merged?.revertEndsAt),
    refused_by: merge.refusedBy,
    next_act_at: toDbOrNull(planForMerge(merge)?.at),
    outcome: closed?.outcome ?? null,
    closed_at: toDbOrNull(closed?.at),
  };
}
