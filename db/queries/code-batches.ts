import type { Knex } from 'knex';
import type { CodeBatch } from '../../domain/code-batch.ts';
import type { Owing } from '../../domain/life-rows.ts';
import type { Reach } from '../../domain/reach.ts';
import type { CodeBatchRow } from '../code-batch-row.ts';
import { codeBatchFrom } from '../code-batch-row.ts';

/** The batch as it stands, or null. */
export async function codeBatchById(knex: Knex, id: string): Promise<Owing<CodeBatch> | null> {
  const row = await knex('code_batches').where({ id }).first<CodeBatchRow | undefined>();
  return row === undefined ? null : { ...(await codeBatchFrom(knex, row)), toTell: [] };
}

export interface SeenBatch {
  readonly batch: CodeBatch;
  readonly reference: string;
  readonly rows: number;
  readonly made: number;
}

/** The batch with the sums of its report, or null. */
export async function seenBatch(knex: Knex, id: string): Promise<SeenBatch | null> {
  const row = await knex('code_batches').where({ id }).first<CodeBatchRow | undefined>();
  return row === undefined ? null : seen(knex, row);
}

/** Within the reach, the latest first; `after` is where the page before ended. */
export async function seenBatches(
  knex: Knex,
  reach: Reach,
  { limit, after }: { readonly limit: number; readonly after: string | null },
): Promise<readonly SeenBatch[]> {
  const rows = (await knex('code_batches')
    .modify((query) => {
      if (!reach.everything) void query.whereIn('issuer_id', [...reach.issuerIds]);
      if (after !== null) void query.where('id', '<', after);
    })
    .orderBy('id', 'desc')
    .limit(limit)) as CodeBatchRow[];
  return Promise.all(rows.map((row) => seen(knex, row)));
}

async function seen(knex: Knex, row: CodeBatchRow): Promise<SeenBatch> {
  const sums: { total: number; made: number }[] = await knex('code_batch_rows')
    .where({ batch_id: row.id })
    .select(knex.raw('COUNT(*) AS total'), knex.raw('COUNT(activation_code_id) AS made'));
  const { total = 0, made = 0 } = sums[0] ?? {};
  return { batch: await codeBatchFrom(knex, row), reference: row.reference, rows: total, made };
}

export interface BatchReportRow {
  readonly rowNo: number;
  readonly clientCode: string;
  readonly reason: string | null;
  readonly codeId: string | null;
}

/** The report, row by row. */
export async function batchReport(
  knex: Knex,
  batchId: string,
  { limit, after, refusedOnly }: { limit: number; after: number; refusedOnly: boolean },
): Promise<readonly BatchReportRow[]> {
  return knex('code_batch_rows')
    .where({ batch_id: batchId })
    .where('row_no', '>', after)
    .modify((query) => {
      if (refusedOnly) void query.whereNotNull('reason');
    })
    .orderBy('row_no')
    .limit(limit)
    .select<BatchReportRow[]>({
      rowNo: 'row_no',
      clientCode: 'client_code',
      reason: 'reason',
      codeId: 'activation_code_id',
    });
}
