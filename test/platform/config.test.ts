import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigError, projectApplications, readConfig } from '../../platform/config.ts';

const example = Object.fromEntries(
  readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
);

/** May be left out: the project has its own. */
const optional = ['APPLICATIONS_DIR', 'WORKFLOW_BUNDLE'];
const required = Object.keys(example).filter((variable) => !optional.includes(variable));

const newKeys = (id: string) => `${id}:${createHash('sha256').update(id).digest('base64')}`;

const production = {
  ...example,
  MAILROOM_ENV: 'production',
  DATABASE_URL: 'mysql://mailroom:secret@db.internal:3306/mailroom?ssl={"rejectUnauthorized":true}',
  TEMPORAL_ADDRESS: 'temporal.internal:7233',
  SMTP_URL: 'smtps://mailer:secret@mail.internal:465',
  PUBLIC_URL: 'https://post.example',
  MASTER_KEYS: newKeys('m7'),
  PAYLOAD_KEYS: newKeys('p7'),
};

function faultsOf(env: Record<string, string | undefined>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map(({ variable }) => variable);
  }
}

test('the example is read, typed', () => {
  const config = readConfig(example);
  expect(config).toMatchObject({
    env: 'development',
    temporal: { address: '127.0.0.1:7233', namespace: 'default', taskQueue: 'mailroom', tls: false },
    publicUrl: 'http://127.0.0.1:8080',
    api: { host: '127.0.0.1', port: 8080 },
    trustedProxies: [],
    logLevel: 'info',
  });
  expect(config.masterKeys.map(({ id, key }) => [id, key.length])).toEqual([['m1', 32]]);
});

test.each(required)('%s missing is named', (variable) => {
  expect(faultsOf({ ...example, [variable]: undefined })).toEqual([variable]);
});

test('every fault is named at once', () => {
  expect(faultsOf({})).toEqual(required);
});

test.each([
  ['APPLICATIONS_DIR', 'missing', undefined, { applicationsDir: projectApplications }],
  ['APPLICATIONS_DIR', 'empty', ' ', { applicationsDir: projectApplications }],
  ['APPLICATIONS_DIR', 'set', '/etc/applications', { applicationsDir: '/etc/applications' }],
  ['WORKFLOW_BUNDLE', 'missing', undefined, { workflowBundle: null }],
  ['WORKFLOW_BUNDLE', 'empty', '', { workflowBundle: null }],
  ['WORKFLOW_BUNDLE', 'set', '/opt/workflows.js', { workflowBundle: '/opt/workflows.js' }],
])('%s %s', (variable, _case, value, expected) => {
  expect(readConfig({ ...example, [variable]: value })).toMatchObject(expected);
});

const key = Buffer.alloc(32, 1).toString('base64');

test.each([
  ['MAILROOM_ENV', 'staging'],
  ['DATABASE_URL', 'postgres://a:b@c/d'],
  ['DATABASE_URL', 'mysql://a:b@c'],
  ['TEMPORAL_ADDRESS', 'localhost'],
  ['TEMPORAL_ADDRESS', 'http://localhost:7233'],
  ['TEMPORAL_NAMESPACE', ' '],
  ['SMTP_URL', 'mail.example:25'],
  ['MAIL_FROM', 'Mailroom'],
  ['MAIL_FROM', 'Mailroom\r\nBcc: x@y.example <a@b.example>'],
  ['PUBLIC_URL', 'https://post.example/app'],
  ['PUBLIC_URL', 'https://user@post.example'],
  ['PUBLIC_URL', 'ftp://post.example'],
  ['API_PORT', '0'],
  ['API_PORT', '65536'],
  ['API_PORT', '80a'],
  ['MASTER_KEYS', ''],
  ['MASTER_KEYS', key],
  ['MASTER_KEYS', `m1:${key.slice(0, -4)}`],
  ['MASTER_KEYS', `m1:${key},m1:${key}`],
  ['PAYLOAD_KEYS', `p 1:${key}`],
  ['TRUSTED_PROXIES', '10.0.0.1,proxy.internal'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['TRUSTED_PROXIES', '10.0.0.0/8/8'],
  ['TRUSTED_PROXIES', 'fe80::/129'],
  ['LOG_LEVEL', 'verbose'],
])('%s=%j is refused by name', (variable, value) => {
  expect(faultsOf({ ...example, [variable]: value })).toEqual([variable]);
});

test.each([
  ['PUBLIC_URL', 'https://post.example/', { publicUrl: 'https://post.example' }],
  ['TRUSTED_PROXIES', '10.0.0.0/8, ::1', { trustedProxies: ['10.0.0.0/8', '::1'] }],
  ['TEMPORAL_ADDRESS', '[::1]:7233', { temporal: { address: '[::1]:7233' } }],
  ['TEMPORAL_ADDRESS', 'temporal:7233', { temporal: { address: 'temporal:7233', tls: false } }],
  ['MAIL_FROM', 'no-reply@post.example', { mailFrom: 'no-reply@post.example' }],
  ['API_PORT', '443', { api: { port: 443 } }],
])('%s=%j is accepted', (variable, value, expected) => {
  expect(readConfig({ ...example, [variable]: value })).toMatchObject(expected);
});

test('the first key of a ring is the one that comes first', () => {
  const config = readConfig({ ...example, MASTER_KEYS: `${newKeys('m2')},${newKeys('m1')}` });
  expect(config.masterKeys.map(({ id }) => id)).toEqual(['m2', 'm1']);
});

test('a fault tells what is accepted and repeats no secret', () => {
  const secret = Buffer.alloc(31, 'hunter2').toString('base64');
  expect(() => readConfig({ ...example, MASTER_KEYS: `m1:${secret}`, DATABASE_URL: 'x:hunter2' })).toThrow(
    expect.objectContaining({
      message: expect.not.stringMatching(/hunter2/) as string,
    }) as Error,
  );
  try {
    readConfig({ ...example, MASTER_KEYS: `m1:${secret}` });
  } catch (error) {
    expect((error as Error).message).toBe('MASTER_KEYS: key 1 must be 32 bytes in base64');
  }
});

describe('production', () => {
  test('a sound environment is read; Temporal is reached over TLS', () => {
    expect(readConfig(production)).toMatchObject({ env: 'production', temporal: { tls: true } });
  });

  test('[check 32] the example environment is refused: its keys and its plain-text address', () => {
    expect(faultsOf({ ...example, MAILROOM_ENV: 'production' })).toEqual([
      'PUBLIC_URL',
      'MASTER_KEYS',
      'PAYLOAD_KEYS',
    ]);
  });

  test.each([
    ['DATABASE_URL', 'mysql://a:b@db.internal:3306/mailroom'],
    ['DATABASE_URL', 'mysql://a:b@db.internal:3306/mailroom?ssl=false'],
    ['DATABASE_URL', 'mysql://a:b@db.internal:3306/mailroom?ssl={"rejectUnauthorized":false}'],
    ['SMTP_URL', 'smtp://mail.internal:25'],
    ['SMTP_URL', 'smtps://mail.internal:465?tls.rejectUnauthorized=false'],
    ['PUBLIC_URL', 'http://post.example'],
    ['MASTER_KEYS', `m1:${Buffer.alloc(32, 7).toString('base64')}`],
    ['MASTER_KEYS', `${newKeys('m2')},${example['MASTER_KEYS'] ?? ''}`],
    ['PAYLOAD_KEYS', production.MASTER_KEYS],
  ])('%s=%s is refused', (variable, value) => {
    expect(faultsOf({ ...production, [variable]: value })).toEqual([variable]);
  });

  test.each([
    ['DATABASE_URL', 'mysql://a:b@127.0.0.1:3306/mailroom'],
    ['SMTP_URL', 'smtp://localhost:25'],
    ['SMTP_URL', 'smtp://mail.internal:587?requireTLS=true'],
  ])('%s=%s is allowed: no network in between, or TLS is demanded', (variable, value) => {
    expect(faultsOf({ ...production, [variable]: value })).toEqual([]);
  });

  test('Temporal on this machine is reached in plain text', () => {
    expect(readConfig({ ...production, TEMPORAL_ADDRESS: 'localhost:7233' }).temporal.tls).toBe(false);
  });
});
