/**
 * The product as it runs in production: API, two workers and a relay as processes of their own, over servers that are
 * this test's alone, so that every one of them may be killed. Nothing outlives the test process.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import type { Knex } from 'knex';
import { guarded } from '../../dev/processes/guard.mjs';
import { freePort } from '../../dev/servers/ports.mjs';
import { createKnex } from '../../db/knex.ts';
import { migrateToLatest } from '../../db/migrate.ts';
import { parseKeyRing } from '../../platform/key-ring.ts';
import type { Vault } from '../../platform/vault.ts';
import { createVault } from '../../platform/vault.ts';
import { connectTemporal } from '../../platform/temporal.ts';
import type { OwnProcess } from './own-process.ts';
import { ownProcess } from './own-process.ts';
import type { OwnServers } from './own-servers.ts';
import { root, startOwnServers } from './own-servers.ts';
import { builtFolder, qpdfPath, testFolder, workflowBundlePath } from './servers.ts';

export interface Product {
  /** Address of the API. */
  readonly url: string;
  readonly api: OwnProcess;
  readonly workers: readonly [OwnProcess, OwnProcess];
  /** The second one is started by who wants two at once. */
  readonly relays: readonly [OwnProcess, OwnProcess];
  readonly servers: OwnServers;
  readonly knex: Knex;
  readonly temporal: Client;
  readonly vault: Vault;
  readonly objectFolder: string;
  /** Plain scans lie here while they are checked, in memory. */
  readonly scratchFolder: string;
  /** Host of the sender's address: right-hand side of every Message-ID of this product. */
  readonly mailDomain: string;
  /** What belongs to this product alone; gone when it is closed. */
  readonly folder: string;
  /** Another process of it, in the environment of all; killed with them when it is closed. */
  part(plan: PartPlan): OwnProcess;
  close(): Promise<void>;
}

interface PartPlan {
  readonly name: string;
  /** Below the root of the project. */
  readonly program: string;
  readonly isReady: (said: string) => Promise<boolean> | boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts everything; `mailsAway`: the port of the mail server is closed until the test opens it. */
export async function startProduct({ mailsAway = false } = {}): Promise<Product> {
  mkdirSync(join(testFolder(), 'products'), { recursive: true });
  const folder = mkdtempSync(join(testFolder(), 'products', 'product-'));
  const scratchFolder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : folder, 'mailroom-product-'));
  const servers = await startOwnServers(folder);
  if (mailsAway) await servers.mails.kill();
  const { databaseUrl } = servers;
  await migrated(databaseUrl);
  const port = await freePort();
  const mailDomain = `p${randomBytes(6).toString('hex')}.example`;
  const env = {
    MAILROOM_ENV: 'test',
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: servers.temporalAddress,
    TEMPORAL_NAMESPACE: 'default',
    TEMPORAL_TASK_QUEUE: 'mailroom',
    SMTP_URL: servers.smtpUrl,
    MAIL_FROM: `Mailroom <no-reply@${mailDomain}>`,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    API_HOST: '127.0.0.1',
    API_PORT: String(port),
    OBJECT_STORE_DIR: join(folder, 'objects'),
    SCRATCH_DIR: scratchFolder,
    WORKFLOW_BUNDLE: workflowBundlePath(),
    QPDF_PATH: qpdfPath(),
    MASTER_KEYS: newKey('m1'),
    PAYLOAD_KEYS: newKey('p1'),
    TRUSTED_PROXIES: '',
    // A line that should not be there is looked for in all that can be said.
    LOG_LEVEL: 'debug',
  };
  const url = `http://127.0.0.1:${port}`;
  const parts: OwnProcess[] = [];
  const part = ({ name, program, isReady, env: more }: PartPlan) => {
    const log = join(folder, 'logs', `${name}.log`);
    const begin = () =>
      guarded(process.execPath, [join(builtFolder(), program.replace(/ts$/, 'js'))], {
        cwd: root,
        env: { PATH: process.env['PATH'], ...env, ...more },
        output: log,
      });
    const own = ownProcess({ name, log, begin, isReady });
    parts.push(own);
    return own;
  };
  const main = (name: string, room: string, isReady: PartPlan['isReady']) =>
    part({ name, program: `${room}/main.ts`, isReady });
  const polls = (said: string) => said.includes('"polling"');
  const connected = connectTemporal({
    temporal: { address: servers.temporalAddress, namespace: 'default', tls: false },
    payloadKeys: parseKeyRing(env.PAYLOAD_KEYS),
  });
  const product: Product = {
    url,
    api: main('api', 'api', () => isLive(url)),
    workers: [main('worker-1', 'workers', polls), main('worker-2', 'workers', polls)],
    relays: [main('relay-1', 'relay', polls), main('relay-2', 'relay', polls)],
    servers,
    knex: createKnex(databaseUrl),
    temporal: connected.client,
    vault: createVault(parseKeyRing(env.MASTER_KEYS)),
    objectFolder: env.OBJECT_STORE_DIR,
    scratchFolder,
    mailDomain,
    folder,
    part,
    close: async () => {
      await Promise.all(parts.map((each) => each.kill()));
      await Promise.all([product.knex.destroy(), connected.close()]);
      await Promise.all([servers.temporal, servers.mariadb, servers.mails].map((each) => each.kill()));
      await Promise.all([folder, scratchFolder].map((each) => rm(each, { recursive: true, force: true })));
    },
  };
  // One after the other would take three times as long.
  await Promise.all(partsOf(product).map((each) => each.start()));
  return product;
}

/** API, both workers and the relay: what a restart of everything starts. */
export function partsOf({ api, workers, relays }: Product): readonly OwnProcess[] {
  return [api, ...workers, relays[0]];
}

async function migrated(databaseUrl: string): Promise<void> {
  const knex = createKnex(databaseUrl, { poolMax: 2, statementSeconds: 0 });
  await migrateToLatest(knex);
  await knex.destroy();
}

function newKey(id: string): string {
  return `${id}:${randomBytes(32).toString('base64')}`;
}

async function isLive(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/live`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}
