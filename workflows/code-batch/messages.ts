/** The contract of the codes of one file, while they can still be read (WF-30). */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CodeBatch } from '../../domain/code-batch.ts';
import { batchStage, planForBatch } from '../../domain/code-batch.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { batchDetails, batchSummary } from '../../texts/code-lives.ts';
import { brandAttribute, standingAttributes } from '../attributes.ts';
import { lifeId } from '../start.ts';
import type { LifeStart } from '../start.ts';

export type BatchState = Owing<CodeBatch>;

export function startOfCodeBatch(batch: BatchState): LifeStart<BatchState> {
  return {
    workflow: 'codeBatch',
    workflowId: lifeId('code-batch', batch.id),
    input: batch,
    summary: batchSummary(batch),
    details: batchDetails(batch),
    attributes: [
      ...brandAttribute(batch.brand),
      ...standingAttributes({ stage: batchStage(batch), dueAt: planForBatch(batch)?.at ?? null }),
    ],
  };
}

/** A command as it travels. */
export interface BatchMessage {
  readonly batchId: string;
  readonly actor: { readonly type: 'user' | 'site' | 'staff' | 'issuer' | 'system'; readonly id: string };
  readonly request: { readonly id: string; readonly bodyHash: string; readonly receivedAt: string };
}

export const confirmPrinted = defineUpdate<BatchState, [BatchMessage]>('confirmPrinted');

/** Its file has been read to the end. */
export const factsChanged = defineSignal('factsChanged');
