/** What Temporal knows of the lives of a product, for those who look from outside. */
import { defineSearchAttributeKey } from '@temporalio/common';
import type { Product } from './product.ts';

export interface LifeSeen {
  readonly isOpen: boolean;
  /** Runs under this id, closed ones too. */
  readonly runs: number;
}

/** Every life there is or was, by its workflow id. */
export async function livesOf({ temporal }: Product): Promise<ReadonlyMap<string, LifeSeen>> {
  const seen = new Map<string, LifeSeen>();
  for await (const { workflowId, status } of temporal.workflow.list()) {
    const before = seen.get(workflowId);
    const isOpen = status.name === 'RUNNING' || before?.isOpen === true;
    seen.set(workflowId, { isOpen, runs: (before?.runs ?? 0) + 1 });
  }
  return seen;
}

/** Where the life itself says that the paper stands: its search attribute. */
export async function stageSeen(
  { temporal }: Pick<Product, 'temporal'>,
  workflowId: string,
): Promise<unknown> {
  const { typedSearchAttributes } = await temporal.workflow.getHandle(workflowId).describe();
  return typedSearchAttributes.get(defineSearchAttributeKey('Stage', 'KEYWORD'));
}

/**
 * What the life cannot get done: a workflow task or an activity that fails again and again. One whose end was lost with
 * a server or a worker is tried once more when its time is up, and is no trouble.
 */
export async function troublesOf({ temporal }: Product, workflowId: string): Promise<string[]> {
  const { raw } = await temporal.workflow.getHandle(workflowId).describe();
  const tasks = [
    { name: 'workflow task', attempt: raw.pendingWorkflowTask?.attempt },
    ...(raw.pendingActivities ?? []).map(({ activityType, attempt }) => ({
      name: activityType?.name,
      attempt,
    })),
  ];
  return tasks
    .filter(({ attempt }) => (attempt ?? 0) > 2)
    .map(({ name, attempt }) => `${workflowId}: ${name} is tried for the ${attempt}th time`);
}
