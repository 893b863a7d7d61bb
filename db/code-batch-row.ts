/** Between the `code_batches` row and the domain's batch. */
import type { Knex } from 'knex';
import type { BatchOutcome, CodeBatch } from '../domain/code-batch.ts';
import { batchTerms, planForBatch } from '../domain/code-batch.ts';
import { daysRule } from '../domain/policy.ts';
import { brandKeyOf } from './brand-keys.ts';
import { fromDb, fromDbOrNull, toDb, toDbOrNull } from './instants.ts';
import { outcomeAt } from './outcome-at.ts';
import { documentPolicyOf } from './policy-sets.ts';

export interface CodeBatchRow {
  readonly id: string;
  readonly brand_id: string;
  readonly issuer_id: string;
  readonly policy_set_id: string;
  readonly reference: string;
  readonly file_hash: string;
  readonly wrapped_key: string | null;
  readonly version: number;
  readonly created_at: Date;
  readonly filled_at: Date | null;
  readonly key_ends_at: Date;
  readonly outcome: BatchOutcome | null;
  readonly closed_at: Date | null;
}

export async function codeBatchFrom(knex: Knex, row: CodeBatchRow): Promise<CodeBatch> {
  return {
    id: row.id,
    brand: await brandKeyOf(knex, row.brand_id),
    issuerId: row.issuer_id,
    terms: batchTerms(await documentPolicyOf(knex, row.policy_set_id)),
    version: row.version,
    createdAt: fromDb(row.created_at),
    filledAt: fromDbOrNull(row.filled_at),
    keyEndsAt: fromDb(row.key_ends_at),
    closed: outcomeAt(row.outcome, row.closed_at),
  };
}

/** The columns that change; with its end the key is gone. */
export function codeBatchColumns(batch: CodeBatch): Record<string, unknown> {
  const next = planForBatch(batch);
  return {
    version: batch.version,
    filled_at: toDbOrNull(batch.filledAt),
    key_ends_at: toDb(batch.keyEndsAt),
    key_rule: daysRule('WF-30', batch.terms.sealedDays, batch.terms),
    next_act_at: toDbOrNull(next?.at),
    outcome: batch.closed?.outcome ?? null,
    closed_at: toDbOrNull(batch.closed?.at),
    ...(batch.closed === null ? {} : { wrapped_key: null }),
  };
}
