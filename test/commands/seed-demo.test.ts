import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDatabase } from '../support/databases.ts';
import type { TestDatabase } from '../support/databases.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mailroom-seed-'));
const key = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;

let database: TestDatabase;
let environment: Record<string, string>;
beforeAll(async () => {
  database = await createDatabase();
  environment = {
    PATH: process.env['PATH'] ?? '',
    MAILROOM_ENV: 'development',
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    TEMPORAL_NAMESPACE: 'default',
    TEMPORAL_TASK_QUEUE: 'mailroom',
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'Mailroom <no-reply@mailroom.example>',
    PUBLIC_URL: 'https://mailroom.example',
    API_HOST: '127.0.0.1',
    API_PORT: '1',
    OBJECT_STORE_DIR: join(folder, 'objects'),
    SCRATCH_DIR: folder,
    QPDF_PATH: 'qpdf',
    MASTER_KEYS: key('m1'),
    PAYLOAD_KEYS: key('p1'),
    TRUSTED_PROXIES: '',
    LOG_LEVEL: 'info',
  };
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function run(file: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: root,
    env: { ...environment, ...env },
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { code, ...said };
}

test('[check 32] production gets no demo data', async () => {
  const { code, stderr } = await run('commands/seed-demo.ts', { MAILROOM_ENV: 'production' });
  expect([code, stderr]).toEqual([1, expect.stringContaining('MAILROOM_ENV')]);
});

test('the first run tells what opens the demo, a second one changes nothing', async () => {
  const first = await run('commands/seed-demo.ts');
  expect(first.stderr).toBe('');
  const { logins, siteTokens, issuerTokens } = JSON.parse(first.stdout) as Record<
    string,
    Record<string, string>[]
  >;
  expect(logins?.[0]).toEqual({
    role: 'administrator',
    username: 'an.peeters',
    password: expect.stringMatching(/^.{16}$/),
    company: 'Bakkerij Peeters',
  });
  expect(siteTokens?.map(({ site }) => site)).toEqual(['brussel', 'lisboa', 'amsterdam']);
  expect(issuerTokens?.map(({ issuer }) => issuer)).toEqual(['wagenpark-lease', 'kade-energie']);
  const second = await run('commands/seed-demo.ts');
  expect(JSON.parse(second.stdout)).toEqual({ logins: [], siteTokens: [], issuerTokens: [] });
});

test('[check 32] a database that holds demo users serves no production', async () => {
  const { code, stderr } = await run('api/main.ts', { MAILROOM_ENV: 'production' });
  expect([code, stderr]).toEqual([
    1,
    expect.stringContaining('DATABASE_URL: production needs a database without'),
  ]);
});
