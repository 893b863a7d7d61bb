/** Between the `document_cases` row and the domain's case. */
import type { Knex } from 'knex';
import type { CaseOutcome, CaseTerms, DocumentCase } from '../domain/document-case.ts';
import { planForCase } from '../domain/document-case.ts';
import type { DocumentPolicy } from '../domain/document-policy.ts';
import { fromDb, fromDbOrNull, toDbOrNull } from './instants.ts';
import { outcomeAt } from './outcome-at.ts';
import { documentPolicyOf } from './policy-sets.ts';

export interface DocumentCaseRow {
  readonly id: string;
  readonly brand_id: string;
  readonly issuer_id: string;
  readonly document_id: string;
  readonly policy_set_id: string;
  readonly version: number;
  readonly opened_at: Date;
  readonly needs_client: number;
  readonly visible_from_at: Date | null;
  readonly recalled_outcome: 'withdrawn' | 'corrected' | null;
  readonly recalled_at: Date | null;
  readonly reject_reason: string | null;
  readonly outcome: CaseOutcome | null;
  readonly closed_at: Date | null;
}

export function caseTerms({ version, zone, messageSeconds }: DocumentPolicy): CaseTerms {
  return { version, zone, messageSeconds };
}

export async function caseFromRow(knex: Knex, row: DocumentCaseRow): Promise<DocumentCase> {
  const brand = await knex('brands').where({ id: row.brand_id }).first<{ brand_key: string }>('brand_key');
  const { recalled_outcome: recalled, recalled_at: recalledAt } = row;
  return {
    id: row.id,
    brand: brand.brand_key,
    issuerId: row.issuer_id,
    documentId: row.document_id,
    terms: caseTerms(await documentPolicyOf(knex, row.policy_set_id)),
    version: row.version,
    openedAt: fromDb(row.opened_at),
    needsClient: row.needs_client === 1,
    visibleFromAt: fromDbOrNull(row.visible_from_at),
    recalled: recalled === null || recalledAt === null ? null : { outcome: recalled, at: fromDb(recalledAt) },
    closed: outcomeAt(row.outcome, row.closed_at),
  };
}

/** The columns that change. */
export function caseColumns(of: DocumentCase): Record<string, unknown> {
  return {
    version: of.version,
    needs_client: of.needsClient ? 1 : 0,
    visible_from_at: toDbOrNull(of.visibleFromAt),
    recalled_outcome: of.recalled?.outcome ?? null,
    recalled_at: toDbOrNull(of.recalled?.at),
    next_act_at: toDbOrNull(planForCase(of)?.at),
    outcome: of.closed?.outcome ?? null,
    closed_at: toDbOrNull(of.closed?.at),
    open_key: of.closed === null ? of.documentId : null,
  };
}
