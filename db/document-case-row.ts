/** Between the `document_cases` row and the domain's case. */
import type { Knex } from 'knex';
import type { CaseOutcome, CaseTerms, DocumentCase } from '../domain/document-case.ts';
import { planForCase } from '../domain/document-case.ts';
import type { DocumentPolicy } from '../domain/document-policy.ts';
import { fromDb, fromDbOrNull, toDb } from './instants.ts';
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
  const { outcome, closed_at: closedAt, recalled_outcome: recalled, recalled_at: recalledAt } = row;
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
    closed: outcome === null || closedAt === null ? null : { outcome, at: fromDb(closedAt) },
  };
}

/** The columns that change. */
export function caseColumns(of: DocumentCase): Record<string, unknown> {
  const orNull = (at: string | null | undefined) => (at === null || at === undefined ? null : toDb(at));
  return {
    version: of.version,
    needs_client: of.needsClient ? 1 : 0,
    visible_from_at: orNull(of.visibleFromAt),
    recalled_outcome: of.recalled?.outcome ?? null,
    recalled_at: orNull(of.recalled?.at),
    next_act_at: orNull(planForCase(of)?.at),
    outcome: of.closed?.outcome ?? null,
    closed_at: orNull(of.closed?.at),
    open_key: of.closed === null ? of.documentId : null,
  };
}
