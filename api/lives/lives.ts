/** The only place of the API that talks to workflows: sends a command to a life and brings its answer back. */
import type { Client } from '@temporalio/client';
import { WithStartWorkflowOperation, WorkflowNotFoundError } from '@temporalio/client';
import type { UpdateDefinition } from '@temporalio/common';
import type { Knex } from 'knex';
import type { MailItemToStart } from '../../db/queries/life-starts.ts';
import { mailItemToStart, trashingToStart } from '../../db/queries/life-starts.ts';
import { rememberedAnswer } from '../../db/queries/remembered-answer.ts';
import type { CommandInputs, CommandName } from '../../domain/commands.ts';
import { commands } from '../../domain/commands.ts';
import type { MailItemState } from '../../domain/mail-item.ts';
import type { Trashing, TrashingCommandName } from '../../domain/trashing.ts';
import { trashingCommands } from '../../domain/trashing.ts';
import { hidden, orThrow, Refused, refuseState } from '../../domain/verdict.ts';
import type { CommandMessage } from '../../workflows/mail-item/messages.ts';
import * as mailItem from '../../workflows/mail-item/messages.ts';
import type { LifeStart } from '../../workflows/start.ts';
import { lifeId, startOptions } from '../../workflows/start.ts';
import type { TrashingMessage } from '../../workflows/trashing/messages.ts';
import * as trashing from '../../workflows/trashing/messages.ts';
import { answerOrRefusal, askedAgainWhenOver } from './outcome.ts';

export interface Lives {
  /**
   * The row after the command. Refuses what the command refuses; throws `Away` when no answer came in time. A caller
   * who has just read the item hands it over and spares a second reading.
   */
  commandMailItem<Name extends CommandName>(
    name: Name,
    message: CommandMessage<Name>,
    read?: MailItemToStart,
  ): Promise<MailItemState>;
  commandTrashing(name: TrashingCommandName, message: TrashingMessage): Promise<Trashing>;
}

interface LivesDeps {
  readonly client: Client;
  readonly knex: Knex;
  readonly taskQueue: string;
  /** How long a caller waits before he is told to ask again with the same key. */
  readonly waitMs?: number;
}

export function createLives({ client, knex, taskQueue, waitMs = 20_000 }: LivesDeps): Lives {
  /** The life that is there is asked; a command may also be its first wake-up (decided.md, Lives and ids). */
  async function send<Input, State, Message extends { readonly request: { id: string; bodyHash: string } }>(
    workflowId: string,
    start: () => LifeStart<Input>,
    update: UpdateDefinition<State, [Message]>,
    message: Message,
  ): Promise<State> {
    const asked = { args: [message] as [Message], updateId: message.request.id };
    const state = await answerOrRefusal(() =>
      client.connection.withDeadline(Date.now() + waitMs, async () => {
        try {
          return await client.workflow.getHandle(workflowId).executeUpdate(update, asked);
        } catch (error) {
          if (!(error instanceof WorkflowNotFoundError)) throw error;
          const startWorkflowOperation = startOf(start());
          return client.workflow.executeUpdateWithStart(update, { ...asked, startWorkflowOperation });
        }
      }),
    );
    await answerGiven(knex, message.request);
    return state;
  }

  const startOf = <Input>(start: LifeStart<Input>) =>
    new WithStartWorkflowOperation(start.workflow, startOptions(start, taskQueue));

  return {
    commandMailItem: (name, message, read) =>
      askedAgainWhenOver(async (isAgain) => {
        const found = (isAgain ? null : read) ?? (await mailItemToStart(knex, message.itemId));
        if (found === null) throw new Refused(hidden);
        const { closed } = found.item;
        if (closed) {
          const given = await answerGiven<MailItemState>(knex, message.request);
          if (given !== null) return given;
          orThrow(commands[name].check(found.item, message.input, message.request.receivedAt));
        }
        const { item, labels } = found;
        return send(
          lifeId('mail-item', item.id),
          () => mailItem.startOfMailItem(item, labels),
          updates[name],
          message,
        );
      }),
    commandTrashing: (name, message) =>
      askedAgainWhenOver(async () => {
        const found = await trashingToStart(knex, message.trashingId);
        if (found === null) throw new Refused(hidden);
        if (found.closed) {
          const given = await answerGiven<Trashing>(knex, message.request);
          if (given !== null) return given;
          orThrow(trashingCommands[name].check(found));
        }
        return send(
          lifeId('trashing', found.id),
          () => trashing.startOfTrashing(found),
          trashing[name],
          message,
        );
      }),
  };
}

type Updates = { readonly [Name in CommandName]: UpdateDefinition<MailItemState, [CommandMessage<Name>]> };

const updates: Updates = {
  decide: mailItem.decide,
  acceptQuote: mailItem.acceptQuote,
  beginTask: mailItem.beginTask,
  completeTask: mailItem.completeTask,
  failTask: mailItem.failTask,
  hold: mailItem.hold,
  release: mailItem.release,
  correctFacts: mailItem.correctFacts,
  offerQuote: mailItem.offerQuote,
} satisfies { readonly [Name in keyof CommandInputs]: unknown };

/**
 * What this very request was answered, or null. Two with one key under way at once share one answer, also when the
 * first has closed the row; the one with the other body is told so (I7).
 */
async function answerGiven<State>(
  knex: Knex,
  request: { id: string; bodyHash: string },
): Promise<State | null> {
  const remembered = await rememberedAnswer(knex, request.id);
  if (remembered === null) return null;
  if (remembered.bodyHash !== request.bodyHash) throw new Refused(refuseState('request.key-reused'));
  return remembered.answer as State;
}
