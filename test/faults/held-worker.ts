/**
 * A worker process made as workers/main.ts makes it, over the same database, mail server and object store, in which
 * activities that a plan names stop for ever at a moment of their work, so that it is killed exactly there.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { Context } from '@temporalio/activity';
import type { Knex } from 'knex';
import { createKnex } from '../../db/knex.ts';
import { instantOf } from '../../domain/calendar.ts';
import type { Mailer } from '../../mail/transport.ts';
import { createMailer } from '../../mail/transport.ts';
import { readConfig } from '../../platform/config.ts';
import { createDiskStore } from '../../platform/disk-store.ts';
import { createLogger } from '../../platform/log.ts';
import type { ObjectStore } from '../../platform/object-store.ts';
import { createDataConverter, nativeConnection } from '../../platform/temporal.ts';
import { createVault, linkTokens } from '../../platform/vault.ts';
import { createWorker } from '../../workers/worker.ts';
import type { HeldMoment, HoldPlan } from './held.ts';
import { registryFrom } from '../../domain/application-check.ts';
import { loadApplications } from '../../platform/application-files.ts';

const planFile = process.env['HOLD_PLAN'] ?? '';
const reachedFile = process.env['HOLD_REACHED'] ?? '';
const reached = new Set<string>();
/** Lives whose object has been removed. */
const removed = new Set<string>();

/** What one execution of an activity is: asked once, so that nothing stops in the middle that was not to stop before. */
interface Execution {
  readonly here: string;
  readonly workflowId: string;
  readonly moment: HeldMoment | null;
}
const executions = new WeakMap<Context, Execution>();

function executionHere(): Execution | null {
  const context = contextHere();
  if (context === null) return null;
  const known = executions.get(context);
  if (known !== undefined) return known;
  const { workflowExecution, activityType: activity } = context.info;
  const workflowId = workflowExecution?.workflowId ?? '';
  const { moment, targets } = JSON.parse(readFileSync(planFile, 'utf8')) as HoldPlan;
  const target = targets.find((each) => each.workflowId === workflowId && each.activity === activity);
  const stopsAt = target === undefined ? null : (target.moment ?? moment);
  const execution = { here: `${workflowId} ${activity}`, workflowId, moment: stopsAt };
  executions.set(context, execution);
  return execution;
}

function contextHere(): Context | null {
  try {
    return Context.current();
  } catch {
    return null;
  }
}

/** The moment at which the activity that speaks is to stop; null when it is to go on. */
const momentHere = (): HeldMoment | null => executionHere()?.moment ?? null;

/** Never answers: whoever waits here is there when the process is killed. */
function stopHere(): Promise<never> {
  const here = executionHere()?.here ?? '';
  if (!reached.has(here)) appendFileSync(reachedFile, `${here}\n`);
  reached.add(here);
  return new Promise<never>(() => undefined);
}

interface Query {
  readonly sql: string;
}
type Ask = (connection: unknown, query: Query) => Promise<unknown>;

/** Before it has a connection; and where a transaction stands is told by what it says: its event at last, its COMMIT. */
function heldKnex(knex: Knex): Knex {
  const begin = knex.transaction.bind(knex);
  const begun = (...args: Parameters<typeof begin>) =>
    momentHere() === 'before' ? stopHere() : begin(...args);
  Object.defineProperty(knex, 'transaction', { value: begun });
  const driver = Object.getPrototypeOf(knex.client) as { _query: Ask };
  const ask = driver._query;
  driver._query = async function (this: unknown, connection, query) {
    const moment = momentHere();
    const isCommit = query.sql.startsWith('COMMIT');
    const isLast = isCommit || query.sql.includes('chain_heads');
    if (moment === 'during' && isLast) return stopHere();
    const answer = await ask.call(this, connection, query);
    const isTold = query.sql.startsWith('update `notices` set `told_at`');
    if ((moment === 'after' && isCommit) || (moment === 'told' && isTold)) return stopHere();
    if (moment === 'recorded' && isCommit && removed.has(executionHere()?.workflowId ?? ''))
      return stopHere();
    return answer;
  };
  return knex;
}

/** Nothing said to the mail server; or taken by it, and nobody has heard. */
function heldMailer(mailer: Mailer): Mailer {
  return {
    ...mailer,
    send: async (mail) => {
      if (momentHere() === 'unsent') return stopHere();
      await mailer.send(mail);
      if (momentHere() === 'sent') await stopHere();
    },
  };
}

/** The object is there still; or gone, and nobody has heard. */
function heldStore(store: ObjectStore): ObjectStore {
  return {
    ...store,
    remove: async (id) => {
      if (momentHere() === 'there') return stopHere();
      await store.remove(id);
      removed.add(executionHere()?.workflowId ?? '');
      if (momentHere() === 'gone') await stopHere();
    },
  };
}

const config = readConfig(process.env);
const log = createLogger({ level: config.logLevel, name: 'held-worker' });
const vault = createVault(config.masterKeys);
const worker = await createWorker({
  connection: await nativeConnection(config.temporal),
  namespace: config.temporal.namespace,
  taskQueue: config.temporal.taskQueue,
  dataConverter: createDataConverter(config.payloadKeys),
  workflowBundle: { codePath: config.workflowBundle ?? '' },
  // Each activity that stops keeps its connection.
  knex: heldKnex(createKnex(config.databaseUrl, { poolMax: 80 })),
  mailer: heldMailer(createMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom })),
  objectStore: heldStore(await createDiskStore(config.objectStoreDir)),
  clock: () => instantOf(Date.now()),
  log,
  publicUrl: config.publicUrl,
  tokensOf: linkTokens(vault),
  newCompanyKey: (companyId) => vault.newCompanyKey(companyId),
  registry: loadApplications(config.applicationsDir, registryFrom),
});
log.info({ taskQueue: config.temporal.taskQueue }, 'polling');
await worker.run();
