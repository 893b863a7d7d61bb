import { createLogger } from '../../platform/log.ts';
import { createTemporalLogger } from '../../platform/temporal-log.ts';

function logged(write: (log: ReturnType<typeof createLogger>) => void): string {
  let lines = '';
  write(createLogger({ level: 'info', name: 'api' }, { write: (line: string) => void (lines += line) }));
  return lines;
}
const entry = (write: Parameters<typeof logged>[0]) => JSON.parse(logged(write)) as Record<string, unknown>;

/** What a database driver throws: the message and two fields hold the values of the query. */
class DriverError extends Error {
  code = 'ER_DUP_ENTRY';
  errno = 1062;
  sql = "insert into users (email) values ('jan.peeters@klant.example')";
  sqlMessage = "Duplicate entry 'jan.peeters@klant.example' for key 'users.email'";
  constructor() {
    super("insert into `users` values ('Jan Peeters')\n  - Duplicate entry 'Peeters' for key 'x'");
    this.name = 'DriverError';
  }
}

test('an entry is one line of JSON with time, level, name and text', () => {
  const line = logged((log) => log.info({ requestId: 'r1', ms: 12 }, 'answered'));
  expect(line.endsWith('}\n')).toBe(true);
  expect(JSON.parse(line)).toMatchObject({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
    name: 'api',
    requestId: 'r1',
    ms: 12,
    msg: 'answered',
  });
});

test('nothing below the level is written', () => {
  expect(logged((log) => log.debug('x'))).toBe('');
});

test.each<[string, Parameters<typeof logged>[0]]>([
  ['as the only argument', (log) => log.error(new DriverError())],
  ['as err without a text', (log) => log.error({ err: new DriverError() })],
  ['as err with a text', (log) => log.error({ err: new DriverError() }, 'failed')],
  ['under another name', (log) => log.error({ error: new DriverError() }, 'failed')],
  ['deep inside', (log) => log.error({ job: { steps: [{ failure: new DriverError() }] } }, 'failed')],
  ['as a cause', (log) => log.error(new Error('outer', { cause: new DriverError() }))],
  ['in a child logger', (log) => log.child({ err: new DriverError() }).error('failed')],
  ['as a part of the text', (log) => log.error('failed: %o', new DriverError())],
  ['spread into fields', (log) => log.error(Object.assign({}, new DriverError()), 'failed')],
])('an error %s keeps name, code and places, never its message or SQL', (_how, write) => {
  const line = logged(write);
  expect(line).toContain('ER_DUP_ENTRY');
  for (const word of ['Peeters', 'peeters', 'insert into', 'Duplicate']) expect(line).not.toContain(word);
});

test('an error says where it was thrown', () => {
  const { err, msg } = entry((log) => log.error(new DriverError())) as {
    err: { stack: string[] };
    msg: string;
  };
  expect(msg).toBe('DriverError');
  expect(err).toMatchObject({ name: 'DriverError', code: 'ER_DUP_ENTRY' });
  expect(err.stack[0]).toMatch(/log\.test\.ts/);
});

test('a reason from a closed list is kept, a sentence is not', () => {
  const refused = Object.assign(new Error('x'), { reason: 'forwarding.date-in-past' });
  const talkative = Object.assign(new Error('x'), { reason: 'Jan Peeters lives here', code: 'a b' });
  expect(logged((log) => log.info({ err: refused }, 'x'))).toContain('forwarding.date-in-past');
  expect(logged((log) => log.info({ err: talkative }, 'x'))).not.toMatch(/Peeters|a b/);
});

test.each([
  'password',
  'newPassword',
  'token',
  'sessionToken',
  'Authorization',
  'cookie',
  'set-cookie',
  'secret',
  'clientSecret',
  'dataKey',
  'masterKeys',
  'activationCode',
  'email',
  'mail',
  'name',
  'firstName',
  'phone',
  'body',
  'html',
  'sql',
  'bindings',
])('the value of %s is hidden at any depth and in child loggers', (name) => {
  const fields = { [name]: 'canary-4711', inner: { list: [{ [name]: { deep: 'canary-4711' } }] } };
  for (const write of [
    (log: ReturnType<typeof createLogger>) => log.info(fields, 'x'),
    (log: ReturnType<typeof createLogger>) => log.child(fields).child({ a: fields }).info('x'),
  ]) {
    expect(logged(write)).toContain('[hidden]');
    expect(logged(write)).not.toContain('canary-4711');
  }
});

test('mail addresses are replaced wherever they turn up', () => {
  const posing = new Error('x\n    at jan@klant.example (letter:1:2)');
  const line = logged((log) => {
    log.error({ err: posing }, 'failed');
    log.info('mail to jan@klant.example bounced');
    log.info({ answer: '550 <jan@klant.example> unknown' }, 'to %s', 'jan@klant.example');
    log.child({ who: 'jan@klant.example' }).info({ list: ['jan@klant.example'] });
  });
  expect(line).not.toContain('jan@');
  expect(line.split('[address]')).toHaveLength(7);
});

test('what is harmless stays as it is', () => {
  const fields = {
    tokenId: 7,
    statusCode: 200,
    idempotencyKey: 'k1',
    at: new Date(0),
    cents: 5n,
    none: null,
  };
  expect(entry((log) => log.info(fields, '%s of %d', 'three', 4))).toMatchObject({
    tokenId: 7,
    statusCode: 200,
    idempotencyKey: 'k1',
    at: '1970-01-01T00:00:00.000Z',
    cents: '5',
    none: null,
    msg: 'three of 4',
  });
});

test('bytes are counted, not shown; what goes too deep or round in circles is cut', () => {
  const round: Record<string, unknown> = { scan: Buffer.from('letter') };
  round['again'] = round;
  const line = logged((log) => log.info(round, 'x'));
  expect(line).toContain('[6 bytes]');
  expect(line).toContain('[too deep]');
});

test('no text can break a line or steer a terminal', () => {
  const evil = 'a\r\n{"level":"info"}\u001b[31m\u009b2J\u2028b\u0007\u0000';
  const line = logged((log) => log.child({ agent: evil }).info({ path: evil }, evil));
  expect(line.indexOf('\n')).toBe(line.length - 1);
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  expect(line.slice(0, -1)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
});

test('what the Temporal SDK logs goes the same way', () => {
  const line = logged((log) => {
    const sdk = createTemporalLogger(log);
    sdk.debug('below the level');
    sdk.warn('Activity failed', { workflowId: 'mail-item/7', taskToken: 'canary', error: new DriverError() });
  });
  expect(JSON.parse(line)).toMatchObject({
    level: 'warn',
    msg: 'Activity failed',
    workflowId: 'mail-item/7',
  });
  expect(line).not.toMatch(/Peeters|insert|canary/);
});
