import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { createApp } from '../../api/app.ts';
import { operations } from '../../api/operations.ts';
import { bearer, ownApi, tokenOf } from './own-api.ts';
import type { OwnApi } from './own-api.ts';
import { samples } from './sample-operations.ts';
import { grantBoxes, takeRights } from '../support/rights.ts';

let api: OwnApi;
let an: string;
let notes: string;

beforeAll(async () => {
  api = await ownApi([...operations, ...samples]);
  await api.knex.raw('CREATE TABLE sample_notes (number INT PRIMARY KEY, text VARCHAR(100) NOT NULL)');
  an = await tokenOf(api, 'an');
  notes = `/v1/boxes/${api.people.box}/notes`;
});
afterAll(() => api.close());

const write = (body: unknown, key: string = randomUUID()) =>
  api.http
    .post(notes)
    .set(bearer(an))
    .set('Idempotency-Key', key)
    .send(body as object);

describe('every answer', () => {
  test('names the request, in the log too', async () => {
    const answer = await api.http.get('/health/live').set('X-Request-Id', 'abc-12345678');
    expect(answer.headers['x-request-id']).toBe('abc-12345678');
    expect(api.lines().find((line) => line['requestId'] === 'abc-12345678')).toMatchObject({
      msg: 'request',
      method: 'GET',
      route: '/health/live',
      status: 200,
      caller: 'anonymous',
    });
  });

  test.each(['short', 'a'.repeat(65), 'abc 12345678', 'abc"12345678', 'naïve-12345678'])(
    'does not take over the unsafe id %s',
    async (id) => {
      const answer = await api.http
        .get('/health/live')
        .set('X-Request-Id', Buffer.from(id).toString('latin1'));
      expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  test('[checks 38, 49] carries the security headers, refusals too', async () => {
    for (const path of ['/health/live', '/nowhere', '/']) {
      const { headers } = await api.http.get(path);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).toContain("object-src 'none';base-uri 'none'");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['strict-transport-security']).toMatch(/max-age=\d{8}/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  test('[check 50] is stored by nobody', async () => {
    const { headers } = await api.http.get('/v1/me').set(bearer(an));
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('an unknown route or method', () => {
  test('a path nobody declared is 404', async () => {
    const answer = await api.http.get('/v1/nothing');
    expect(answer.status).toBe(404);
    expect(answer.type).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ reason: 'not-found', status: 404, title: 'Not found' });
  });

  test.each(['delete', 'put', 'patch', 'options'] as const)(
    '[check 8] %s where there is none is 405 with Allow',
    async (method) => {
      const answer = await api.http[method]('/v1/me/accounts');
      expect(answer.status).toBe(405);
      expect(answer.headers['allow']).toBe('GET, HEAD');
      expect(answer.body).toMatchObject({
        reason: 'request.method-not-allowed',
        details: { allowed: ['GET', 'HEAD'] },
      });
    },
  );

  test.each([
    '/v1/boxes/%E0%A4%A/notes',
    '/%',
    '/v1/me/',
    '/V1/me',
    '//v1/me',
    '/v1/boxes/..%2f..%2fetc/notes',
  ])('%s is refused without a fault', async (path) => {
    const answer = await api.http.get(path);
    expect([400, 404, 405]).toContain(answer.status);
  });
});

describe('refusals', () => {
  test.each([
    ['nl-BE,nl;q=0.9', 'nl', 'Niet gevonden'],
    ['fr', 'fr', 'Introuvable'],
    ['de-AT', 'de', 'Nicht gefunden'],
    ['pt, en;q=0.1', 'en', 'Not found'],
    ['', 'en', 'Not found'],
  ])('%s is answered in %s', async (accept, language, title) => {
    const answer = await api.http.get('/v1/nothing').set('Accept-Language', accept);
    expect(answer.headers['content-language']).toBe(language);
    expect(answer.headers['vary']).toContain('Accept-Language');
    expect(answer.body.title).toBe(title);
  });

  test.each([
    ['?lang=fr', 'nl', 'fr', 'before the header'],
    ['?lang=de-AT', '', 'de', 'with a region'],
    ['?lang=FR&lang=nl', 'en', 'fr', 'given twice: the first'],
    ['?lang=xx', 'nl', 'nl', 'unknown: as if it were not there'],
    ['?lang=', 'nl', 'nl', 'empty'],
    ['?lang=xx', '', 'en', 'unknown, and nothing else'],
  ])('UM-02: %s with Accept-Language "%s" is answered in %s: %s', async (query, accept, language) => {
    const answer = await api.http.get(`/v1/nothing${query}`).set('Accept-Language', accept);
    expect(answer.headers['content-language']).toBe(language);
  });

  test('UM-02: lang comes before the language of the user, and no operation refuses it', async () => {
    const refused = await api.http.post(`${notes}?lang=de`).set(bearer(an)).send({ text: 'x' });
    expect(refused.headers['content-language']).toBe('de');
    expect(refused.body.reason).not.toBe('request.invalid');
    const other = await api.http.post(`${notes}?lang=xx`).set(bearer(an)).send({ text: 'x' });
    expect([other.headers['content-language'], other.body.reason]).toEqual(['nl', refused.body.reason]);
  });

  test('without a wish, in the language of the user', async () => {
    const answer = await api.http.post(notes).set(bearer(an)).send({ text: 'x' });
    expect(answer.headers['content-language']).toBe('nl');
  });

  test('a fault of ours says nothing but its number', async () => {
    const answer = await api.http.get('/v1/broken');
    expect(answer.status).toBe(500);
    expect(answer.body).toMatchObject({ reason: 'internal', requestId: answer.headers['x-request-id'] });
    expect(answer.text).not.toMatch(/select|users|\/work|\.ts|Error/);
    const line = api.lines().find((each) => each['operation'] === 'broken' && each['msg'] === 'failed');
    expect(line).toMatchObject({
      requestId: answer.body.requestId,
      err: { stack: expect.stringContaining('at ') },
    });
  });

  test('what Temporal’s absence prevents is 503 with Retry-After', async () => {
    const answer = await write({ text: 'temporal' });
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('2');
    expect(answer.body.reason).toBe('service.temporal-away');
  });
});

/** A note by the very bytes of its body. */
const writeRaw = (body: string, type = 'json') =>
  api.http.post(notes).set(bearer(an)).set('Idempotency-Key', randomUUID()).type(type).send(body);

describe('the shape of a request', () => {
  test.each<[string, unknown, string, string, object]>([
    ['a field of another type', { text: 5 }, '/text', 'field.type', { type: 'string' }],
    ['an array for a text', { text: ['a'] }, '/text', 'field.type', { type: 'string' }],
    ['an object for a text', { text: { $ne: 1 } }, '/text', 'field.type', { type: 'string' }],
    ['a missing field', {}, '/text', 'field.missing', { type: 'string' }],
    ['a field too long', { text: 'x'.repeat(21) }, '/text', 'field.too-big', { maxLength: 20 }],
    ['a field too short', { text: '' }, '/text', 'field.too-small', { minLength: 1 }],
    ['a value not offered', { text: 'a', kind: 'odd' }, '/kind', 'field.value', { enum: ['plain', 'loud'] }],
    ['a field nobody declared', { text: 'a', isAdmin: true }, '/isAdmin', 'field.unknown', {}],
    [
      'a nested field nobody declared',
      { text: 'a', tags: [{ name: 'b', 'x/y': 1 }] },
      '/tags/0/x~1y',
      'field.unknown',
      {},
    ],
    [
      'too many of them',
      { text: 'a', tags: [{ name: '1' }, { name: '2' }, { name: '3' }] },
      '/tags',
      'field.too-big',
      { maxItems: 2 },
    ],
    ['an array for the body', [], '', 'field.type', { type: 'object' }],
  ])('%s', async (_words, body, field, reason, accepted) => {
    const answer = await write(body);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ reason: 'request.invalid', field });
    expect(answer.body.errors).toContainEqual({
      in: 'body',
      field,
      reason,
      accepted,
      message: expect.stringMatching(/\w+/),
    });
    expect(answer.body.errors[0].message).not.toContain('field.');
  });

  test.each([
    '{"text":"a","__proto__":{"isAdmin":true}}',
    '{"text":"a","constructor":{"prototype":{}}}',
    '{"text":"a","tags":[{"name":"b","__proto__":1}]}',
  ])('a name that reaches into prototypes: %s', async (body) => {
    const answer = await writeRaw(body);
    expect(['400 request.malformed-json', '422 request.invalid']).toContain(
      `${answer.status} ${answer.body.reason}`,
    );
  });

  test.each([
    [
      String.raw`{"text":"a\ud83d"}`,
      { field: '/text', reason: 'field.format', accepted: { format: 'unicode' } },
    ],
    [String.raw`{"text":"a","tags":[{"name":"\ude00"}]}`, { field: '/tags/0/name', reason: 'field.format' }],
    [String.raw`{"text":"a","\ud83d":1}`, { reason: 'field.unknown' }],
  ])('half a character, which no table could keep as it was given: %s', async (body, fault) => {
    const answer = await writeRaw(body);
    expect([answer.status, answer.body.reason]).toEqual([422, 'request.invalid']);
    expect(answer.body.errors).toEqual([expect.objectContaining(fault)]);
  });

  test.each<[string, string, string, number, string]>([
    ['broken JSON', '{"text":', 'application/json', 400, 'request.malformed-json'],
    ['a form', 'text=a', 'application/x-www-form-urlencoded', 415, 'request.media-type'],
    ['plain text', '{"text":"a"}', 'text/plain', 415, 'request.media-type'],
    ['another charset', '{"text":"a"}', 'application/json; charset=utf-16', 415, 'request.media-type'],
    [
      'too large',
      JSON.stringify({ text: 'x'.repeat(100_001) }),
      'application/json',
      413,
      'request.too-large',
    ],
    ['too deep', `${'['.repeat(17)}${']'.repeat(17)}`, 'application/json', 400, 'request.too-deep'],
    ['very deep', `${'['.repeat(40_000)}${']'.repeat(40_000)}`, 'application/json', 400, 'request.too-deep'],
  ])('%s', async (_words, body, type, status, reason) => {
    const answer = await writeRaw(body, type);
    expect([answer.status, answer.body.reason]).toEqual([status, reason]);
  });

  test('a compressed body is refused, so that it cannot burst', async () => {
    const answer = await writeRaw('{"text":"a"}').set('Content-Encoding', 'gzip');
    expect([answer.status, answer.body.reason]).toEqual([415, 'request.media-type']);
  });

  test.each<[string, string, string]>([
    ['/v1/notes?limit=0', '/limit', 'field.too-small'],
    ['/v1/notes?limit=101', '/limit', 'field.too-big'],
    ['/v1/notes?limit=ten', '/limit', 'field.format'],
    ['/v1/notes?limit=1e1', '/limit', 'field.format'],
    ['/v1/notes?limit=', '/limit', 'field.format'],
    ['/v1/notes?limit=5&limit=6', '/limit', 'field.given-twice'],
    ['/v1/notes?limit[]=5', '/limit[]', 'field.unknown'],
    ['/v1/notes?page=2', '/page', 'field.unknown'],
    ['/v1/notes?__proto__=2', '/__proto__', 'field.unknown'],
    ['/v1/notes?after=not-a-cursor', '/after', 'field.value'],
    ['/v1/notes?after=WyJhIl0', '/after', 'field.value'],
    ['/v1/me?x=1', '/x', 'field.unknown'],
  ])('%s', async (path, field, reason) => {
    const answer = await api.http.get(path).set(bearer(an));
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0]).toMatchObject({ in: 'query', field, reason });
  });

  test('an id that cannot exist, one that does not, and a foreign one get the same answer', async () => {
    const bert = await tokenOf(api, 'bert');
    const ask = (token: string, id: string) =>
      api.http
        .post(`/v1/boxes/${id}/notes`)
        .set(bearer(token))
        .set('Idempotency-Key', 'same-key-1')
        .set('X-Request-Id', 'same-request')
        .send({ text: 'a' });
    const answers = [await ask(an, 'x'), await ask(an, randomUUID()), await ask(bert, api.people.box)];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  test('a body where none belongs', async () => {
    const answer = await api.http.delete('/v1/sessions/current').set(bearer(an)).send({ id: 'other' });
    expect([answer.status, answer.body.reason]).toEqual([400, 'request.body-unexpected']);
  });
});

describe('Idempotency-Key', () => {
  test('is required on a writing POST', async () => {
    const answer = await api.http.post(notes).set(bearer(an)).send({ text: 'a' });
    expect([answer.status, answer.body.reason]).toEqual([400, 'request.key-missing']);
    expect(answer.body.field).toBe('Idempotency-Key');
  });

  test.each(['short', 'with space in it', 'x'.repeat(129), 'tab\tinside-it'])(
    'the form %j is refused',
    async (key) => {
      const answer = await write({ text: 'a' }, key);
      expect([answer.status, answer.body.reason]).toEqual([400, 'request.key-invalid']);
    },
  );

  test('same key and body: the same answer, whatever the order of its fields', async () => {
    const key = randomUUID();
    const first = await write({ text: 'once', kind: 'loud' }, key);
    const again = await write({ kind: 'loud', text: 'once' }, key);
    expect(first.status).toBe(201);
    expect([again.status, again.body, again.headers['location']]).toEqual([
      201,
      first.body,
      first.headers['location'],
    ]);
    expect(await api.knex('sample_notes').where({ text: 'once' })).toHaveLength(1);
  });

  test('and after a restart', async () => {
    const key = randomUUID();
    const first = await write({ text: 'kept' }, key);
    const restarted = supertest(createApp(api.deps, samples).callback());
    const again = await restarted
      .post(notes)
      .set(bearer(an))
      .set('Idempotency-Key', key)
      .send({ text: 'kept' });
    expect([again.status, again.body]).toEqual([201, first.body]);
  });

  test('twenty at once: one note, one answer', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => write({ text: 'parallel' }, key)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(await api.knex('sample_notes').where({ text: 'parallel' })).toHaveLength(1);
  });

  test('other body: 409', async () => {
    const key = randomUUID();
    await write({ text: 'first' }, key);
    const answer = await write({ text: 'second' }, key);
    expect([answer.status, answer.body.reason]).toEqual([409, 'request.key-reused']);
  });

  test('a refusal is not remembered', async () => {
    const key = randomUUID();
    expect((await write({ text: 'closed' }, key)).body.reason).toBe('mail-item.closed');
    expect((await write({ text: 'open' }, key)).status).toBe(201);
  });

  test('the key of one caller is not the key of another', async () => {
    const key = randomUUID();
    await write({ text: 'mine' }, key);
    const id = randomUUID();
    await api.knex('memberships').insert({
      id,
      user_id: api.people.bert,
      company_id: api.people.bakery,
      profile: 'administrator',
      accepted_at: new Date(0),
    });
    await grantBoxes(api.knex, id, [api.people.box], ['decide']);
    const bert = await tokenOf(api, 'bert');
    const answer = await api.http
      .post(notes)
      .set(bearer(bert))
      .set('Idempotency-Key', key)
      .send({ text: 'his' });
    expect(answer.status).toBe(201);
    await takeRights(api.knex, id);
    await api.knex('memberships').where({ id }).delete();
  });

  test('a repeat after the right was lost is refused', async () => {
    const key = randomUUID();
    await write({ text: 'allowed' }, key);
    const { anMembership, box } = api.people;
    await takeRights(api.knex, anMembership);
    await grantBoxes(api.knex, anMembership, [box], ['read']);
    const answer = await write({ text: 'allowed' }, key);
    await grantBoxes(api.knex, anMembership, [box], ['decide']);
    expect([answer.status, answer.body]).toMatchObject([
      403,
      { reason: 'right.missing', details: { action: 'mail-item.decide' } },
    ]);
  });

  test('an upload is known by its content', async () => {
    const key = randomUUID();
    const upload = (content: string, label = 'A1') =>
      api.http
        .post(`/v1/files?label=${label}`)
        .set(bearer(api.people.siteToken))
        .set('Idempotency-Key', key)
        .type('application/pdf')
        .send(content);
    const first = await upload('%PDF one');
    expect([first.status, first.body]).toEqual([201, { number: 8, text: 'A1' }]);
    expect((await upload('%PDF one')).body).toEqual(first.body);
    expect((await upload('%PDF two')).body.reason).toBe('request.key-reused');
    expect((await upload('%PDF one', 'B2')).body.reason).toBe('request.key-reused');
  });
});

describe('uploads', () => {
  const upload = () =>
    api.http.post('/v1/files?label=A').set(bearer(api.people.siteToken)).set('Idempotency-Key', randomUUID());

  test('of another type', async () => {
    const answer = await upload().type('text/html').send('<p>');
    expect([answer.status, answer.body.reason]).toEqual([415, 'request.media-type']);
  });

  test('too large by its own account', async () => {
    const answer = await upload().type('application/pdf').send('x'.repeat(200_001));
    expect([answer.status, answer.body.reason]).toEqual([413, 'request.too-large']);
  });

  test('of exactly the limit', async () => {
    expect((await upload().type('application/pdf').send('x'.repeat(200_000))).status).toBe(201);
  });
});

describe('versions', () => {
  test('an object shows its version, and 304 when it is the same', async () => {
    const answer = await api.http.get('/v1/versioned').set(bearer(an));
    expect(answer.headers['etag']).toBe('"7"');
    const again = await api.http.get('/v1/versioned').set(bearer(an)).set('If-None-Match', '"7"');
    expect([again.status, again.text]).toEqual([304, '']);
  });

  test('an answer without version has a tag of its content', async () => {
    const answer = await api.http.get('/v1/notes').set(bearer(an));
    const again = await api.http
      .get('/v1/notes')
      .set(bearer(an))
      .set('If-None-Match', answer.headers['etag'] ?? '');
    expect(again.status).toBe(304);
  });

  test.each<[string | undefined, number, string | undefined]>([
    [undefined, 428, 'request.if-match-missing'],
    ['*', 400, 'request.if-match-invalid'],
    ['7', 400, 'request.if-match-invalid'],
    ['W/"7"', 400, 'request.if-match-invalid'],
    ['"7", "8"', 400, 'request.if-match-invalid'],
    ['"7"', 200, undefined],
  ])('If-Match %s', async (header, status, reason) => {
    const request = api.http.put('/v1/versioned').set(bearer(an));
    const answer = await (header === undefined ? request : request.set('If-Match', header));
    expect([answer.status, answer.body.reason]).toEqual([status, reason]);
  });
});

describe('pages', () => {
  test('walk through everything once', async () => {
    await api.knex('sample_notes').delete();
    await api
      .knex('sample_notes')
      .insert(Array.from({ length: 7 }, (_each, index) => ({ number: index + 1, text: 'n' })));
    const seen: number[] = [];
    let after = '';
    for (let page = 0; page < 10; page += 1) {
      const { body } = await api.http.get(`/v1/notes?limit=3${after}`).set(bearer(an));
      seen.push(...body.items.map(({ number }: { number: number }) => number));
      if (body.next === null) break;
      after = `&after=${body.next}`;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('an operation that is not as it says', () => {
  test.each([
    ['/v1/forgetful', 'answered without asking for its right'],
    ['/v1/talkative', 'answers otherwise than declared'],
  ])('%s is a fault of ours', async (path, fault) => {
    const answer = await api.http.get(path).set(bearer(an));
    expect([answer.status, answer.body.reason]).toEqual([500, 'internal']);
    expect(answer.text).not.toContain('leaked');
    expect(api.log()).toContain(fault);
  });
});

test('[check 38] the log holds no token, password, name, address, query or body', async () => {
  await api.http.get('/v1/notes?after=canaryquery').set(bearer(an));
  await write({ text: 'canarybody' });
  const log = api.log();
  for (const secret of [
    an,
    'correct horse',
    'Canaryname',
    'an@example.com',
    '127.0.0.1',
    'canaryquery',
    'canarybody',
    api.people.box,
  ])
    expect(log).not.toContain(secret);
});
