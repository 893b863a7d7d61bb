/** The two processes behind the API: how they start, refuse to start, wait and stop. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestDatabase } from '../support/databases.ts';
import { createDatabase } from '../support/databases.ts';
import { builtFolder, temporalAddress } from '../support/servers.ts';
import { until } from '../support/wait.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mailroom-processes-'));
const key = (id: string, filling: number) => `${id}:${Buffer.alloc(32, filling).toString('base64')}`;
const children: ChildProcess[] = [];

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
}, 120_000);
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const environment = (): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  MAILROOM_ENV: 'test',
  DATABASE_URL: database.url,
  TEMPORAL_ADDRESS: temporalAddress(),
  TEMPORAL_NAMESPACE: 'default',
  TEMPORAL_TASK_QUEUE: `processes-${database.name}`,
  SMTP_URL: 'smtp://127.0.0.1:1',
  MAIL_FROM: 'Mailroom <no-reply@mailroom.example>',
  PUBLIC_URL: 'http://127.0.0.1:8080',
  API_HOST: '127.0.0.1',
  API_PORT: '8080',
  OBJECT_STORE_DIR: join(folder, 'objects'),
  SCRATCH_DIR: existsSync('/dev/shm') ? '/dev/shm' : folder,
  QPDF_PATH: 'qpdf',
  MASTER_KEYS: key('m1', 1),
  PAYLOAD_KEYS: key('p1', 2),
  TRUSTED_PROXIES: '',
  LOG_LEVEL: 'info',
});

function start(name: string, changed: Record<string, string> = {}) {
  const env = { ...environment(), ...changed };
  const child = spawn(process.execPath, [join(builtFolder(), name, 'main.js')], { cwd: root, env });
  children.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const says = (text: string) => until(`${name}: ${text}`, () => said.includes(text), 100_000);
  return { child, ended, says, said: () => said };
}

describe.each(['relay', 'workers'])('the process %s', (name) => {
  test('works beside a second one, and both stop when asked', async () => {
    const both = [start(name), start(name)];
    for (const each of both) await each.says('"polling"');
    for (const { child } of both) child.kill('SIGTERM');
    for (const { ended } of both) expect(await ended).toBe(0);
  }, 120_000);

  test('refuses keys that do not open what the database was sealed with', async () => {
    const wrong = start(name, { PAYLOAD_KEYS: key('p1', 3) });
    expect(await wrong.ended).toBe(1);
    expect(wrong.said()).toContain('PAYLOAD_KEYS');
  }, 120_000);

  test('refuses a configuration that is not complete, naming what is missing', async () => {
    const wrong = start(name, { DATABASE_URL: 'postgres://x/y', MASTER_KEYS: 'none' });
    expect(await wrong.ended).toBe(1);
    expect(wrong.said()).toMatch(/DATABASE_URL: .*\n.*MASTER_KEYS: /);
  }, 120_000);
});

test('workers wait while Temporal is away, and can be stopped while they wait', async () => {
  const workers = start('workers', { TEMPORAL_ADDRESS: '127.0.0.1:1' });
  await workers.says('Temporal does not answer; trying again');
  workers.child.kill('SIGTERM');
  expect(await workers.ended).toBe(0);
}, 120_000);
