import type { SeenBatch } from '../../db/queries/code-batches.ts';
import { localTimeOf } from '../../domain/calendar.ts';
import { batchStage } from '../../domain/code-batch.ts';

export function presentBatch({ batch, reference, rows, made }: SeenBatch) {
  const { id, createdAt, keyEndsAt, terms, closed } = batch;
  return {
    id,
    reference,
    stage: batchStage(batch),
    rows,
    made,
    createdAt,
    keyEndsAt,
    localKeyEndsAt: localTimeOf(keyEndsAt, terms.zone),
    zone: terms.zone,
    closedAt: closed?.at ?? null,
  };
}
