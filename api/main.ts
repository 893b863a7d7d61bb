/** The API process: reads the configuration, refuses to start on wrong keys, serves, and stops without losing anyone. */
import { access, constants, mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { Knex } from 'knex';
import { putCanary } from '../db/changes/put-canary.ts';
import { createKnex } from '../db/knex.ts';
import { migrationConfig } from '../db/migrations/index.ts';
import { formsAtFault } from '../db/queries/registration-forms.ts';
import { holdsDemoUsers } from '../db/queries/demo-users.ts';
import { checkScratchDir, ScratchError } from '../documents/scratch.ts';
import type { Registry } from '../domain/application.ts';
import { registryFrom } from '../domain/application-check.ts';
import { instantOf } from '../domain/calendar.ts';
import { sendConfirmation } from '../mail/confirmation.ts';
import { MailUnavailable } from '../mail/errors.ts';
import { createMailer } from '../mail/transport.ts';
import type { Mailer } from '../mail/transport.ts';
import { loadApplications } from '../platform/application-files.ts';
import { answerCodec, CodecRequestError } from '../platform/codec-endpoint.ts';
import { ConfigError, readConfig } from '../platform/config.ts';
import type { Config } from '../platform/config.ts';
import { createDiskStore } from '../platform/disk-store.ts';
import type { Hashing } from '../platform/hashing.ts';
import { createHashing } from '../platform/hashing.ts';
import { checkKeys, WrongKeys } from '../platform/key-check.ts';
import { createLogger } from '../platform/log.ts';
import { isKnownPassword } from '../platform/known-passwords.ts';
import { needsRehash } from '../platform/passwords.ts';
import { createPayloadCodec } from '../platform/payload-codec.ts';
import { createSecondFactors } from '../platform/second-factors.ts';
import { createSealedStore } from '../platform/sealed-store.ts';
import { createStop } from '../platform/stop.ts';
import { connectTemporal } from '../platform/temporal.ts';
import type { TemporalConnection } from '../platform/temporal.ts';
import { hashToken, newToken } from '../platform/tokens.ts';
import { createVault } from '../platform/vault.ts';
import { createApp } from './app.ts';
import type { CodecPort, Deps, MailPort } from './deps.ts';
import type { HealthCheck } from './health/checks.ts';
import { createLimits } from './limits.ts';
import { createLives } from './lives/lives.ts';
import { createSlots } from './slots.ts';
import { Away, HttpRefusal } from './refusal.ts';
import { createApiServer } from './server.ts';
import { createLoginLimits } from './sessions/login-limits.ts';

const graceMs = 25_000;
/** Each takes up to the largest scan in memory, and a structure check of its own. */
const scansAtOnce = 8;
/** As many as there are cores: they take only the time that nothing else asks for. */
const hashes = { atOnce: availableParallelism(), waiting: 100 };
/** Two more than can be hashed, so that the hashing never waits for the database. */
const logIns = { atOnce: hashes.atOnce + 2, waiting: 100 };

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const registry = loadApplications(config.applicationsDir, registryFrom);
  const log = createLogger({ level: config.logLevel, name: 'api' });
  const stop = createStop({ log, limitMs: graceMs + 5_000, process });
  const knex = createKnex(config.databaseUrl);
  stop.onStop('database', () => knex.destroy());
  const temporal = connectTemporal(config);
  stop.onStop('temporal', () => temporal.close());
  await checkKeys({ master: config.masterKeys, payload: config.payloadKeys }, putCanary(knex));
  await refuseDemoUsers(config, knex);
  await refuseFormsAtFault(knex, registry);
  await refuseScratchOnDisk(config);
  const mailer = createMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom });
  stop.onStop('mail', () => mailer.close());

  const hashing = createHashing(hashes);
  stop.onStop('hashing', () => hashing.close());
  const deps = await depsOf({ config, registry, log, knex, temporal, mailer, hashing });
  const server = createApiServer(createApp(deps).callback());
  stop.onStop('http', () => server.drain(graceMs));
  const port = await server.listen(config.api.port, config.api.host);
  log.info({ host: config.api.host, port }, 'listening');
}

interface Parts {
  readonly config: Config;
  readonly registry: Registry;
  readonly log: Deps['log'];
  readonly knex: Knex;
  readonly temporal: TemporalConnection;
  readonly mailer: Mailer;
  readonly hashing: Hashing;
}

async function depsOf({ config, registry, log, knex, temporal, mailer, hashing }: Parts): Promise<Deps> {
  const objectStore = await createDiskStore(config.objectStoreDir);
  const databaseName = new URL(config.databaseUrl).pathname.slice(1);
  return {
    knex,
    log,
    registry,
    clock: () => instantOf(Date.now()),
    tokens: { newToken, hashToken },
    passwords: { ...hashing, needsRehash, isKnown: isKnownPassword },
    loginLimits: createLoginLimits(knex, createSlots(logIns.atOnce, logIns.waiting)),
    limits: createLimits(knex, databaseName),
    lives: createLives({ client: temporal.client, knex, taskQueue: config.temporal.taskQueue }),
    vault: createVault(config.masterKeys),
    secondFactors: createSecondFactors(config.publicUrl),
    objectStore,
    sealedStore: createSealedStore(objectStore),
    mails: mailsOf(mailer),
    intake: { scratchDir: config.scratchDir, qpdfPath: config.qpdfPath, slots: createSlots(scansAtOnce) },
    health: healthOf(config, knex, temporal),
    codec: codecOf(config),
    config: { env: config.env, publicUrl: config.publicUrl, trustedProxies: config.trustedProxies },
  };
}

/** The demo's people have known places in the documentation: production serves no database that holds them. */
async function refuseDemoUsers({ env }: Config, knex: Knex): Promise<void> {
  if (env !== 'production' || !(await holdsDemoUsers(knex))) return;
  const accepted = 'production needs a database without the users of the demo';
  throw new ConfigError([{ variable: 'DATABASE_URL', accepted }]);
}

/** Forms are data, and offer applications that are data: both must be right, and fit. */
async function refuseFormsAtFault(knex: Knex, registry: Registry): Promise<void> {
  const faults = await formsAtFault(knex, registry);
  if (faults.length === 0) return;
  throw new ConfigError(faults.map((accepted) => ({ variable: 'DATABASE_URL', accepted })));
}

async function refuseScratchOnDisk({ scratchDir }: Config): Promise<void> {
  const accepted = 'must be a memory-backed folder, such as /dev/shm';
  await checkScratchDir(scratchDir).catch((error: unknown) => {
    throw error instanceof ScratchError ? new ConfigError([{ variable: 'SCRATCH_DIR', accepted }]) : error;
  });
}

function mailsOf(mailer: Mailer): MailPort {
  const send = sendConfirmation(mailer);
  return {
    confirmNotificationAddress: (mail) =>
      send(mail).catch((error: unknown) => {
        throw error instanceof MailUnavailable ? new Away('mail') : error;
      }),
  };
}

function healthOf(config: Config, knex: Knex, temporal: TemporalConnection): readonly HealthCheck[] {
  return [
    { name: 'database', check: () => knex.raw('SELECT 1') },
    { name: 'migrations', check: () => allMigrated(knex) },
    {
      name: 'keys',
      check: () => checkKeys({ master: config.masterKeys, payload: config.payloadKeys }, putCanary(knex)),
    },
    { name: 'object-store', check: () => writable(config.objectStoreDir) },
    { name: 'temporal', check: () => reachable(temporal) },
  ];
}

async function allMigrated(knex: Knex): Promise<void> {
  const [, pending] = (await knex.migrate.list(migrationConfig)) as [done: unknown[], pending: unknown[]];
  if (pending.length > 0) throw new Error(`${pending.length} migrations to come`);
}

async function writable(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await access(folder, constants.R_OK | constants.W_OK);
}

async function reachable(temporal: TemporalConnection): Promise<void> {
  if (!(await temporal.isReachable())) throw new Error('Temporal does not answer');
}

function codecOf(config: Config): CodecPort {
  const codec = createPayloadCodec(config.payloadKeys);
  return (operation, body) =>
    answerCodec(operation, body, codec).catch((error: unknown) => {
      throw error instanceof CodecRequestError ? new HttpRefusal(422, `codec.${error.reason}`) : error;
    });
}

try {
  await main();
} catch (error) {
  const isTold = error instanceof ConfigError || error instanceof WrongKeys;
  process.stderr.write(`${isTold ? error.message : 'the API could not start'}\n`);
  if (!isTold) createLogger({ level: 'error', name: 'api' }).fatal({ err: error }, 'could not start');
  process.exit(1);
}
