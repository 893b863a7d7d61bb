/** Publication runs as their life and their issuer see them (WF-33). */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import type { PublicationRun, RowOutcome } from '../../domain/publication-run.ts';
import { rowOutcomes } from '../../domain/publication-run.ts';
import type { RefusalDetails } from '../../domain/verdict.ts';
import { fromDb } from '../instants.ts';
import type { PublicationRunRow } from '../publication-run-row.ts';
import { runFromRow } from '../publication-run-row.ts';
import { withOwed } from './owed-mails.ts';

/** The run as it stands, or null. */
export async function runById(knex: Knex, id: string): Promise<Owing<PublicationRun> | null> {
  const row = await knex('publication_runs').where({ id }).first<PublicationRunRow | undefined>();
  return row === undefined ? null : withOwed(knex, await runFromRow(knex, row));
}

/** Runs of an issuer, the latest first. */
export async function runsOf(
  knex: Knex,
  issuerIds: readonly string[],
  { limit, before }: { readonly limit: number; readonly before: string | null },
): Promise<readonly PublicationRun[]> {
  const query = knex('publication_runs').whereIn('issuer_id', [...issuerIds]);
  if (before !== null) query.where('id', '<', before);
  const rows = (await query.orderBy('id', 'desc').limit(limit)) as PublicationRunRow[];
  return Promise.all(rows.map((row) => runFromRow(knex, row)));
}

export type RunCounts = Readonly<Record<RowOutcome, number>>;

/** How many documents of it became what. */
export async function runCounts(knex: Knex, id: string): Promise<RunCounts> {
  const rows: { outcome: RowOutcome; n: number }[] = await knex('publication_rows')
    .where({ run_id: id })
    .groupBy('outcome')
    .select('outcome')
    .count('* as n');
  const counted = new Map(rows.map(({ outcome, n }) => [outcome, n]));
  return Object.fromEntries(rowOutcomes.map((each) => [each, counted.get(each) ?? 0])) as Record<
    RowOutcome,
    number
  >;
}

export async function refusedRows(knex: Knex, id: string): Promise<number> {
  return (await runCounts(knex, id)).refused;
}

export interface RunRow {
  readonly name: string;
  readonly number: string | null;
  readonly outcome: RowOutcome;
  readonly reason: string | null;
  readonly details: RefusalDetails | null;
  readonly documentId: string | null;
  readonly reportedAt: Instant;
}

/** Its documents by their names. */
export async function runRows(
  knex: Knex,
  id: string,
  page: { readonly limit: number; readonly after: string | null; readonly outcome?: RowOutcome | undefined },
): Promise<readonly RunRow[]> {
  const query = knex('publication_rows').where({ run_id: id });
  if (page.outcome !== undefined) query.where({ outcome: page.outcome });
  if (page.after !== null) query.where('name', '>', page.after);
  const rows = (await query.orderBy('name').limit(page.limit)) as {
    name: string;
    number: string | null;
    outcome: RowOutcome;
    reason: string | null;
    details: string | null;
    document_id: string | null;
    reported_at: Date;
  }[];
  return rows.map((row) => ({
    name: row.name,
    number: row.number,
    outcome: row.outcome,
    reason: row.reason,
    details: row.details === null ? null : (JSON.parse(row.details) as RefusalDetails),
    documentId: row.document_id,
    reportedAt: fromDb(row.reported_at),
  }));
}
