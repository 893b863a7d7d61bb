/** The contract of the past that comes after a consent (WF-36). */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { BackfillCommandName, HistoryBackfill } from '../../domain/history-backfill.ts';
import { backfillStage, planForBackfill } from '../../domain/history-backfill.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { backfillDetails, backfillSummary } from '../../texts/history-backfill.ts';
import type { LifeMessage } from '../start.ts';
import { startOf } from '../start.ts';

export type BackfillState = Owing<HistoryBackfill>;

export const startOfHistoryBackfill = startOf<BackfillState>('history-backfill', {
  summary: backfillSummary,
  details: backfillDetails,
  stage: backfillStage,
  plan: planForBackfill,
});

export interface BackfillMessage extends LifeMessage {
  readonly backfillId: string;
}

const command = (name: BackfillCommandName) => defineUpdate<BackfillState, [BackfillMessage]>(name);

export const updates = {
  pause: command('pause'),
  resume: command('resume'),
  drop: command('drop'),
} as const satisfies Record<BackfillCommandName, unknown>;

/** Its reception has ended. */
export const factsChanged = defineSignal('factsChanged');
