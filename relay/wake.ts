/** Wakes the lives that events tell of: starts those that are missing, pokes those whose surroundings changed. */
import type { Client } from '@temporalio/client';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { Knex } from 'knex';
import {
  forwardingItemsOf,
  mailItemToStart,
  openItemsOf,
  openTrashingOf,
  trashingToStart,
} from '../db/queries/life-starts.ts';
import { factsChanged as itemFactsChanged, startOfMailItem } from '../workflows/mail-item/messages.ts';
import type { LifeStart } from '../workflows/start.ts';
import { startOptions } from '../workflows/start.ts';
import { factsChanged as trashingFactsChanged, startOfTrashing } from '../workflows/trashing/messages.ts';

export interface Waker {
  /**
   * `mail-item` and `trashing` are started; the others poke the lives around a changed fact: `postbox` the letters to be
   * forwarded, `letters-of` every open letter of a box, `scan-of` the scan of a letter.
   */
  wake(life: string, id: string): Promise<void>;
}

interface WakerDeps {
  readonly client: Client;
  readonly knex: Knex;
  readonly taskQueue: string;
}

export function createWaker({ client, knex, taskQueue }: WakerDeps): Waker {
  async function start<Input>(life: LifeStart<Input> | null): Promise<void> {
    if (life === null) return;
    try {
      await client.workflow.start(life.workflow, startOptions(life, taskQueue));
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }

  async function mailItemStart(id: string) {
    const found = await mailItemToStart(knex, id);
    return found === null || found.item.closed ? null : startOfMailItem(found.item, found.labels);
  }

  async function trashingStart(id: string) {
    const found = await trashingToStart(knex, id);
    return found === null || found.closed ? null : startOfTrashing(found);
  }

  /** Signal-with-start: the fact reaches the life even if it was not running. */
  async function poke<Input>(life: LifeStart<Input> | null, signal: typeof itemFactsChanged): Promise<void> {
    if (life === null) return;
    const { workflow } = life;
    await client.workflow.signalWithStart(workflow, {
      ...startOptions(life, taskQueue),
      signal,
      signalArgs: [],
    });
  }

  return {
    async wake(life, id) {
      if (life === 'mail-item') return start(await mailItemStart(id));
      if (life === 'trashing') return start(await trashingStart(id));
      if (life === 'postbox' || life === 'letters-of') {
        const itemsOf = life === 'postbox' ? forwardingItemsOf : openItemsOf;
        for (const itemId of await itemsOf(knex, id))
          await poke(await mailItemStart(itemId), itemFactsChanged);
        return;
      }
      if (life === 'scan-of') {
        const trashingId = await openTrashingOf(knex, id);
        if (trashingId !== null) await poke(await trashingStart(trashingId), trashingFactsChanged);
        return;
      }
      throw new Error(`no life is called ${life}`);
    },
  };
}
