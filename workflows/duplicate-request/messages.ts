/** The contract of a duplicate that was asked for (WF-38). */
import { defineUpdate } from '@temporalio/workflow';
import type {
  DuplicateCommandName,
  DuplicateInputs,
  DuplicateRequest,
} from '../../domain/duplicate-request.ts';
import { duplicateStage, planForDuplicate } from '../../domain/duplicate-request.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { duplicateDetails, duplicateSummary } from '../../texts/duplicate-request.ts';
import type { LifeMessage } from '../start.ts';
import { startOf } from '../start.ts';

export type DuplicateState = Owing<DuplicateRequest>;

export const startOfDuplicateRequest = startOf<DuplicateState>('duplicate-request', {
  summary: duplicateSummary,
  details: duplicateDetails,
  stage: duplicateStage,
  plan: planForDuplicate,
});

export interface DuplicateMessage<
  Name extends DuplicateCommandName = DuplicateCommandName,
> extends LifeMessage {
  readonly duplicateId: string;
  readonly input: DuplicateInputs[Name];
}

export const fulfil = defineUpdate<DuplicateState, [DuplicateMessage<'fulfil'>]>('fulfil');
export const refuse = defineUpdate<DuplicateState, [DuplicateMessage<'refuse'>]>('refuse');
