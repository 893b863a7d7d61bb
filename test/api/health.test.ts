import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { createApp } from '../../api/app.ts';
import type { Deps } from '../../api/deps.ts';
import { HttpRefusal } from '../../api/refusal.ts';
import { newToken } from '../../platform/tokens.ts';
import { bearer, ownApi, tokenOf } from './own-api.ts';
import type { OwnApi } from './own-api.ts';

let api: OwnApi;

beforeAll(async () => {
  api = await ownApi();
});
afterAll(() => api.close());

/** The same API with something else; over loopback, so that the address at the other end is 127.0.0.1. */
const apiWith = (more: Partial<Deps>) => supertest(createApp({ ...api.deps, ...more }).callback());

const there = (name: string) => ({ name, check: () => Promise.resolve() });
const away = (name: string) => ({ name, check: () => Promise.reject(new Error('10.0.0.1 refused')) });
const hanging = (name: string) => ({ name, check: () => new Promise<void>(() => undefined) });

describe('health', () => {
  test('alive without looking at anything', async () => {
    const answer = await apiWith({ health: [away('database')] }).get('/health/live');
    expect([answer.status, answer.body]).toEqual([200, { status: 'live' }]);
  });

  test('ready when everything is there', async () => {
    const answer = await apiWith({ health: [there('database'), there('temporal')] }).get('/health/ready');
    expect([answer.status, answer.body]).toEqual([200, { status: 'ready', parts: ['database', 'temporal'] }]);
  });

  test('names what is missing or hangs, and nothing more', async () => {
    const health = [there('database'), away('temporal'), hanging('object-store')];
    const answer = await apiWith({ health }).get('/health/ready');
    expect([answer.status, answer.body.reason]).toEqual([503, 'service.not-ready']);
    expect(answer.body.details).toEqual({ missing: ['temporal', 'object-store'] });
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.text).not.toContain('10.0.0.1');
  });
});

describe('the codec endpoint', () => {
  const payloads = { payloads: [] };
  const production = () => apiWith({ config: { ...api.deps.config, env: 'production' } });
  const trusting = () => apiWith({ config: { ...api.deps.config, trustedProxies: ['127.0.0.0/8', '::1'] } });

  test('serves who sits at this machine, and the UI on another port', async () => {
    const answer = await apiWith({})
      .post('/codec/decode')
      .set('Origin', 'http://localhost:8233')
      .send(payloads);
    expect([answer.status, answer.body]).toEqual([200, payloads]);
    expect(answer.headers['access-control-allow-origin']).toBe('http://localhost:8233');
  });

  test('answers the preflight of that UI', async () => {
    const answer = await apiWith({}).options('/codec/decode').set('Origin', 'http://127.0.0.1:8233');
    expect(answer.status).toBe(204);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': 'http://127.0.0.1:8233',
      'access-control-allow-headers': 'authorization, content-type, x-namespace',
    });
  });

  test.each([
    'https://evil.example',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'null',
  ])('serves no page of %s', async (origin) => {
    for (const method of ['post', 'options'] as const) {
      const answer = await apiWith({})[method]('/codec/decode').set('Origin', origin).send(payloads);
      expect([answer.status, answer.body.reason]).toEqual([403, 'request.cross-site']);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  test('serves nobody who comes from elsewhere', async () => {
    const answer = await trusting()
      .post('/codec/decode')
      .set('X-Forwarded-For', '203.0.113.7')
      .send(payloads);
    expect([answer.status, answer.body.reason]).toEqual([401, 'session.required']);
  });

  test('in production serves operators by token only', async () => {
    const ask = (token: string) => production().post('/codec/decode').set(bearer(token)).send(payloads);
    expect((await production().post('/codec/decode').send(payloads)).status).toBe(401);
    expect((await ask(newToken())).status).toBe(401);
    expect((await ask(await tokenOf(api, 'an'))).body.reason).toBe('right.missing');
    expect((await ask(api.people.siteToken)).body.reason).toBe('right.missing');
    expect((await ask(await tokenOf(api, 'olga'))).status).toBe(200);
  });

  test('refuses what it cannot open', async () => {
    const codec: Deps['codec'] = () => Promise.reject(new HttpRefusal(422, 'codec.does-not-open'));
    const answer = await apiWith({ codec }).post('/codec/decode').send(payloads);
    expect([answer.status, answer.body.reason]).toEqual([422, 'codec.does-not-open']);
  });
});

describe('the reference page', () => {
  test('comes whole from our own server, without inline code', async () => {
    const { text, headers } = await apiWith({}).get('/');
    expect(headers['content-type']).toContain('text/html');
    expect(text).not.toMatch(/https?:|<script>|<style|\sstyle=|\son\w+=/);
    for (const [, path] of text.matchAll(/(?:src|href)="([^"]+)"/g)) {
      const asset = await apiWith({}).get(path ?? '');
      expect([path, asset.status]).toEqual([path, 200]);
      expect(asset.headers['cache-control']).toBe('public, max-age=86400');
      expect(asset.headers['content-encoding']).toBe('gzip');
    }
  });

  test('is asked for again without being sent again', async () => {
    const first = await apiWith({}).get('/reference/start.js');
    const again = await apiWith({})
      .get('/reference/start.js')
      .set('If-None-Match', first.headers['etag'] ?? '');
    expect(again.status).toBe(304);
  });

  test('shows the document that is checked in', async () => {
    const { body } = await apiWith({}).get('/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(body.paths['/v1/me'].get.operationId).toBe('whoAmI');
  });
});
