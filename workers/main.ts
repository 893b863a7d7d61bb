/** The worker process: runs lives and activities; as many of them as the load asks for. */
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { NativeConnection } from '@temporalio/worker';
import { makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import { putCanary } from '../db/changes/put-canary.ts';
import { createKnex } from '../db/knex.ts';
import { instantOf } from '../domain/calendar.ts';
import { createMailer } from '../mail/transport.ts';
import { ConfigError, readConfig } from '../platform/config.ts';
import type { Config } from '../platform/config.ts';
import { createDiskStore } from '../platform/disk-store.ts';
import { checkKeys, WrongKeys } from '../platform/key-check.ts';
import type { Logger } from '../platform/log.ts';
import { createLogger } from '../platform/log.ts';
import { createStop } from '../platform/stop.ts';
import { createTemporalLogger } from '../platform/temporal-log.ts';
import { connectTemporal, createDataConverter, nativeConnection } from '../platform/temporal.ts';
import { createVault, linkTokens } from '../platform/vault.ts';
import { keepSchedules } from './schedules.ts';
import { createWorker } from './worker.ts';
import { registryFrom } from '../domain/application-check.ts';
import { loadApplications } from '../platform/application-files.ts';

/** Activities get ten seconds to end (worker.ts); what is left after that is cut. */
const stopLimitMs = 20_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  checkBundle(config);
  const log = createLogger({ level: config.logLevel, name: 'workers' });
  const stop = createStop({ log, limitMs: stopLimitMs, process });
  const knex = createKnex(config.databaseUrl);
  stop.onStop('database', () => knex.destroy());
  await checkKeys({ master: config.masterKeys, payload: config.payloadKeys }, putCanary(knex));
  const mailer = createMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom });
  stop.onStop('mail', () => mailer.close());

  const vault = createVault(config.masterKeys);
  installRuntime(log);
  const connection = await whenThere(config, log);
  stop.onStop('temporal', () => connection.close());
  await keepSchedulesOf(config, log);
  const worker = await createWorker({
    connection,
    namespace: config.temporal.namespace,
    taskQueue: config.temporal.taskQueue,
    dataConverter: createDataConverter(config.payloadKeys),
    ...(config.workflowBundle !== null && { workflowBundle: { codePath: config.workflowBundle } }),
    knex,
    mailer,
    objectStore: await createDiskStore(config.objectStoreDir),
    clock: () => instantOf(Date.now()),
    log,
    publicUrl: config.publicUrl,
    tokensOf: linkTokens(vault),
    newCompanyKey: (companyId) => vault.newCompanyKey(companyId),
    registry: loadApplications(config.applicationsDir, registryFrom),
  });
  const running = worker.run();
  stop.onStop('worker', async () => {
    if (worker.getState() === 'RUNNING') worker.shutdown();
    await running;
  });
  log.info({ taskQueue: config.temporal.taskQueue }, 'polling');
  // A worker that ends by itself has met something it cannot work with: whoever keeps processes starts another one.
  running.catch((error: unknown) => {
    log.fatal({ err: error }, 'the worker has stopped');
    void stop.stop('the worker has stopped').then(() => process.exit(1));
  });
}

function checkBundle({ workflowBundle }: Config): void {
  if (workflowBundle !== null && !existsSync(workflowBundle))
    throw new ConfigError([
      { variable: 'WORKFLOW_BUNDLE', accepted: 'must be the workflows.js of `npm run build`, or empty' },
    ]);
}

/** Lives go on without them: what a worker could not put in place, the next one that starts does. */
async function keepSchedulesOf(config: Config, log: Logger): Promise<void> {
  const temporal = connectTemporal(config);
  try {
    await temporal.connection.withDeadline(Date.now() + 10_000, () =>
      keepSchedules(temporal.client, config.temporal.taskQueue),
    );
  } catch (error) {
    log.warn({ err: error }, 'the schedules are not in place');
  } finally {
    await temporal.close();
  }
}

/** The SDK writes through our log, its native part too, and leaves the signals to us. */
function installRuntime(log: Logger): void {
  Runtime.install({
    logger: createTemporalLogger(log),
    telemetryOptions: {
      logging: { filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }), forward: {} },
    },
    shutdownSignals: [],
  });
}

/** Temporal may come up later than we do, or be away while we are restarted. */
async function whenThere({ temporal }: Config, log: Logger): Promise<NativeConnection> {
  for (let waitMs = 200; ; waitMs = Math.min(5_000, waitMs * 2)) {
    try {
      return await nativeConnection(temporal);
    } catch (error) {
      log.warn({ err: error, address: temporal.address }, 'Temporal does not answer; trying again');
      await pause(waitMs);
    }
  }
}

try {
  await main();
} catch (error) {
  const isTold = error instanceof ConfigError || error instanceof WrongKeys;
  process.stderr.write(`${isTold ? error.message : 'the workers could not start'}\n`);
  if (!isTold) createLogger({ level: 'error', name: 'workers' }).fatal({ err: error }, 'could not start');
  process.exit(1);
}
