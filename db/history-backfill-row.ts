/** Between the `history_backfills` row and the domain's back-fill. */
import type { Knex } from 'knex';
import type { CalendarDay } from '../domain/calendar.ts';
import type { BackfillOutcome, HistoryBackfill } from '../domain/history-backfill.ts';
import { backfillTerms, planForBackfill } from '../domain/history-backfill.ts';
import { brandKeyOf } from './brand-keys.ts';
import { fromDb, fromDbOrNull, toDbOrNull } from './instants.ts';
import { outcomeAt } from './outcome-at.ts';
import { documentPolicyOf } from './policy-sets.ts';

export interface HistoryBackfillRow {
  readonly id: string;
  readonly reception_id: string;
  readonly brand_id: string;
  readonly policy_set_id: string;
  readonly version: number;
  readonly begun_at: Date;
  readonly reached_on: CalendarDay | null;
  readonly oldest_on: CalendarDay | null;
  readonly shown: number;
  readonly total: number | null;
  readonly paused_at: Date | null;
  readonly outcome: BackfillOutcome | null;
  readonly closed_at: Date | null;
}

export async function backfillFrom(knex: Knex, row: HistoryBackfillRow): Promise<HistoryBackfill> {
  return {
    id: row.id,
    brand: await brandKeyOf(knex, row.brand_id),
    receptionId: row.reception_id,
    terms: backfillTerms(await documentPolicyOf(knex, row.policy_set_id)),
    version: row.version,
    begunAt: fromDb(row.begun_at),
    reachedOn: row.reached_on,
    oldestOn: row.oldest_on,
    shown: row.shown,
    total: row.total,
    pausedAt: fromDbOrNull(row.paused_at),
    closed: outcomeAt(row.outcome, row.closed_at),
  };
}

/** The columns that change. */
export function backfillColumns(backfill: HistoryBackfill): Record<string, unknown> {
  const { version, reachedOn, oldestOn, shown, total, pausedAt, closed } = backfill;
  return {
    ...{ version, shown, total },
    reached_on: reachedOn,
    oldest_on: oldestOn,
    paused_at: toDbOrNull(pausedAt),
    next_act_at: toDbOrNull(planForBackfill(backfill)?.at),
    outcome: closed?.outcome ?? null,
    closed_at: toDbOrNull(closed?.at),
  };
}
