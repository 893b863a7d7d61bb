/** How any life is started: the same for relay, API and sweep, from the row alone (decided.md, Lives and ids). */
import type { SearchAttributePair } from '@temporalio/common';
import type { LifeName } from '../domain/life-rows.ts';

export interface LifeStart<Input> {
  readonly workflow: string;
  readonly workflowId: string;
  readonly input: Input;
  readonly summary: string;
  readonly details: string;
  readonly attributes: SearchAttributePair[];
}

/** One life a row: its workflow is named after it. */
export const lifeId = (life: LifeName, id: string): string => `${life}/${id}`;

/**
 * The options of every start. A life that runs is used, one that ended well is not started again; after a
 * worker's death a command waits for the time-out of the workflow task, hence five seconds.
 */
export function startOptions<Input>(start: LifeStart<Input>, taskQueue: string) {
  return {
    workflowId: start.workflowId,
    taskQueue,
    args: [start.input] as [Input],
    workflowIdConflictPolicy: 'USE_EXISTING' as const,
    workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY' as const,
    workflowTaskTimeout: '5 seconds' as const,
    staticSummary: start.summary,
    staticDetails: start.details,
    typedSearchAttributes: start.attributes,
  };
}
