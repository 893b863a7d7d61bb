import type { Knex } from 'knex';
import type { CodeBatch } from '../../domain/code-batch.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import type { CodeBatchRow } from '../code-batch-row.ts';
import { codeBatchColumns, codeBatchFrom } from '../code-batch-row.ts';
import { lifeActor } from './actors.ts';
import type { NewEvent } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { lockRow } from './lock-row.ts';

/** The life itself acts. */
export const batchLife = lifeActor('code-batch');

export interface LockedBatch {
  readonly row: CodeBatchRow;
  readonly batch: CodeBatch;
}

/** Refuses `not-found`. */
export async function lockBatch(trx: Knex.Transaction, id: string): Promise<LockedBatch> {
  const row = await lockRow<CodeBatchRow>(trx, 'code_batches', id);
  return { row, batch: await codeBatchFrom(trx, row) };
}

/** Writes the batch as a rule left it and the event; with its end no code of it can be read any more. */
export async function writeBatch(
  trx: Knex.Transaction,
  batch: CodeBatch,
  event: Pick<NewEvent, 'kind' | 'actor' | 'wakes' | 'command'> & { readonly facts?: object },
  at: Instant,
): Promise<Owing<CodeBatch>> {
  const { id, version, issuerId, closed } = batch;
  await trx('code_batches').where({ id }).update(codeBatchColumns(batch));
  if (closed !== null) await trx('activation_codes').where({ batch_id: id }).update({ sealed_code: null });
  const { facts = {}, ...told } = event;
  await appendEvent(trx, {
    ...told,
    subjectType: 'code-batch',
    subjectId: id,
    companyId: null,
    at,
    body: { version, issuerId, ...facts },
  });
  return { ...batch, toTell: [] };
}
