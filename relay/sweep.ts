/**
 * Once an hour: open rows against open workflows; what is missing is started from its row, with an event. A life whose
 * start is still owed is not missing: it begins by the event that asks for it.
 */
import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { Knex } from 'knex';
import { recordRestart } from '../db/changes/record-restart.ts';
import { awaitedLives } from '../db/queries/events-to-wake.ts';
import { lifeNames, openLives } from '../db/queries/life-starts.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Waker } from './wake.ts';

interface SweepDeps {
  readonly client: Client;
  readonly knex: Knex;
  readonly waker: Waker;
  readonly clock: () => Instant;
}

const PAGE = 200;

/** Returns the ids of the workflows that were missing and have been started. */
export async function sweep({ client, knex, waker, clock }: SweepDeps): Promise<readonly string[]> {
  const restarted: string[] = [];
  for (const life of lifeNames) {
    let after = '';
    for (;;) {
      const ids = await openLives(knex, life, after, PAGE);
      const awaited = await awaitedLives(knex, life, ids);
      for (const id of ids) {
        if (awaited.has(id)) continue;
        if (await isRunning(client, `${life}/${id}`)) continue;
        // Ended well meanwhile, closed meanwhile, started by another relay: nothing was missing.
        if (!(await waker.wake(life, id))) continue;
        await recordRestart(knex)(life, id, clock());
        restarted.push(`${life}/${id}`);
      }
      const last = ids.at(-1);
      if (last === undefined || ids.length < PAGE) break;
      after = last;
    }
  }
  return restarted;
}

async function isRunning(client: Client, workflowId: string): Promise<boolean> {
  try {
    const { status } = await client.workflow.getHandle(workflowId).describe();
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
