/** The contract of a publication run (WF-33). */
import { defineUpdate } from '@temporalio/workflow';
import type { Owing } from '../../domain/life-rows.ts';
import type { PublicationRun } from '../../domain/publication-run.ts';
import { planForRun, runStage } from '../../domain/publication-run.ts';
import { runDetails, runSummary } from '../../texts/publication-run.ts';
import { brandAttribute, standingAttributes } from '../attributes.ts';
import { lifeId } from '../start.ts';
import type { LifeStart } from '../start.ts';

export type RunState = Owing<PublicationRun>;

export function startOfPublicationRun(run: RunState): LifeStart<RunState> {
  return {
    workflow: 'publicationRun',
    workflowId: lifeId('publication-run', run.id),
    input: run,
    summary: runSummary(run),
    details: runDetails(run),
    attributes: [
      ...brandAttribute(run.brand),
      ...standingAttributes({ stage: runStage(run), dueAt: planForRun(run)?.at ?? null }),
    ],
  };
}

/** A command as it travels; `request.receivedAt` is the API's stamp from which it counts. */
export interface RunMessage {
  readonly runId: string;
  readonly actor: {
    readonly type: 'user' | 'site' | 'staff' | 'issuer' | 'system';
    readonly id: string;
  };
  readonly request: { readonly id: string; readonly bodyHash: string; readonly receivedAt: string };
}

export const complete = defineUpdate<RunState, [RunMessage]>('complete');
