/** The only place of the API that talks to workflows: sends a command to a life and brings its answer back. */
import type { Client } from '@temporalio/client';
import { WithStartWorkflowOperation, WorkflowNotFoundError } from '@temporalio/client';
import type { UpdateDefinition } from '@temporalio/common';
import type { Knex } from 'knex';
import { lifeToStart } from '../../db/queries/life-starts.ts';
import { rememberedAnswer } from '../../db/queries/remembered-answer.ts';
import type { CommandInputs, CommandName } from '../../domain/commands.ts';
import { commands } from '../../domain/commands.ts';
import type { LifeName, LifeRows, MailItemToStart } from '../../domain/life-rows.ts';
import type { MailItemState } from '../../domain/mail-item.ts';
import type { Trashing, TrashingCommandName } from '../../domain/trashing.ts';
import { trashingCommands } from '../../domain/trashing.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { hidden, orThrow, Refused, refuseState } from '../../domain/verdict.ts';
import type { CommandMessage } from '../../workflows/mail-item/messages.ts';
import * as mailItem from '../../workflows/mail-item/messages.ts';
import { lifeId, startOptions } from '../../workflows/start.ts';
import { startOfLife } from '../../workflows/starts.ts';
import type { TrashingMessage } from '../../workflows/trashing/messages.ts';
import * as trashing from '../../workflows/trashing/messages.ts';
import { answerOrRefusal, askedAgainWhenOver } from './outcome.ts';

/** A message as far as the way to its life needs to know it. */
interface Commanding {
  readonly request: { readonly id: string; readonly bodyHash: string };
}

export interface Command<Name extends LifeName, State, Message extends Commanding> {
  readonly life: Name;
  readonly id: string;
  readonly update: UpdateDefinition<State, [Message]>;
  /** What the row says when it is over. */
  readonly check: (row: LifeRows[Name]) => Verdict;
  readonly message: Message;
}

export interface Lives {
  /** Sends a command to a life; refuses what the life refuses, throws `Away` when no answer came in time. */
  command<Name extends LifeName, State, Message extends Commanding>(
    command: Command<Name, State, Message>,
  ): Promise<State>;
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
  async function send<Name extends LifeName, State, Message extends Commanding>(
    { life, id, update, message }: Command<Name, State, Message>,
    row: LifeRows[Name],
  ): Promise<State> {
    const asked = { args: [message] as [Message], updateId: message.request.id };
    const endsAt = Date.now() + waitMs;
    const ask = () =>
      client.connection.withDeadline(endsAt, async () => {
        try {
          return await client.workflow.getHandle(lifeId(life, id)).executeUpdate(update, asked);
        } catch (error) {
          if (!(error instanceof WorkflowNotFoundError)) throw error;
          const start = startOfLife(life, row);
          const options = startOptions(start, taskQueue);
          const startWorkflowOperation = new WithStartWorkflowOperation(start.workflow, options);
          return client.workflow.executeUpdateWithStart(update, { ...asked, startWorkflowOperation });
        }
      });
    try {
      const state = await answerOrRefusal(ask, endsAt);
      await answerGiven(knex, message.request);
      return state;
    } catch (error) {
      // A life whose worker was killed after the commit may have read its row before it is asked once more.
      const given = error instanceof Refused ? await answerGiven<State>(knex, message.request) : null;
      if (given === null) throw error;
      return given;
    }
  }

  /** The row is read first: one that is over gives what it gave before, or says why it refuses. */
  const command = <Name extends LifeName, State, Message extends Commanding>(
    asked: Command<Name, State, Message>,
    read?: LifeRows[Name],
  ): Promise<State> =>
    askedAgainWhenOver(async (isAgain) => {
      if (read !== undefined && !isAgain) return send(asked, read);
      const found = await lifeToStart(knex, asked.life, asked.id);
      if (found === null) throw new Refused(hidden);
      if (found.isClosed) {
        const given = await answerGiven<State>(knex, asked.message.request);
        if (given !== null) return given;
        orThrow(asked.check(found.row));
      }
      return send(asked, found.row);
    });

  return {
    command,
    commandMailItem: (name, message, read) =>
      command(
        {
          life: 'mail-item',
          id: message.itemId,
          update: updates[name],
          check: ({ item }) => commands[name].check(item, message.input, message.request.receivedAt),
          message,
        },
        // A closed one must first be asked what it answered before.
        read?.item.closed === null ? read : undefined,
      ),
    commandTrashing: (name, message) =>
      command({
        life: 'trashing',
        id: message.trashingId,
        update: trashing[name],
        check: trashingCommands[name].check,
        message,
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
