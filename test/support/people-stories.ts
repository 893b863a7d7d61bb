/** People in stories with dates: somebody in a house of his own, his mailbox, and the lives that his askings begin. */
import { WorkflowUpdateFailedError } from '@temporalio/client';
import type { Actor } from '../../db/changes/append-event.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { LifeName } from '../../domain/life-rows.ts';
import { lifeToStart } from '../../db/queries/life-starts.ts';
import { rememberedAnswer } from '../../db/queries/remembered-answer.ts';
import { startOptions } from '../../workflows/start.ts';
import { startOfLife } from '../../workflows/starts.ts';
import { caughtOnce } from './catcher.ts';
import { belgianSite, fourteenDays } from './mail-items.ts';
import { requestAt } from './requests.ts';
import type { Setting } from './stories.ts';
import { insisting } from './wait.ts';

export interface Person {
  readonly id: string;
  readonly companyId: string;
  readonly email: string;
  row(): Promise<Record<string, string | number | null>>;
  change(facts: object): Promise<void>;
  /** Something that makes links dead. */
  changeCredentials(facts: object): Promise<void>;
  /** The token of the newest of so many mails. */
  token(mails: number, at?: string): Promise<string>;
}

/** An administrator of a company of his own, with a password. */
export async function aPerson(teller: Setting): Promise<Person> {
  const { knex } = teller;
  const { userId: id, companyId, email } = await teller.house({ policy: fourteenDays, site: belgianSite });
  const user = () => knex('users').where({ id });
  await user().update({ password_hash: 'the one before' });
  return {
    id,
    companyId,
    email,
    row: () => user().first(),
    change: async (facts) => {
      await user().update(facts);
    },
    changeCredentials: async (facts) => {
      await user().update({ ...facts, credential_version: knex.raw('credential_version + 1') });
    },
    token: async (mails, at = email) => {
      const [mail] = await caughtOnce(at, mails);
      return /links\/[a-z]+[^#]*#(\S{43})/.exec(mail?.text ?? '')?.[1] ?? 'none';
    },
  };
}

export interface StoryLife {
  readonly id: string;
  /** Sends the update with what is kept beside it, as the API does. */
  command<State>(
    name: string,
    idName: string,
    words: object,
    at?: Instant,
    actor?: Actor,
    more?: object,
  ): Promise<State>;
  events(): Promise<readonly string[]>;
  /** As the relay does when something around the row has changed. */
  poke(): Promise<void>;
  told(): Promise<readonly string[]>;
  result(): Promise<string>;
}

/** Starts the life of that row as the relay would. */
export async function begin(teller: Setting, life: LifeName, id: string): Promise<StoryLife> {
  const { knex, env, taskQueue } = teller;
  const found = await lifeToStart(knex, life, id);
  if (found === null) throw new Error(`no ${life} ${id}`);
  const start = startOfLife(life, found.row);
  teller.remember(start.workflowId);
  const options = { ...startOptions(start, taskQueue), workflowRunTimeout: '500 days' as const };
  await env.client.workflow.start(start.workflow, options);
  const handle = env.client.workflow.getHandle(start.workflowId);
  return {
    id,
    command: async <State>(
      name: string,
      idName: string,
      words: object,
      at?: Instant,
      actor: Actor = { type: 'user', id: 'story' },
      more: object = {},
    ) => {
      const request = requestAt(at ?? (await teller.now()));
      await keepParticulars(knex)(request, words, request.receivedAt);
      const args: [unknown] = [{ [idName]: id, actor, request, ...more }];
      return insisting(() =>
        handle
          .executeUpdate<State, [unknown]>(name, { args, updateId: request.id })
          .catch(async (error: unknown) => {
            // As api/lives does: a life that has read its row since then refuses what it has done.
            const given =
              error instanceof WorkflowUpdateFailedError && (await rememberedAnswer(knex, request.id));
            if (!given) throw error;
            return given.answer as State;
          }),
      );
    },
    poke: () => handle.signal('factsChanged'),
    events: () => knex('events').where({ subject_id: id }).orderBy('seq').pluck('kind'),
    told: () =>
      knex('notices').where({ life_id: id }).whereNotNull('told_at').orderBy('owed_at').pluck('kind'),
    result: () => handle.result() as Promise<string>,
  };
}
