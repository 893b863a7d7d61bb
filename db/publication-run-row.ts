/** Between the `publication_runs` row and the domain's run. */
import type { Knex } from 'knex';
import type { DocumentPolicy } from '../domain/document-policy.ts';
import type { PublicationRun, RunKind, RunOutcome, RunTerms } from '../domain/publication-run.ts';
import { planForRun } from '../domain/publication-run.ts';
import { fromDb, toDb, toDbOrNull } from './instants.ts';
import { outcomeAt } from './outcome-at.ts';
import { documentPolicyOf } from './policy-sets.ts';

export interface PublicationRunRow {
  readonly id: string;
  readonly brand_id: string;
  readonly issuer_id: string;
  readonly reference: string;
  readonly kind: RunKind;
  readonly policy_set_id: string;
  readonly version: number;
  readonly opened_at: Date;
  readonly delivered_at: Date;
  readonly outcome: RunOutcome | null;
  readonly closed_at: Date | null;
}

export function runTerms({ version, zone, messageSeconds, publication }: DocumentPolicy): RunTerms {
  return { version, zone, messageSeconds, openDays: publication.openDays };
}

export async function runFromRow(knex: Knex, row: PublicationRunRow): Promise<PublicationRun> {
  const brand = await knex('brands').where({ id: row.brand_id }).first<{ brand_key: string }>('brand_key');
  return {
    id: row.id,
    brand: brand.brand_key,
    issuerId: row.issuer_id,
    reference: row.reference,
    kind: row.kind,
    terms: runTerms(await documentPolicyOf(knex, row.policy_set_id)),
    version: row.version,
    openedAt: fromDb(row.opened_at),
    deliveredAt: fromDb(row.delivered_at),
    closed: outcomeAt(row.outcome, row.closed_at),
  };
}

/** The columns that change. */
export function runColumns(run: PublicationRun): Record<string, unknown> {
  const next = planForRun(run);
  const { openDays, zone, version } = run.terms;
  return {
    version: run.version,
    delivered_at: toDb(run.deliveredAt),
    ends_rule: `WF-33: ${String(openDays)} calendar days of silence, ${zone}, policy ${String(version)}`,
    next_act_at: toDbOrNull(next?.at),
    outcome: run.closed?.outcome ?? null,
    closed_at: toDbOrNull(run.closed?.at),
  };
}
