/** The contract of the codes of one file, while they can still be read (WF-30). */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CodeBatch } from '../../domain/code-batch.ts';
import { batchStage, planForBatch } from '../../domain/code-batch.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { batchDetails, batchSummary } from '../../texts/code-lives.ts';
import type { LifeMessage } from '../start.ts';
import { startOf } from '../start.ts';

export type BatchState = Owing<CodeBatch>;

export const startOfCodeBatch = startOf<BatchState>('code-batch', {
  summary: batchSummary,
  details: batchDetails,
  stage: batchStage,
  plan: planForBatch,
});

export interface BatchMessage extends LifeMessage {
  readonly batchId: string;
}

export const confirmPrinted = defineUpdate<BatchState, [BatchMessage]>('confirmPrinted');

/** Its file has been read to the end. */
export const factsChanged = defineSignal('factsChanged');
