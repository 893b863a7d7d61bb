/** Wakes the lives that events tell of: starts those that are missing, pokes those whose surroundings changed. */
import type { Client } from '@temporalio/client';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { Knex } from 'knex';
import { isLifeName, lifeToStart } from '../db/queries/life-starts.ts';
import type { LifeName } from '../domain/life-rows.ts';
import { startOptions } from '../workflows/start.ts';
import { startOfLife } from '../workflows/starts.ts';
import type { HearingLife } from './around.ts';
import { livesAround, signals } from './around.ts';

export interface Waker {
  /**
   * A life by its name is started; another name pokes the lives around a changed fact (`livesAround`). True when a life was
   * started that was not there.
   */
  wake(life: string, id: string): Promise<boolean>;
}

interface WakerDeps {
  readonly client: Client;
  readonly knex: Knex;
  readonly taskQueue: string;
}

export function createWaker({ client, knex, taskQueue }: WakerDeps): Waker {
  /** One that runs is left alone, as with USE_EXISTING, but says so: only what was missing counts as started. */
  async function start(life: LifeName, id: string): Promise<boolean> {
    const found = await lifeToStart(knex, life, id);
    if (found === null || found.isClosed) return false;
    const open = startOfLife(life, found.row);
    const options = { ...startOptions(open, taskQueue), workflowIdConflictPolicy: 'FAIL' as const };
    try {
      await client.workflow.start(open.workflow, options);
      return true;
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
      throw error;
    }
  }

  /**
   * Signal-with-start: the fact reaches the life even if it was not running. A row that the fact itself has closed too: its life
   * ends by it, with the mails that are still owed.
   */
  async function poke(life: HearingLife, id: string): Promise<void> {
    const found = await lifeToStart(knex, life, id);
    if (found === null) return;
    const poked = startOfLife(life, found.row);
    const options = { ...startOptions(poked, taskQueue), signal: signals[life], signalArgs: [] as [] };
    try {
      await client.workflow.signalWithStart(poked.workflow, options);
    } catch (error) {
      // It has ended: nothing is left to tell it.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }

  async function pokeAround(name: string, id: string): Promise<void> {
    for (const [life, idsAround] of livesAround(name))
      for (const each of await idsAround(knex, id)) await poke(life, each);
  }

  return {
    async wake(life, id) {
      if (isLifeName(life)) return start(life, id);
      await pokeAround(life, id);
      return false;
    },
  };
}
