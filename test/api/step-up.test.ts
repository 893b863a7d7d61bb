import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { ok } from '../../api/answers.ts';
import { operation } from '../../api/operation.ts';
import { operations } from '../../api/operations.ts';
import { bearer, ownApi, password, tokenOf } from './own-api.ts';
import type { OwnApi } from './own-api.ts';

const sensitive = operation({
  id: 'touchSensitive',
  method: 'delete',
  path: '/v1/sensitive',
  summary: 'Touch it',
  description: 'A sample.',
  tags: ['Sample'],
  caller: ['user', 'site'],
  right: 'self',
  stepUp: true,
  responses: { 200: { description: 'Done.' } },
  refusals: {},
  handle: () => Promise.resolve(null),
  answer: () => ok({}),
});

let api: OwnApi;
beforeAll(async () => {
  api = await ownApi([...operations, sensitive]);
});
afterAll(() => api.close());
const start = Date.parse('2027-02-02T14:00:00.000Z');
afterEach(async () => {
  api.time.now = start;
  await api.knex('rate_limits').delete();
});

const touch = (token: string) => api.http.delete('/v1/sensitive').set(bearer(token));
const prove = (token: string, typed = password) =>
  api.http.post('/v1/sessions/current/proof').set(bearer(token)).send({ password: typed });

describe('an operation that wants a proof of who calls', () => {
  test('[check 47] is open for ten minutes after a log-in or a proof, not longer', async () => {
    const token = await tokenOf(api, 'an');
    api.time.now = start + 600_000;
    expect((await touch(token)).status).toBe(200);
    api.time.now += 1;
    const refused = await touch(token);
    expect([refused.status, refused.body.reason, refused.body.details]).toEqual([
      403,
      'session.step-up-needed',
      { proveAt: '/v1/sessions/current/proof', proofMinutes: 10 },
    ]);
    const { body } = await prove(token);
    expect((await touch(body.token)).status).toBe(200);
    api.time.now += 600_001;
    expect((await touch(body.token)).status).toBe(403);
  });

  test('[check 44] a proof brings a new token, and the one before is worthless', async () => {
    const token = await tokenOf(api, 'an');
    const { body } = await prove(token);
    expect(body.token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(body.token).not.toBe(token);
    expect((await touch(token)).body.reason).toBe('session.ended');
  });

  test('[check 44] in a browser the new token is in the cookie alone', async () => {
    const { headers } = await api.http
      .post('/v1/sessions')
      .send({ username: 'an', password, mode: 'cookie' });
    const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
    const answer = await api.http
      .post('/v1/sessions/current/proof')
      .set({ Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' })
      .send({ password });
    expect(answer.body.token).toBeUndefined();
    const renewed = String(answer.headers['set-cookie']);
    expect(renewed).toMatch(/^__Host-mailroom=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
    expect(renewed).not.toContain(cookie);
  });

  test('a wrong password proves nothing and counts as a guess', async () => {
    const token = await tokenOf(api, 'an');
    for (let index = 0; index < 5; index += 1)
      expect((await prove(token, 'wrong')).body.reason).toBe('password.current-wrong');
    expect((await prove(token)).body.reason).toBe('session.too-many-attempts');
    expect((await touch(token)).status).toBe(200);
  });

  test('a service token has nobody to prove himself', async () => {
    expect((await touch(api.people.siteToken)).status).toBe(200);
    expect((await prove(api.people.siteToken)).body.reason).toBe('right.missing');
  });

  test('says so in the document', async () => {
    const { body } = await api.http.get('/openapi.json');
    const described = body.paths['/v1/sensitive'].delete;
    expect(described['x-step-up']).toBe(true);
    expect(described.description).toContain('POST /v1/sessions/current/proof');
    expect(described.responses['403'].description).toContain('session.step-up-needed');
  });
});
