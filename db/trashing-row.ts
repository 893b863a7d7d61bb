/** Between the `trashings` row and the domain's trashing. */
import type { Knex } from 'knex';
import type { Policy } from '../domain/policy.ts';
import { planForTrashing, purgeRule } from '../domain/trashing.ts';
import type { PurgeCause, Trashing, TrashTerms } from '../domain/trashing.ts';
import { fromDb, fromDbOrNull, toDb, toDbOrNull } from './instants.ts';
import { outcomeAt } from './outcome-at.ts';
import { policyOf } from './policy-sets.ts';

export interface TrashingRow {
  readonly id: string;
  readonly brand_id: string;
  /** Spares a query where the brand was joined. */
  readonly brand_key?: string;
  readonly company_id: string;
  readonly document_id: string;
  readonly policy_set_id: string;
  readonly version: number;
  readonly trashed_at: Date;
  readonly purge_at: Date;
  readonly purge_cause: PurgeCause;
  readonly restores_to: 'inbox' | 'archive';
  readonly held_since_at: Date | null;
  readonly purging_since_at: Date | null;
  readonly outcome: 'purged' | 'restored' | null;
  readonly closed_at: Date | null;
}

export async function trashingFrom(knex: Knex, row: TrashingRow): Promise<Trashing> {
  const policy = await policyOf(knex, row.policy_set_id);
  const brand = row.brand_key ?? (await brandKeyOf(knex, row.brand_id));
  return {
    id: row.id,
    brand,
    companyId: row.company_id,
    documentId: row.document_id,
    terms: trashTermsOf(policy),
    version: row.version,
    trashedAt: fromDb(row.trashed_at),
    purgeAt: fromDb(row.purge_at),
    purgeCause: row.purge_cause,
    restoresTo: row.restores_to,
    heldSince: fromDbOrNull(row.held_since_at),
    purgingSince: fromDbOrNull(row.purging_since_at),
    closed: outcomeAt(row.outcome, row.closed_at),
  };
}

/** The numbers of a policy version that a trashing is bound to. */
export function trashTermsOf({ version, zone, trash, holdMinimumDays, messageSeconds }: Policy): TrashTerms {
  return { version, zone, days: trash.days, holdMinimumDays, messageSeconds };
}

async function brandKeyOf(knex: Knex, brandId: string): Promise<string> {
  const row = await knex('brands')
    .where({ id: brandId })
    .first<{ brand_key: string } | undefined>('brand_key');
  return row?.brand_key ?? '';
}

/** The columns that change during a stay in the trash. */
export function trashingColumns(trashing: Trashing): Record<string, unknown> {
  const next = planForTrashing(trashing);
  return {
    version: trashing.version,
    purge_at: toDb(trashing.purgeAt),
    purge_cause: trashing.purgeCause,
    purge_rule: purgeRule(trashing),
    held_since_at: toDbOrNull(trashing.heldSince),
    purging_since_at: toDbOrNull(trashing.purgingSince),
    next_act_at: toDbOrNull(next?.at),
    outcome: trashing.closed?.outcome ?? null,
    closed_at: toDbOrNull(trashing.closed?.at),
    open_key: trashing.closed === null ? trashing.documentId : null,
  };
}
