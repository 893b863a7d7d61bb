/**
 * Stories of lives with dates, on the time-skipping server: real workflows, activities and database, a clock that
 * jumps. A story is told by instants; what its life did is read from the database.
 */
import { afterAll } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client, WorkflowHandle } from '@temporalio/client';
import { WithStartWorkflowOperation } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { receiveMailItem } from '../../db/changes/receive-mail-item.ts';
import { createKnex } from '../../db/knex.ts';
import { mailItemToStart, trashingToStart } from '../../db/queries/life-starts.ts';
import { trashDocument } from '../../db/changes/trash-document.ts';
import type { Trashing, TrashingCommandName } from '../../domain/trashing.ts';
import { factsChanged, startOfTrashing } from '../../workflows/trashing/messages.ts';
import type { Instant } from '../../domain/calendar.ts';
import { epochOf, instantOf } from '../../domain/calendar.ts';
import type { CommandInputs, CommandName } from '../../domain/commands.ts';
import type { DecisionRequest, MailItem, MailItemState } from '../../domain/mail-item.ts';
import type { PlannedAct } from '../../domain/plan.ts';
import { nextTimerAct } from '../../domain/plan.ts';
import { createMailer } from '../../mail/transport.ts';
import type { ObjectStore } from '../../platform/object-store.ts';
import { createVault, linkTokens } from '../../platform/vault.ts';
import { createWorker } from '../../workers/worker.ts';
import { decide, startOfMailItem } from '../../workflows/mail-item/messages.ts';
import { startOptions } from '../../workflows/start.ts';
import type { House, HousePlan } from './house.ts';
import { buildHouse } from './house.ts';
import { dataConverter, saveHistories } from './histories.ts';
import { createDatabase } from './databases.ts';
import { hashOf, requestAt } from './requests.ts';
import { smtpUrl, testServerPath, workflowBundlePath } from './servers.ts';
import { registry } from './registry.ts';
import { insisting } from './wait.ts';

const { EventType } = temporal.api.enums.v1;
const actor = { type: 'user', id: 'story' } as const;

/** Where lives of people are begun: in a story, whose time jumps, or in a running product. */
export interface Setting {
  readonly env: { readonly client: Client };
  readonly knex: Knex;
  readonly taskQueue: string;
  house(plan: HousePlan): Promise<House>;
  /** Lets time pass until that instant; where it does not jump, the past is written as it is told. */
  until(at: Instant): Promise<void>;
  readonly now: () => Promise<Instant>;
  /** A life is about to begin. */
  readonly remember: (workflowId: string) => void;
}

export interface Teller extends Setting {
  readonly env: TestWorkflowEnvironment;
  /** What the activities have alarmed operations of. */
  readonly warned: readonly object[];
  /** Lets time pass until that instant; timers on the way are carried out. */
  until(at: Instant): Promise<void>;
  readonly now: () => Promise<Instant>;
  /** The histories of these workflows are saved at the end when SAVE_HISTORIES is set (`npm run histories`). */
  readonly remember: (workflowId: string) => void;
  close(): Promise<void>;
}

const { INDEXED_VALUE_TYPE_KEYWORD: keyword, INDEXED_VALUE_TYPE_DATETIME: datetime } =
  temporal.api.enums.v1.IndexedValueType;

Runtime.install({ logger: new DefaultLogger('WARN') });

let telling: Teller | null = null;
afterAll(async () => {
  // A file's own hook, where it tells all its stories by one teller, comes after this one.
  await telling?.close();
});

export async function openTeller(objectStore: ObjectStore): Promise<Teller> {
  const database = await createDatabase();
  const knex = createKnex(database.url);
  const env = await startServer();
  await env.connection.operatorService.addSearchAttributes({
    namespace: 'default',
    searchAttributes: { Brand: keyword, Company: keyword, Stage: keyword, DueAt: datetime },
  });
  const taskQueue = `stories-${randomUUID()}`;
  const warned: object[] = [];
  const mailer = createMailer({ smtpUrl: smtpUrl(), from: 'Mailroom <no-reply@mailroom.example>' });
  const vault = createVault([{ id: 'm1', key: randomBytes(32) }]);
  const worker = await createWorker({
    connection: env.nativeConnection,
    namespace: 'default',
    taskQueue,
    dataConverter,
    workflowBundle: { codePath: workflowBundlePath() },
    knex,
    mailer,
    objectStore,
    clock: () => instantOf(Date.now()),
    log: { warn: (facts, message) => void warned.push({ ...facts, message }) },
    publicUrl: 'http://portal.example',
    tokensOf: linkTokens(vault),
    newCompanyKey: (companyId) => vault.newCompanyKey(companyId),
    registry,
  });
  const running = worker.run();
  const told = new Set<string>();
  let closing: Promise<void> | null = null;
  const close = async () => {
    if (process.env['SAVE_HISTORIES']) await saveHistories(env, told);
    worker.shutdown();
    await running;
    mailer.close();
    await env.teardown();
    await knex.destroy();
    await database.drop();
    telling = null;
  };
  telling = {
    env,
    knex,
    warned,
    taskQueue,
    house: (plan) => buildHouse(knex, plan),
    until: async (at) => {
      const left = epochOf(at) - (await env.currentTimeMs());
      if (left > 0) await env.sleep(left);
    },
    now: async () => instantOf(await env.currentTimeMs()),
    remember: (workflowId) => told.add(workflowId),
    close: () => (closing ??= close()),
  };
  return telling;
}

/** The SDK gives the server five seconds to come up, which a busy machine may not grant at once. */
async function startServer(triesLeft = 4): Promise<TestWorkflowEnvironment> {
  try {
    return await TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path: testServerPath() } },
      client: { dataConverter },
    });
  } catch (error) {
    if (triesLeft === 0) throw error;
    return startServer(triesLeft - 1);
  }
}

export interface Letter {
  readonly id: string;
  readonly workflowId: string;
  start(): Promise<void>;
  /** A decision that is the life's first wake-up: it comes in the same workflow task as whatever fell due meanwhile. */
  wakeByDecision(asked: DecisionRequest, receivedAt: Instant): Promise<MailItemState>;
  state(): Promise<MailItem>;
  plan(): Promise<PlannedAct | null>;
  command<Name extends CommandName>(
    name: Name,
    input: CommandInputs[Name],
    at?: Instant,
  ): Promise<MailItemState>;
  decide(asked: DecisionRequest, at?: Instant): Promise<MailItemState>;
  events(): Promise<readonly string[]>;
  charges(): Promise<readonly { key: string; at: Instant; cents: number }[]>;
  /** Types of the history's events, in order, once nothing is under way. */
  history(): Promise<readonly string[]>;
  /** Kinds of the mails that have been told, in the order in which they were owed. */
  told(): Promise<readonly string[]>;
  result(): Promise<string>;
}

/** A scan published at that instant, its life started as the relay would. */
export async function publish(
  teller: Teller,
  house: House,
  at: Instant,
  facts: object = {},
): Promise<Letter> {
  const letter = await receive(teller, house, at, facts);
  await letter.start();
  return letter;
}

/** A scan published at that instant while the engine is away: its life has not been started. */
export async function receive(
  teller: Teller,
  house: House,
  at: Instant,
  facts: object = {},
): Promise<Letter> {
  const { knex } = teller;
  await teller.until(at);
  const itemId = uuidv7();
  await receiveMailItem(knex, () => at)(
    {
      itemId,
      siteId: house.siteId,
      postboxNumber: house.postboxNumber,
      siteReference: `ref-${itemId}`,
      addresseeId: null,
      senderLine: 'A sender',
      receivedAt: at,
      weightGrams: 20,
      format: 'letter',
      pageCount: 1,
      blob: { id: uuidv7(), wrappedKey: 'none', sha256: hashOf(itemId), bytes: 1 },
      ...facts,
    },
    { type: 'site', id: house.siteId },
    requestAt(at, itemId),
  );
  return letterOf(teller, itemId, `mail-item/${itemId}`);
}

function letterOf(
  { knex, env, now, taskQueue, remember }: Teller,
  itemId: string,
  workflowId: string,
): Letter {
  remember(workflowId);
  const handle = env.client.workflow.getHandle(workflowId);
  const state = async () => {
    const found = await mailItemToStart(knex, itemId);
    if (!found) throw new Error(`no mail item ${itemId}`);
    return found.item;
  };
  const command = async <Name extends CommandName>(name: Name, input: CommandInputs[Name], at?: Instant) => {
    const request = requestAt(at ?? (await now()));
    const args: [unknown] = [{ itemId, actor, request, input }];
    return insisting(() =>
      handle.executeUpdate<MailItemState, [unknown]>(name, { args, updateId: request.id }),
    );
  };
  const startOf = async () => {
    const found = await mailItemToStart(knex, itemId);
    if (!found) throw new Error('not received');
    const start = startOfMailItem(found.item, found.labels);
    return {
      workflow: start.workflow,
      options: { ...startOptions(start, taskQueue), workflowRunTimeout: '500 days' as const },
    };
  };
  return {
    id: itemId,
    workflowId,
    start: async () => {
      const { workflow, options } = await startOf();
      await env.client.workflow.start(workflow, options);
    },
    wakeByDecision: async (asked, at) => {
      const { workflow, options } = await startOf();
      const request = requestAt(at);
      const { version } = await state();
      return insisting(() =>
        env.client.workflow.executeUpdateWithStart(decide, {
          startWorkflowOperation: new WithStartWorkflowOperation(workflow, options),
          args: [{ itemId, actor, request, input: { asked, version } }],
          updateId: request.id,
        }),
      );
    },
    state,
    plan: async () => nextTimerAct(await state()),
    command,
    decide: async (asked, at) => command('decide', { asked, version: (await state()).version }, at),
    events: () => knex('events').where({ subject_id: itemId }).orderBy('seq').pluck('kind'),
    charges: async () => {
      const rows: { natural_key: string; occurred_at: Date; amount_cents: number }[] = await knex(
        'ledger_transactions as t',
      )
        .join('ledger_entries as e', 'e.transaction_id', 't.id')
        .join('ledger_accounts as a', 'a.id', 'e.account_id')
        .where({ 't.subject_id': itemId, 'a.kind': 'receivable' })
        .orderBy('t.id')
        .select('t.natural_key', 't.occurred_at', 'e.amount_cents');
      return rows.map((row) => ({
        key: row.natural_key.replace(`mail-item/${itemId}/`, ''),
        at: instantOf(row.occurred_at.getTime()),
        cents: row.amount_cents,
      }));
    },
    history: () => quietHistory(handle),
    told: () =>
      knex('notices')
        .where({ mail_item_id: itemId })
        .whereNotNull('told_at')
        .orderBy('owed_at')
        .pluck('kind'),
    result: () => handle.result() as Promise<string>,
  };
}

/** The event types once nothing is under way: every task and activity that was scheduled has been completed. */
async function quietHistory(handle: WorkflowHandle): Promise<readonly string[]> {
  for (;;) {
    const { events } = await handle.fetchHistory();
    const types = (events ?? []).map(({ eventType }) => EventType[eventType ?? 0] ?? '');
    const count = (type: string) => types.filter((each) => each === `EVENT_TYPE_${type}`).length;
    const isQuiet = ['WORKFLOW_TASK', 'ACTIVITY_TASK'].every(
      (task) => count(`${task}_SCHEDULED`) === count(`${task}_COMPLETED`),
    );
    if (isQuiet && types.length > 1) return types;
    await pause(100);
  }
}

export interface TrashedScan {
  readonly purgeAt: Instant;
  state(): Promise<Trashing>;
  command(name: TrashingCommandName, at?: Instant): Promise<Trashing>;
  /** As the relay does when a hold was set or released. */
  poke(): Promise<void>;
  result(): Promise<string>;
}

/** The letter's scan put in the trash at that instant, its life started as the relay would. */
export async function trash(teller: Teller, letter: Letter, at: Instant): Promise<TrashedScan> {
  const { knex, env, taskQueue } = teller;
  await teller.until(at);
  const document = await knex('documents').where({ mail_item_id: letter.id }).first<{ id: string }>('id');
  const { id, purgeAt } = await trashDocument(knex)(document.id, actor, at, requestAt(at));
  const state = async () => {
    const found = await trashingToStart(knex, id);
    if (!found) throw new Error(`no trashing ${id}`);
    return found;
  };
  const start = startOfTrashing(await state());
  await env.client.workflow.start(start.workflow, {
    ...startOptions(start, taskQueue),
    workflowRunTimeout: '500 days',
  });
  teller.remember(start.workflowId);
  const handle = env.client.workflow.getHandle(start.workflowId);
  return {
    purgeAt,
    state,
    command: async (name, receivedAt) => {
      const request = requestAt(receivedAt ?? (await teller.now()));
      const args: [unknown] = [{ trashingId: id, actor, request }];
      return insisting(() => handle.executeUpdate<Trashing, [unknown]>(name, { args, updateId: request.id }));
    },
    poke: () => handle.signal(factsChanged),
    result: () => handle.result() as Promise<string>,
  };
}
