/** Between the `duplicate_requests` row and the domain's request. */
import type { Knex } from 'knex';
import type { DuplicateOutcome, DuplicateRefusal, DuplicateRequest } from '../domain/duplicate-request.ts';
import { duplicateTerms, planForDuplicate } from '../domain/duplicate-request.ts';
import { brandKeyOf } from './brand-keys.ts';
import { fromDb, fromDbOrNull, toDbOrNull } from './instants.ts';
import { outcomeAt } from './outcome-at.ts';
import { documentPolicyOf } from './policy-sets.ts';

export interface DuplicateRow {
  readonly id: string;
  readonly brand_id: string;
  readonly issuer_id: string;
  readonly policy_set_id: string;
  readonly client_code_id: string;
  readonly number: string;
  readonly document_id: string | null;
  readonly asked_by_id: string;
  readonly language: string;
  readonly version: number;
  readonly opened_at: Date;
  readonly due_at: Date | null;
  readonly overdue_at: Date | null;
  readonly blob_id: string | null;
  readonly delivered_at: Date | null;
  readonly copy_ends_at: Date | null;
  readonly refused: DuplicateRefusal | null;
  readonly outcome: DuplicateOutcome | null;
  readonly closed_at: Date | null;
}

export async function duplicateFromRow(knex: Knex, row: DuplicateRow): Promise<DuplicateRequest> {
  const [at, endsAt] = [fromDbOrNull(row.delivered_at), fromDbOrNull(row.copy_ends_at)];
  return {
    id: row.id,
    brand: await brandKeyOf(knex, row.brand_id),
    issuerId: row.issuer_id,
    clientCodeId: row.client_code_id,
    documentId: row.document_id,
    terms: duplicateTerms(await documentPolicyOf(knex, row.policy_set_id)),
    version: row.version,
    openedAt: fromDb(row.opened_at),
    dueAt: fromDbOrNull(row.due_at),
    overdueAt: fromDbOrNull(row.overdue_at),
    delivered: at === null || endsAt === null ? null : { at, endsAt },
    refused: row.refused,
    closed: outcomeAt(row.outcome, row.closed_at),
  };
}

/** The columns that change; once it is answered the same may be asked for again. */
export function duplicateColumns(request: DuplicateRequest): Record<string, unknown> {
  const { delivered, closed } = request;
  return {
    version: request.version,
    overdue_at: toDbOrNull(request.overdueAt),
    delivered_at: toDbOrNull(delivered?.at),
    copy_ends_at: toDbOrNull(delivered?.endsAt),
    refused: request.refused,
    next_act_at: toDbOrNull(planForDuplicate(request)?.at),
    outcome: closed?.outcome ?? null,
    closed_at: toDbOrNull(closed?.at),
    ...((closed !== null || delivered !== null) && { open_key: null }),
  };
}
