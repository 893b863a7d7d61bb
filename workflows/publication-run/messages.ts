/** The contract of a publication run (WF-33). */
import { defineUpdate } from '@temporalio/workflow';
import type { Owing } from '../../domain/life-rows.ts';
import type { PublicationRun } from '../../domain/publication-run.ts';
import { planForRun, runStage } from '../../domain/publication-run.ts';
import { runDetails, runSummary } from '../../texts/publication-run.ts';
import type { LifeMessage } from '../start.ts';
import { startOf } from '../start.ts';

export type RunState = Owing<PublicationRun>;

export const startOfPublicationRun = startOf<RunState>('publication-run', {
  summary: runSummary,
  details: runDetails,
  stage: runStage,
  plan: planForRun,
});

export interface RunMessage extends LifeMessage {
  readonly runId: string;
}

export const complete = defineUpdate<RunState, [RunMessage]>('complete');
