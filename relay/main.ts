/** The relay process: wakes lives, confirms commands, looks after what is left over. Two of them are harmless. */
import type { Knex } from 'knex';
import { forgetRequests } from '../db/changes/forget-requests.ts';
import { forgetAttempts } from '../db/changes/log-in-attempts.ts';
import { putCanary } from '../db/changes/put-canary.ts';
import { createKnex } from '../db/knex.ts';
import type { Instant } from '../domain/calendar.ts';
import { instantOf } from '../domain/calendar.ts';
import { ConfigError, readConfig } from '../platform/config.ts';
import { createDiskStore } from '../platform/disk-store.ts';
import { checkKeys, WrongKeys } from '../platform/key-check.ts';
import type { Logger } from '../platform/log.ts';
import { createLogger } from '../platform/log.ts';
import type { ObjectStore } from '../platform/object-store.ts';
import { createStop } from '../platform/stop.ts';
import { connectTemporal } from '../platform/temporal.ts';
import { createConfirmer } from './confirm.ts';
import type { Chore } from './hourly.ts';
import { runHourly } from './hourly.ts';
import { removeOrphans } from './orphans.ts';
import { destroyStrays } from './stray-documents.ts';
import { runRelay } from './relay.ts';
import { sweep } from './sweep.ts';
import { createWaker } from './wake.ts';

const clock = () => instantOf(Date.now());

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLogger({ level: config.logLevel, name: 'relay' });
  const stop = createStop({ log, limitMs: 20_000, process });
  const knex = createKnex(config.databaseUrl);
  stop.onStop('database', () => knex.destroy());
  const temporal = connectTemporal(config);
  stop.onStop('temporal', () => temporal.close());
  await checkKeys({ master: config.masterKeys, payload: config.payloadKeys }, putCanary(knex));

  const lives = { client: temporal.client, knex, taskQueue: config.temporal.taskQueue };
  const waker = createWaker(lives);
  const objectStore = await createDiskStore(config.objectStoreDir);
  const chores = choresOf({ knex, objectStore, clock, log }, () => sweep({ ...lives, waker, clock }));
  const leaving = new AbortController();
  const { signal } = leaving;
  const working = Promise.all([
    runRelay({ knex, waker, confirm: createConfirmer(lives), clock, log, signal }),
    runHourly({ chores, log, signal }),
  ]);
  stop.onStop('polls', () => {
    leaving.abort();
    return working;
  });
  log.info({}, 'polling');
}

interface ChoreDeps {
  readonly knex: Knex;
  readonly objectStore: ObjectStore;
  readonly clock: () => Instant;
  readonly log: Logger;
}

function choresOf(deps: ChoreDeps, sweepLives: () => Promise<readonly string[]>): readonly Chore[] {
  const { knex } = deps;
  return [
    { name: 'orphans', run: async () => ({ removed: await removeOrphans(deps) }) },
    { name: 'identity-documents', run: async () => ({ destroyed: await destroyStrays(deps) }) },
    { name: 'sweep', run: async () => ({ restarted: await sweepLives() }) },
    { name: 'attempts', run: async () => ({ forgotten: await forgetAttempts(knex)(clock()) }) },
    { name: 'requests', run: async () => ({ forgotten: await forgetRequests(knex)(clock()) }) },
  ];
}

try {
  await main();
} catch (error) {
  const isTold = error instanceof ConfigError || error instanceof WrongKeys;
  process.stderr.write(`${isTold ? error.message : 'the relay could not start'}\n`);
  if (!isTold) createLogger({ level: 'error', name: 'relay' }).fatal({ err: error }, 'could not start');
  process.exit(1);
}
