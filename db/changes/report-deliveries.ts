/** The report of a run, by the names of its documents (WF-33). */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';
import type { Delivered, DeliveryReport } from './publish-documents.ts';

/**
 * The first thing that became of a document stays its report: sent again it is no news, also where its number is by now that of its
 * correction. `reports`: of each of the part, in its order.
 */
export async function writeReports(
  trx: Knex.Transaction,
  runId: string,
  { part, reports }: { readonly part: readonly Delivered[]; readonly reports: readonly DeliveryReport[] },
  at: Instant,
): Promise<void> {
  const known = await takenInBefore(trx, runId, part, reports);
  const news = reports.filter(({ name }) => !known.has(name));
  const rows = [...new Map(news.map((report) => [report.name, report])).values()].map((report) => ({
    run_id: runId,
    name: report.name,
    outcome: report.outcome,
    reason: report.reason,
    details: report.details === null ? null : JSON.stringify(report.details),
    document_id: report.documentId,
    number: report.number,
    reported_at: toDb(at),
  }));
  const columns = ['outcome', 'reason', 'details', 'document_id', 'number', 'reported_at'];
  const kept = (column: string) =>
    `${column} = IF(document_id IS NOT NULL AND document_id <=> VALUES(document_id), ${column}, VALUES(${column}))`;
  if (rows.length === 0) return;
  const places = rows.map(() => '(?, ?, ?, ?, ?, ?, ?, ?)').join(', ');
  // `document_id` last: the others ask what it was.
  const order = [...columns.filter((column) => column !== 'document_id'), 'document_id'];
  await trx.raw(
    `INSERT INTO publication_rows (run_id, name, outcome, reason, details, document_id, number, reported_at)
     VALUES ${places} ON DUPLICATE KEY UPDATE ${order.map(kept).join(', ')}`,
    rows.flatMap((row) => Object.values(row)),
  );
}

/** Of what is refused now, the names under which the run has brought that very document. Another day for it is news. */
async function takenInBefore(
  trx: Knex.Transaction,
  runId: string,
  part: readonly Delivered[],
  reports: readonly DeliveryReport[],
): Promise<ReadonlySet<string>> {
  const refused = new Map(
    part.flatMap((each, index) => {
      const { outcome, reason } = reports[index] ?? {};
      const isOld = outcome === 'refused' && reason !== 'issued-document.other-embargo';
      return isOld ? [[each.name, contentOf(each)] as const] : [];
    }),
  );
  if (refused.size === 0) return new Set();
  const rows: { name: string; content_hash: string }[] = await trx('publication_rows as r')
    .join('issued_documents as d', 'd.id', 'r.document_id')
    .where('r.run_id', runId)
    .whereIn('r.name', [...refused.keys()])
    .select('r.name', 'd.content_hash');
  return new Set(rows.filter((row) => refused.get(row.name) === row.content_hash).map(({ name }) => name));
}

const contentOf = (each: Delivered) => ('prepared' in each ? each.prepared.contentHash : each.contentHash);
