import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockHolder, takeLock } from '../processes/lock.mjs';
import { run, stopInOrder } from '../processes/guard.mjs';
import { needSpace } from '../provision/disk.mjs';
import { provisionPrograms } from '../provision.mjs';
import { root } from '../root.mjs';
import { step } from '../say.mjs';
import { startMails } from '../servers/mails.mjs';
import { startMariadb } from '../servers/mariadb.mjs';
import { freePort } from '../servers/ports.mjs';
import { startTemporal } from '../servers/temporal.mjs';

const PREFIX = 'mailroom-test-';
const LOCK = 'holder.lock';

/** Servers for one test run, in a folder of its own: `env` tells the tests where they are. */
export async function startTestServers() {
  const configured = { database: process.env.DATABASE_ADMIN_URL, temporal: process.env.TEMPORAL_ADDRESS };
  const programs = await provisionPrograms(root, { ...configured, timeSkipping: true });
  const folder = newFolder();
  const log = (name) => join(folder, 'logs', `${name}.log`);
  mkdirSync(join(folder, 'logs'));

  // What is built finds its packages from there.
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const built = join(folder, 'built');
  const children = [];
  const stop = async () => {
    await stopInOrder(children.toReversed());
    rmSync(folder, { recursive: true, force: true });
  };
  const env = {
    TEST_FOLDER: folder,
    TEST_SERVER_PATH: testServerLauncher(folder, programs.testServer),
    QPDF_PATH: programs.qpdf,
    BUILT: built,
    WORKFLOW_BUNDLE: join(built, 'workflows.js'),
    TEST_SCHEMA: join(folder, 'schema.json'),
  };
  try {
    env.DATABASE_ADMIN_URL = configured.database ?? (await step('MariaDB for the tests', mariadb));
    env.TEMPORAL_ADDRESS = configured.temporal ?? (await step('Temporal for the tests', temporal));
    Object.assign(env, await step('Mail catcher for the tests', mails));
    await step('Schema for the tests', () => written('test/support/record-schema.ts', env.TEST_SCHEMA));
    await step('Processes for the tests', () =>
      written('commands/build.ts', built, 'test/faults/held-worker.ts'),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  // What uses the servers is stopped with them, and before them.
  const add = (child) => children.push(child);
  return { env, folder, add, stop };

  /** Jest compiles nothing before its tests, and its tests share what is made here. */
  async function written(program, ...args) {
    const { code, text } = await run(process.execPath, ['--import', 'tsx', program, ...args], {
      cwd: root,
      env: { ...process.env, ...env },
    });
    if (code !== 0) throw new Error(`${program} failed:\n${text}`);
  }

  async function mariadb() {
    const { child, url } = await startMariadb({
      programs: programs.mariadb,
      place: join(folder, 'mariadb'),
      secrets: join(folder, 'secrets'),
      port: await freePort(),
      log: log('mariadb'),
      mayCreateDatabases: true,
    });
    children.push(child);
    return url;
  }

  async function temporal() {
    const store = join(folder, 'temporal.sqlite');
    const { child, address } = await startTemporal({
      program: programs.temporal,
      store,
      port: await freePort(),
      log: log('temporal'),
    });
    children.push(child);
    return address;
  }

  async function mails() {
    const ports = { smtpPort: await freePort(), pagePort: await freePort() };
    const { child, page, smtpUrl } = await startMails({
      root,
      folder: join(folder, 'mails'),
      ...ports,
      log: log('mail'),
    });
    children.push(child);
    return { SMTP_URL: smtpUrl, MAIL_CATCHER_URL: page };
  }
}

/** On disk, because the tests kill servers and look at what was written; what a killed run left is removed. */
function newFolder() {
  for (const entry of readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX))) {
    if (isAbandoned(join(tmpdir(), entry))) rmSync(join(tmpdir(), entry), { recursive: true, force: true });
  }
  needSpace(tmpdir(), 1500, 'The test run');
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  takeLock(join(folder, LOCK));
  return folder;
}

/** A folder that another run is just making has no lock yet. */
function isAbandoned(folder) {
  const age = Date.now() - statSync(folder).mtimeMs;
  return age > 60_000 && lockHolder(join(folder, LOCK)) === undefined;
}

/**
 * The Temporal SDK starts the time-skipping server from inside a Jest process, out of reach of our guard, and ends
 * it by SIGKILL: so the server takes the place of this script, and a watcher ends it with the process that started it.
 */
function testServerLauncher(folder, program) {
  const path = join(folder, 'test-server');
  writeFileSync(path, LAUNCHER.replace('PROGRAM', program));
  chmodSync(path, 0o755);
  return path;
}

const LAUNCHER = `#!/bin/sh
server=$$
parent=$PPID
(
  while kill -0 $parent && kill -0 $server; do sleep 0.5; done
  kill -0 $parent || kill -KILL $server
) >/dev/null 2>&1 &
exec "PROGRAM" "$@"
`;
