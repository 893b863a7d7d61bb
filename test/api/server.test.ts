import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createApp } from '../../api/app.ts';
import { operations } from '../../api/operations.ts';
import { createApiServer } from '../../api/server.ts';
import { until } from '../support/wait.ts';
import { bearer, ownApi } from './own-api.ts';
import type { OwnApi } from './own-api.ts';
import { samples } from './sample-operations.ts';

let api: OwnApi;

beforeAll(async () => {
  api = await ownApi([...operations, ...samples]);
});
afterAll(() => api.close());

/** What the server says to these bytes, until it ends the connection. */
function say(...lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(api.port, '127.0.0.1', () => socket.write(lines.join('\r\n')));
    let heard = '';
    socket.setTimeout(30_000, () => socket.destroy(new Error(`still open, said: ${heard}`)));
    socket.on('data', (chunk) => (heard += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(heard));
  });
}

describe('what is no proper request', () => {
  test.each<[string, readonly string[], number, string]>([
    [
      'two lengths',
      ['POST /v1/sessions HTTP/1.1', 'Host: a', 'Content-Length: 2', 'Content-Length: 3', '', '{}'],
      400,
      'request.malformed',
    ],
    [
      'length and chunks',
      [
        'POST /v1/sessions HTTP/1.1',
        'Host: a',
        'Content-Length: 5',
        'Transfer-Encoding: chunked',
        '',
        '0',
        '',
        '',
      ],
      400,
      'request.malformed',
    ],
    [
      'an unknown coding of the transfer',
      ['POST /v1/sessions HTTP/1.1', 'Host: a', 'Transfer-Encoding: xchunked', '', '0', '', ''],
      400,
      'request.malformed',
    ],
    [
      'a bare line feed in a header',
      ['GET /health/live HTTP/1.1', 'Host: a', 'X: a\nTransfer-Encoding: chunked\n', '', ''],
      400,
      'request.malformed',
    ],
    ['no HTTP at all', ['hello', '', ''], 400, 'request.malformed'],
    [
      'headers without end',
      ['GET / HTTP/1.1', 'Host: a', `X-Long: ${'a'.repeat(20_000)}`, '', ''],
      431,
      'request.header-too-large',
    ],
  ])('%s', async (_words, lines, status, reason) => {
    const answer = await say(...lines);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('Content-Type: application/problem+json');
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({
      status,
      reason,
      title: expect.any(String),
    });
  });

  test('a request without host is refused', async () => {
    expect(await say('GET /health/live HTTP/1.1', '', '')).toMatch(/^HTTP\/1.1 400 /);
  });
});

describe('an upload', () => {
  const head = (length: number) => [
    `POST /v1/files?label=A HTTP/1.1`,
    'Host: a',
    `Authorization: Bearer ${api.people.siteToken}`,
    `Idempotency-Key: ${randomUUID()}`,
    'Content-Type: application/pdf',
    `Content-Length: ${length}`,
    '',
    '',
  ];

  test('too long is refused before it has come, and the connection ends', async () => {
    const answer = await say(...head(5_000_000));
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    expect(answer).toContain('Connection: close');
    expect(answer).toContain('request.too-large');
  });

  test('longer than it says by chunks is refused when it passes the limit', async () => {
    const chunk = `${(65_536).toString(16)}\r\n${'x'.repeat(65_536)}`;
    const lines = head(0).filter((line) => line !== '' && !line.startsWith('Content-Length'));
    const answer = await say(...lines, 'Transfer-Encoding: chunked', '', chunk, chunk, chunk, chunk, '');
    expect(answer).toContain('request.too-large');
  });

  test('cut off half-way leaves nothing and no fault', async () => {
    const socket = connect(api.port, '127.0.0.1', () =>
      socket.write([...head(1_000), 'x'.repeat(500)].join('\r\n')),
    );
    await pause(200);
    socket.destroy();
    await until('it is logged', () => api.lines().at(-1)?.['operation'] === 'uploadFile');
    expect(await api.knex('requests').select()).toEqual([]);
    expect(api.lines().filter(({ level }) => Number(level) >= 50)).toEqual([]);
    expect(api.lines().at(-1)).toMatchObject({ operation: 'uploadFile', status: 499, cut: true });
  });
});

describe('the stop', () => {
  const ownServer = async () => {
    const own = createApiServer(createApp(api.deps, samples).callback());
    return { own, port: await own.listen(0, '127.0.0.1') };
  };

  test('loses none of 200 open requests, and takes no new one', async () => {
    const { own, port } = await ownServer();
    let begun = 0;
    own.server.on('request', () => (begun += 1));
    const agent = new Agent({ keepAlive: true, maxSockets: 200 });
    const statuses = Array.from({ length: 200 }, () => get('/v1/slow', agent, {}, port));
    while (begun < 200) await pause(5);
    await own.drain(10_000);
    expect(new Set(await Promise.all(statuses))).toEqual(new Set([200]));
    await expect(get('/v1/slow', new Agent(), {}, port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    agent.destroy();
  });

  test('lets in who was waiting at the door', async () => {
    const { own, port } = await ownServer();
    const drained = own.drain(10_000);
    expect(await get('/v1/slow', new Agent(), {}, port)).toBe(200);
    await drained;
  });

  test('cuts who does not finish within the grace', async () => {
    const { own, port } = await ownServer();
    const hanging = connect(port, '127.0.0.1', () =>
      hanging.write('POST /v1/files HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n'),
    );
    hanging.on('error', () => undefined);
    await pause(100);
    const begun = Date.now();
    await own.drain(300);
    expect(Date.now() - begun).toBeLessThan(20_000);
  });
});

test('with a token the same socket serves many', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let count = 0; count < 5; count += 1)
    expect(await get('/v1/me', agent, bearer(api.people.siteToken))).toBe(200);
  agent.destroy();
});

function get(
  path: string,
  agent: Agent,
  headers: Record<string, string> = {},
  port = api.port,
): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode ?? 0));
    })
      .once('error', reject)
      .end();
  });
}
