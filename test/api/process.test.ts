import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../dev/servers/ports.mjs';
import { migratedDatabase } from '../db/own-database.ts';
import type { OwnDatabase } from '../db/own-database.ts';
import { builtFolder } from '../support/servers.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mailroom-api-'));
const key = (id: string, filling: number) => `${id}:${Buffer.alloc(32, filling).toString('base64')}`;
const children: ChildProcess[] = [];

let database: OwnDatabase;
beforeAll(async () => {
  database = await migratedDatabase();
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything but the database is away: nothing listens on port 1. */
const environment = (port: number): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  MAILROOM_ENV: 'test',
  DATABASE_URL: database.url,
  TEMPORAL_ADDRESS: '127.0.0.1:1',
  TEMPORAL_NAMESPACE: 'default',
  TEMPORAL_TASK_QUEUE: 'mailroom',
  SMTP_URL: 'smtp://127.0.0.1:1',
  MAIL_FROM: 'Mailroom <no-reply@mailroom.example>',
  PUBLIC_URL: 'http://127.0.0.1:8080',
  API_HOST: '127.0.0.1',
  API_PORT: String(port),
  OBJECT_STORE_DIR: join(folder, 'objects'),
  SCRATCH_DIR: existsSync('/dev/shm') ? '/dev/shm' : folder,
  QPDF_PATH: 'qpdf',
  MASTER_KEYS: key('m1', 1),
  PAYLOAD_KEYS: key('p1', 2),
  TRUSTED_PROXIES: '',
  LOG_LEVEL: 'info',
});

async function start(changed: Record<string, string | undefined> = {}) {
  const port = await freePort();
  const env = Object.fromEntries(
    Object.entries({ ...environment(port), ...changed }).filter(([, value]) => value !== undefined),
  );
  const child = spawn(process.execPath, [join(builtFolder(), 'api/main.js')], { cwd: root, env });
  children.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const get = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const listening = async () => {
    while (!said.includes('"listening"')) {
      if (child.exitCode !== null) throw new Error(said);
      await pause(50);
    }
  };
  return { child, ended, get, listening, said: () => said };
}

describe('the API process', () => {
  test('starts and serves while Temporal and the mail server are away, says so, and stops when asked', async () => {
    const api = await start();
    await api.listening();
    expect(await api.get('/health/live')).toEqual({ status: 200, body: { status: 'live' } });
    const { status, body } = await api.get('/health/ready');
    expect([status, body['reason'], body['details']]).toEqual([
      503,
      'service.not-ready',
      { missing: ['temporal'] },
    ]);
    api.child.kill('SIGTERM');
    expect(await api.ended).toBe(0);
    expect(api.said()).not.toContain(database.url);
  });

  test.each([
    ['MASTER_KEYS', 'another key', key('m1', 9)],
    ['MASTER_KEYS', 'an unknown key', key('m9', 1)],
    ['PAYLOAD_KEYS', 'another key', key('p1', 9)],
    ['PAYLOAD_KEYS', 'half a key', 'p1:AAAA'],
    ['DATABASE_URL', 'none', undefined],
  ])('refuses to start with %s being %s, and names it', async (variable, _words, value) => {
    const api = await start({ [variable]: value });
    expect(await api.ended).toBe(1);
    expect(api.said()).toContain(`${variable}: `);
    expect(api.said()).not.toContain(String(value));
  });

  test('refuses to start on a faulty registry, and names every fault of every file', async () => {
    const applications = join(folder, 'applications');
    cpSync(join(root, 'applications'), applications, { recursive: true });
    const twin = { key: 'postbox', version: 0 };
    writeFileSync(join(applications, 'ninth.json'), JSON.stringify(twin));
    writeFileSync(join(applications, 'tenth.json'), '{\n  "key": "tenth",\n}\n');
    const api = await start({ APPLICATIONS_DIR: applications });
    expect(await api.ended).toBe(1);
    for (const fault of [
      'APPLICATIONS_DIR: tenth.json: line 3 is no JSON',
      'APPLICATIONS_DIR: ninth.json: version: is 0; accepted: a whole number from 1',
      'APPLICATIONS_DIR: ninth.json: actions: is missing; accepted: a list',
      'APPLICATIONS_DIR: postbox.json: key: is "postbox" like that of ninth.json',
    ])
      expect(api.said()).toContain(fault);
  });

  test('opens what an older key has sealed while that key is still in the ring', async () => {
    const api = await start({ MASTER_KEYS: `${key('m2', 7)},${key('m1', 1)}` });
    await api.listening();
    api.child.kill('SIGTERM');
    expect(await api.ended).toBe(0);
  });
});
