/** Sends a command once more under its own id: a finished one answers, one that was lost is done now (design.md). */
import type { Client } from '@temporalio/client';
import {
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { Knex } from 'knex';
import type { EventToConfirm } from '../db/queries/events-to-confirm.ts';
import { isLifeName, lifeToStart } from '../db/queries/life-starts.ts';
import { startOptions } from '../workflows/start.ts';
import { startOfLife } from '../workflows/starts.ts';

interface ConfirmDeps {
  readonly client: Client;
  readonly knex: Knex;
  readonly taskQueue: string;
}

/** Long enough for a worker that is there; one that is away is asked again by the next sweep of the relay. */
const WAIT_MS = 10_000;

export function createConfirmer({ client, knex, taskQueue }: ConfirmDeps) {
  async function startOf({ life, lifeId }: EventToConfirm) {
    if (!isLifeName(life)) throw new Error(`no life is called ${life}`);
    const found = await lifeToStart(knex, life, lifeId);
    return found && { life: startOfLife(life, found.row), isClosed: found.isClosed };
  }

  /** Resolves when the life knows of the command; rejects when it could not be asked. */
  return async function confirm(event: EventToConfirm): Promise<void> {
    const found = await startOf(event);
    if (found === null) return;
    const { update, updateId, args } = event.command;
    try {
      await client.connection.withDeadline(Date.now() + WAIT_MS, async () => {
        if (found.isClosed) {
          await client.workflow
            .getHandle(found.life.workflowId)
            .executeUpdate(update, { args: [args], updateId });
          return;
        }
        const startWorkflowOperation = new WithStartWorkflowOperation(
          found.life.workflow,
          startOptions<unknown>(found.life, taskQueue),
        );
        await client.workflow.executeUpdateWithStart(update, {
          startWorkflowOperation,
          args: [args],
          updateId,
        });
      });
    } catch (error) {
      if (!isSettled(error)) throw error;
    }
  };
}

/** The life refused it, or is over: nothing is left to confirm. */
function isSettled(error: unknown): boolean {
  if (error instanceof WorkflowUpdateFailedError || error instanceof WorkflowExecutionAlreadyStartedError)
    return true;
  return error instanceof Error && error.name === 'WorkflowNotFoundError';
}
