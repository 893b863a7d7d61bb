import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { createApp } from '../../api/app.ts';
import { HttpRefusal } from '../../api/refusal.ts';
import { createApiServer } from '../../api/server.ts';
import { createSlots } from '../../api/slots.ts';
import { createLoginLimits } from '../../api/sessions/login-limits.ts';
import { createKnex } from '../../db/knex.ts';
import { loginBudgets } from '../../domain/session.ts';
import { newToken } from '../../platform/tokens.ts';
import { bearer, ownApi, password, tokenOf } from './own-api.ts';
import type { OwnApi } from './own-api.ts';
import { effortOfDoing } from '../support/effort.ts';
import { takeRights } from '../support/rights.ts';

let api: OwnApi;

beforeAll(async () => {
  api = await ownApi();
});
afterAll(() => api.close());
afterEach(() => api.knex('rate_limits').delete());

interface Attempt {
  readonly username?: string;
  readonly password?: string;
  readonly mode?: string;
  readonly from?: string;
}

const attempt = ({ from = '203.0.113.7', ...body }: Attempt = {}) =>
  api.http
    .post('/v1/sessions')
    .set('X-Forwarded-For', from)
    .send({ username: 'an', password, mode: 'bearer', ...body });

const me = (token: string) => api.http.get('/v1/me').set(bearer(token));

describe('logging in', () => {
  test('by username or e-mail address gives a token that works', async () => {
    for (const username of ['an', 'AN', 'an@example.com']) {
      const answer = await attempt({ username });
      expect(answer.status).toBe(201);
      expect(answer.body).toEqual({
        sessionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        token: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
        expiresAt: '2027-02-03T14:00:00.000Z',
        idleSeconds: 7200,
      });
      expect((await me(answer.body.token)).status).toBe(200);
    }
  });

  test('[check 44] is a new session each time, and only its hash is kept', async () => {
    const [one, other] = [await tokenOf(api, 'an'), await tokenOf(api, 'an')];
    expect(one).not.toBe(other);
    expect(Buffer.from(one, 'base64url').length * 8).toBeGreaterThanOrEqual(128);
    const kept = JSON.stringify(await api.knex('sessions').select());
    expect(kept).not.toContain(one);
  });

  test('[check 44] in a browser sets a strict cookie and shows no token', async () => {
    const answer = await attempt({ mode: 'cookie' });
    expect(answer.status).toBe(201);
    expect(answer.body.token).toBeUndefined();
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-mailroom=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/),
    ]);
  });

  test('[check 44] takes over no cookie that was there before', async () => {
    const planted = newToken();
    const answer = await attempt({ mode: 'cookie' }).set({
      Cookie: `__Host-mailroom=${planted}`,
      'Sec-Fetch-Site': 'same-origin',
    });
    expect(answer.status).toBe(201);
    expect(String(answer.headers['set-cookie'])).not.toContain(planted);
    const old = await api.http.get('/v1/me').set('Cookie', `__Host-mailroom=${planted}`);
    expect(old.status).toBe(401);
  });

  test.each<[string, Attempt]>([
    ['a wrong password', { password: 'wrong' }],
    ['an unknown user', { username: 'nobody' }],
    ['a deactivated user', { username: 'gone' }],
    ['a password in other letters', { password: password.toUpperCase() }],
    ['a password with a space behind it', { password: `${password} ` }],
    ['a password that is cut at a null byte', { password: `${password}\u0000more` }],
    ['a name with an accent', { username: 'àn' }],
    ['a name with a sign nobody sees', { username: 'a\u200bn' }],
  ])('[check 34] %s gets the one generic answer', async (_words, body) => {
    const answer = await attempt(body);
    expect([answer.status, answer.body.reason]).toEqual([401, 'session.wrong-credentials']);
    const { requestId: _id, ...problem } = answer.body;
    const { requestId: _other, ...generic } = (await attempt({ password: 'other', username: 'an' })).body;
    expect(problem).toEqual(generic);
  });

  test('[check 28] an unknown user costs the same hash', async () => {
    let tries = 0;
    const guess = (username: string) => () =>
      attempt({ username, password: 'wrong', from: `198.51.100.${(tries += 1)}` });
    const ratio = (await effortOfDoing(guess('an'))) / (await effortOfDoing(guess('nobody')));
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  test('[check 28] an unknown user costs the same number of statements', async () => {
    let asked = 0;
    const count = () => (asked += 1);
    const statementsOf = async (username: string) => {
      asked = 0;
      await attempt({ username, password: 'wrong', from: '198.51.100.200' });
      return asked;
    };
    for (const username of ['an', 'nobody']) await statementsOf(username);
    api.knex.on('query', count);
    try {
      const known = await statementsOf('an');
      expect(known).toBeGreaterThan(3);
      expect(await statementsOf('nobody')).toBe(known);
    } finally {
      api.knex.removeListener('query', count);
    }
  });

  test('takes no key and says why in its description', async () => {
    const { body } = await api.http.get('/openapi.json');
    expect(body.paths['/v1/sessions'].post.description).toContain('Takes no `Idempotency-Key`');
    const kept = JSON.stringify(await api.knex('requests').select());
    expect(kept).toBe('[]');
  });
});

describe('guessing', () => {
  const guess = (more: Attempt = {}) => attempt({ password: 'wrong', ...more });
  const { failures } = loginBudgets.pairShort;
  const byAn = (address: string) => ({ username: 'an', address, whom: () => Promise.resolve(null) });

  test('[check 29] is slowed after a few failures from one address, the right password too', async () => {
    for (let index = 0; index < failures; index += 1) expect((await guess()).status).toBe(401);
    const answer = await attempt();
    expect([answer.status, answer.body.reason]).toEqual([429, 'session.too-many-attempts']);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(60);
  });

  test('[check 29] waits longer the more often it failed: a minute, then an hour; an account has at most a hundred', async () => {
    const waits: number[] = [];
    for (let round = 0; round <= loginBudgets.pairLong.failures / failures; round += 1) {
      for (let index = 0; index < failures; index += 1) await guess();
      waits.push(Number((await guess()).headers['retry-after']));
      // The minute is over.
      await api.knex('rate_limits').where('key', 'like', 'login-pairShort%').delete();
    }
    expect(waits[0]).toBeLessThanOrEqual(60);
    expect(waits.at(-1)).toBeGreaterThan(3_000);
    expect(loginBudgets.account.failures).toBeLessThanOrEqual(100);
  });

  test('[check 29] from elsewhere keeps nobody out', async () => {
    for (let index = 0; index <= failures; index += 1) await guess();
    expect((await attempt({ from: '203.0.113.99' })).status).toBe(201);
  });

  test('[check 30] in parallel counts every guess', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => guess()));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(failures);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(30 - failures);
  });

  test('[check 29] that is refused counts nowhere: nobody uses up what others at his address need', async () => {
    for (let index = 0; index < failures; index += 1) await guess();
    for (let index = 0; index < loginBudgets.address.failures; index += 1)
      expect((await guess()).status).toBe(429);
    expect((await guess({ username: 'bert' })).status).toBe(401);
    expect((await attempt({ username: 'bert' })).status).toBe(201);
  });

  test.each(['an', 'AN', ' an', 'an ', 'ａｎ', 'An\t'])(
    '[check 30] counts the spelling %s as the same name',
    async (username) => {
      for (let index = 0; index < failures; index += 1) await guess({ username: 'an' });
      expect((await guess({ username })).status).toBe(429);
    },
  );

  test.each(['X-Real-IP', 'Forwarded', 'X-Client-IP', 'CF-Connecting-IP'])(
    '[check 30] is not helped by %s',
    async (header) => {
      for (let index = 0; index < failures; index += 1) await guess().set(header, `198.51.100.${index}`);
      expect((await guess().set(header, '198.51.100.77')).status).toBe(429);
    },
  );

  test('[check 30] is not helped by addresses further left', async () => {
    for (let index = 0; index < failures; index += 1)
      await guess({ from: `198.51.100.${index}, 203.0.113.7` });
    expect((await guess({ from: '198.51.100.77, 203.0.113.7, 10.1.2.3' })).status).toBe(429);
  });

  test('[check 30] from one IPv6 network is from one address', async () => {
    for (let index = 0; index < failures; index += 1) await guess({ from: `2001:db8:1:2::${index}` });
    expect((await guess({ from: '2001:db8:1:2:ffff::1' })).status).toBe(429);
    expect((await guess({ from: '2001:db8:1:3::1' })).status).toBe(401);
  });

  test('[check 29] from everywhere ends at the budget of the account, but not for an address that is the user’s own', async () => {
    await attempt({ from: '192.0.2.1' });
    const { failures: budget } = loginBudgets.account;
    const refused = new HttpRefusal(401, 'session.wrong-credentials');
    for (let index = 0; index < budget; index += 1) {
      const wrong = api.deps.loginLimits.attempt(byAn(`198.51.${index}.1`), () => Promise.reject(refused));
      await expect(wrong).rejects.toBe(refused);
    }
    expect((await guess({ from: '198.18.0.1' })).status).toBe(429);
    expect((await guess({ from: '198.18.0.2', username: 'an@example.com' })).status).toBe(429);
    expect((await attempt({ from: '192.0.2.1' })).status).toBe(201);
  });

  test('[check 30] is counted by all processes of the API together', async () => {
    const other = createApiServer(
      createApp({ ...api.deps, loginLimits: createLoginLimits(api.knex, createSlots(4, 100)) }).callback(),
    );
    const port = await other.listen(0, '127.0.0.1');
    const there = () =>
      supertest(`http://127.0.0.1:${port}`)
        .post('/v1/sessions')
        .set('X-Forwarded-For', '203.0.113.7')
        .send({ username: 'an', password: 'wrong', mode: 'bearer' });
    for (let index = 0; index < failures; index += 1)
      expect((await (index % 2 === 0 ? guess() : there())).status).toBe(401);
    expect([(await there()).status, (await guess()).status]).toEqual([429, 429]);
    await other.drain(1_000);
  });

  test('does not count what failed on our side', async () => {
    const busy = new HttpRefusal(503, 'request.busy');
    for (let index = 0; index < 2 * failures; index += 1) {
      const attempted = api.deps.loginLimits.attempt(byAn('203.0.113.7'), () => Promise.reject(busy));
      await expect(attempted).rejects.toBe(busy);
    }
    expect((await attempt()).status).toBe(201);
  });

  test('success forgets the failures before it', async () => {
    for (let index = 0; index < failures - 1; index += 1) await guess();
    expect((await attempt()).status).toBe(201);
    for (let index = 0; index < failures - 1; index += 1) expect((await guess()).status).toBe(401);
  });
});

describe('a session', () => {
  test('[check 45] ends with the log-out, and its token is worthless', async () => {
    const token = await tokenOf(api, 'an');
    const answer = await api.http.delete('/v1/sessions/current').set(bearer(token));
    expect(answer.status).toBe(204);
    expect((await me(token)).body.reason).toBe('session.ended');
  });

  test('[check 45] ends when its user is deactivated, at the next request', async () => {
    const token = await tokenOf(api, 'bert');
    await api.knex('users').where({ id: api.people.bert }).update({ deactivated_at: new Date() });
    expect((await me(token)).status).toBe(401);
    await api.knex('users').where({ id: api.people.bert }).update({ deactivated_at: null });
  });

  test('[check 45] ends unused after two hours, and used after a day', async () => {
    const start = api.time.now;
    const [idle, busy] = [await tokenOf(api, 'an'), await tokenOf(api, 'an')];
    for (let hour = 1; hour < 24; hour += 1) {
      api.time.now = start + hour * 3_600_000;
      expect((await me(busy)).status).toBe(200);
    }
    expect((await me(idle)).body.reason).toBe('session.ended');
    api.time.now = start + 24 * 3_600_000;
    expect((await me(busy)).body.reason).toBe('session.ended');
    api.time.now = start;
  });

  test.each([
    ['none', {}, 'session.required'],
    ['another scheme', { Authorization: 'Basic YW46YW4=' }, 'session.ended'],
    ['a made-up token', bearer(newToken()), 'session.ended'],
    ['no token at all', { Authorization: 'Bearer ' }, 'session.ended'],
    ['an object for a token', { Authorization: 'Bearer [object Object]' }, 'session.ended'],
    ['SQL for a token', { Authorization: "Bearer ' or 1=1 -- " }, 'session.ended'],
  ] as const)('%s: 401', async (_words, headers, reason) => {
    const answer = await api.http.get('/v1/me').set(headers);
    expect([answer.status, answer.body.reason]).toEqual([401, reason]);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  test('is good only for the way it was opened', async () => {
    const opened = await attempt({ mode: 'cookie' });
    const cookie = String(opened.headers['set-cookie']).split(';')[0] ?? '';
    expect((await me(cookie.split('=')[1] ?? '')).status).toBe(401);
    const token = await tokenOf(api, 'an');
    expect((await api.http.get('/v1/me').set('Cookie', `__Host-mailroom=${token}`)).status).toBe(401);
    expect((await api.http.get('/v1/me').set('Cookie', cookie)).status).toBe(200);
  });
});

describe('a browser', () => {
  const cookie = async () =>
    String((await attempt({ mode: 'cookie', from: '192.0.2.55' })).headers['set-cookie']).split(';')[0] ?? '';
  const logOut = async (headers: Record<string, string>) =>
    api.http
      .delete('/v1/sessions/current')
      .set('Cookie', await cookie())
      .set(headers);

  test.each<[string, Record<string, string>, number]>([
    ['our own page', { 'Sec-Fetch-Site': 'same-origin' }, 204],
    ['our own page in an old browser', { Origin: 'https://mailroom.example' }, 204],
    ['another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://mailroom.example' }, 403],
    ['another host of our site', { 'Sec-Fetch-Site': 'same-site' }, 403],
    ['the address bar', { 'Sec-Fetch-Site': 'none' }, 403],
    ['another site in an old browser', { Origin: 'https://evil.example' }, 403],
    ['a sandboxed page', { Origin: 'null' }, 403],
    ['nobody says', {}, 403],
  ])('[check 48] writes by cookie from %s', async (_words, headers, status) => {
    const answer = await logOut(headers);
    expect([answer.status, answer.body.reason]).toEqual([
      status,
      status === 403 ? 'request.cross-site' : undefined,
    ]);
  });

  test('[check 45] takes the cookie back at log-out, and whoever kept it has nothing', async () => {
    const kept = await cookie();
    const answer = await api.http
      .delete('/v1/sessions/current')
      .set({ Cookie: kept, 'Sec-Fetch-Site': 'same-origin' });
    expect((await api.http.get('/v1/me').set('Cookie', kept)).body.reason).toBe('session.ended');
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringContaining('__Host-mailroom=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0'),
    ]);
  });

  test.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
    '[check 48] does not log in by a form of %s',
    async (type) => {
      const answer = await api.http.post('/v1/sessions').set('Content-Type', type).send(`{"username":"an"}`);
      expect([answer.status, answer.body.reason]).toEqual([415, 'request.media-type']);
    },
  );

  test('[check 48] does not log in from another site', async () => {
    const answer = await attempt({ mode: 'cookie' }).set('Sec-Fetch-Site', 'cross-site');
    expect(answer.body.reason).toBe('request.cross-site');
  });
});

describe('who am I', () => {
  test('a user, with companies and granted boxes', async () => {
    const { body } = await me(await tokenOf(api, 'an'));
    expect(body).toEqual({
      kind: 'user',
      id: api.people.an,
      username: 'an',
      name: 'an Canaryname',
      data: { email: 'an@example.com', firstName: null, lastName: null, sex: null, phone: null },
      language: 'nl',
      memberships: [{ companyId: api.people.bakery, companyName: 'Bakkerij', profile: 'user' }],
      grants: [{ postboxId: api.people.box, actions: ['read', 'decide'] }],
      siteIds: [],
      issuerIds: [],
      actions: expect.arrayContaining([
        'mail-item.read',
        'mail-item.decide',
        'document.trash',
        'company.read',
      ]),
    });
    expect(body.actions).not.toContain('postbox.settings');
  });

  test('a scanning site by its token', async () => {
    const { body } = await me(api.people.siteToken);
    expect(body).toMatchObject({
      kind: 'site',
      id: api.people.token,
      username: null,
      siteIds: [api.people.site],
      memberships: [],
    });
    expect(body.actions).toContain('mail-item.receive');
  });

  test('staff of a site and of the operator', async () => {
    expect((await me(await tokenOf(api, 'sam'))).body).toMatchObject({
      kind: 'site',
      siteIds: [api.people.site],
    });
    const { body } = await me(await tokenOf(api, 'olga'));
    expect(body).toMatchObject({ kind: 'operator', memberships: [] });
    expect(body.actions).not.toContain('document.read');
  });

  test('a revoked token and a lost grant count at once', async () => {
    const token = await tokenOf(api, 'an');
    await takeRights(api.knex, api.people.anMembership);
    expect((await me(token)).body.grants).toEqual([]);
    await api.knex('service_tokens').update({ revoked_at: new Date() });
    expect((await me(api.people.siteToken)).body.reason).toBe('session.ended');
  });
});

test('nobody gets in while the session store is away, and everybody is told at once', async () => {
  const nowhere = createKnex('mysql://nobody:nothing@127.0.0.1:1/none');
  const server = createApiServer(createApp({ ...api.deps, knex: nowhere }).callback());
  const port = await server.listen(0, '127.0.0.1');
  const begun = Date.now();
  const answer = await supertest(`http://127.0.0.1:${port}`).get('/v1/me').set(bearer(newToken()));
  expect([answer.status, answer.body.reason]).toEqual([503, 'service.database-away']);
  expect(answer.headers['retry-after']).toBe('2');
  expect(Date.now() - begun).toBeLessThan(20_000);
  await server.drain(100);
  await nowhere.destroy();
}, 60_000);
