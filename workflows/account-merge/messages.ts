/** The contract of a merge of two recipient accounts (WF-37). */
import { defineUpdate } from '@temporalio/workflow';
import type { AccountMerge, MergeCommandName } from '../../domain/account-merge.ts';
import { mergeStage, planForMerge } from '../../domain/account-merge.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { mergeDetails, mergeSummary } from '../../texts/account-merge.ts';
import type { LifeMessage } from '../start.ts';
import { startOf } from '../start.ts';

export type MergeState = Owing<AccountMerge>;

export const startOfAccountMerge = startOf<MergeState>('account-merge', {
  summary: mergeSummary,
  details: mergeDetails,
  stage: mergeStage,
  plan: planForMerge,
});

export interface MergeMessage extends LifeMessage {
  readonly mergeId: string;
}

const command = (name: MergeCommandName) => defineUpdate<MergeState, [MergeMessage]>(name);

export const updates = {
  consent: command('consent'),
  refuse: command('refuse'),
  approve: command('approve'),
  revert: command('revert'),
} as const satisfies Record<MergeCommandName, unknown>;
