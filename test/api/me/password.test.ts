import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { loginBudgets } from '../../../domain/session.ts';
import { bearer, ownApi, password, tokenOf } from '../own-api.ts';
import type { OwnApi } from '../own-api.ts';

let api: OwnApi;
let token: string;
const chosen = 'vier zwanen op het kanaal';

beforeAll(async () => {
  api = await ownApi();
  await api.knex('policy_sets').insert({
    id: '0193b0a1-7c1e-7d3a-9f52-3f6a1c2b4d5e',
    brand_id: api.people.brand,
    version: 1,
    policy: '{}',
    people: '{}',
    effective_from_at: new Date('2027-01-01'),
  });
});
afterAll(() => api.close());
beforeEach(async () => {
  token = await tokenOf(api, 'an');
});
afterEach(async () => {
  const { password_hash: hash } = await api.knex('users').where({ username: 'bert' }).first();
  await api.knex('users').where({ username: 'an' }).update({ password_hash: hash });
  await api.knex('rate_limits').delete();
});

const change = (body: object, as = token) => api.http.post('/v1/me/password').set(bearer(as)).send(body);
const me = (as: string) => api.http.get('/v1/me').set(bearer(as));
const logIn = (typed: string) =>
  api.http.post('/v1/sessions').send({ username: 'an', password: typed, mode: 'bearer' });

describe('changing the password', () => {
  test('[checks 24, 45] needs the current one, ends other sessions and tells the user', async () => {
    const elsewhere = await tokenOf(api, 'an');
    const before = await api.knex('users').where({ username: 'an' }).first();
    const answer = await change({ currentPassword: password, newPassword: chosen });
    expect(answer.status).toBe(200);
    expect((await me(elsewhere)).body.reason).toBe('session.ended');
    expect((await me(answer.body.token)).status).toBe(200);
    expect((await logIn(password)).status).toBe(401);
    expect((await logIn(chosen)).status).toBe(201);
    const after = await api.knex('users').where({ username: 'an' }).first();
    expect(after.credential_version).toBe(Number(before.credential_version) + 1);
    const [notice] = await api.knex('personal_notices').where({ user_id: api.people.an });
    expect(notice).toMatchObject({ kind: 'password-changed', email: null, closed_at: null });
    const event = await api.knex('events').where({ kind: 'user.password-changed' }).first();
    expect(event).toMatchObject({ life: 'personal-notice', life_id: notice.id, wake_done_at: null });
  });

  test('whatever was accepted as a password logs in: signs of two code units each', async () => {
    const signs = '\u{1f9a2}\u{1f6f6}\u{1f309}'.repeat(50);
    expect((await change({ currentPassword: password, newPassword: signs })).status).toBe(200);
    expect((await logIn(signs)).status).toBe(201);
  });

  test('[check 44] gives the session a new token, the old one is worthless', async () => {
    const { body } = await change({ currentPassword: password, newPassword: chosen });
    expect(body).toEqual({
      sessionId: expect.any(String),
      token: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      provenUntil: '2027-02-02T14:10:00.000Z',
    });
    expect((await me(token)).body.reason).toBe('session.ended');
  });

  test('[check 44] in a browser the new token is in the cookie alone', async () => {
    const opened = await api.http.post('/v1/sessions').send({ username: 'an', password, mode: 'cookie' });
    const cookie = String(opened.headers['set-cookie']).split(';')[0] ?? '';
    const answer = await api.http
      .post('/v1/me/password')
      .set({ Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' })
      .send({ currentPassword: password, newPassword: chosen });
    expect([answer.status, answer.body.token]).toEqual([200, undefined]);
    const renewed = String(answer.headers['set-cookie']);
    expect(renewed).toMatch(/^__Host-mailroom=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
    expect(renewed).not.toContain(cookie);
    expect((await api.http.get('/v1/me').set('Cookie', cookie)).body.reason).toBe('session.ended');
  });

  test.each<[string, object, number, string]>([
    ['a wrong current one', { currentPassword: 'no', newPassword: chosen }, 422, 'password.current-wrong'],
    ['the same again', { currentPassword: password, newPassword: password }, 422, 'password.unchanged'],
    ['a short one', { currentPassword: password, newPassword: 'kort' }, 422, 'password.too-short'],
    ['a known one', { currentPassword: password, newPassword: 'passwordpassword' }, 422, 'password.common'],
    ['no current one', { newPassword: chosen }, 422, 'request.invalid'],
  ])('%s is refused and changes nothing', async (_words, body, status, reason) => {
    const answer = await change(body);
    expect([answer.status, answer.body.reason]).toEqual([status, reason]);
    expect((await me(token)).status).toBe(200);
    expect((await logIn(password)).status).toBe(201);
  });

  test('[check 30] a stolen session guesses no faster than a log-in, in parallel neither', async () => {
    const { failures } = loginBudgets.pairShort;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => change({ currentPassword: 'guess', newPassword: chosen })),
    );
    const told = answers.map(({ body }) => body.reason as string);
    expect(told.filter((reason) => reason === 'password.current-wrong')).toHaveLength(failures);
    expect(told.filter((reason) => reason === 'session.too-many-attempts')).toHaveLength(20 - failures);
    expect((await logIn(password)).status).toBe(429);
  });

  test('of ten at once one counts', async () => {
    const answers = await Promise.all(
      Array.from({ length: 4 }, (_, index) =>
        change({ currentPassword: password, newPassword: `${chosen} ${index}` }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('a site has no password', async () => {
    const answer = await change({ currentPassword: password, newPassword: chosen }, api.people.siteToken);
    expect([answer.status, answer.body.reason]).toEqual([403, 'right.missing']);
  });

  test('[check 63] no password reaches log, events or what is remembered', async () => {
    await change({ currentPassword: password, newPassword: chosen });
    const kept = JSON.stringify([await api.knex('events').select(), await api.knex('requests').select()]);
    for (const secret of [password, chosen]) {
      expect(kept).not.toContain(secret);
      expect(api.log()).not.toContain(secret);
    }
  });
});

describe('own sessions', () => {
  test('[check 46] are listed and ended one by one, or all the others', async () => {
    await api.knex('sessions').where({ user_id: api.people.an }).update({ ended_at: new Date() });
    const [one, two, three] = [await tokenOf(api, 'an'), await tokenOf(api, 'an'), await tokenOf(api, 'an')];
    const list = async () =>
      (await api.http.get('/v1/me/sessions').set(bearer(one))).body.items as {
        id: string;
        isCurrent: boolean;
      }[];
    const sessions = await list();
    expect(sessions.map(({ isCurrent }) => isCurrent)).toEqual([false, false, true]);
    const page = (more: string) => api.http.get(`/v1/me/sessions?limit=2${more}`).set(bearer(one));
    const first = (await page('')).body;
    const last = (await page(`&after=${first.next}`)).body;
    expect([...first.items, ...last.items]).toEqual(sessions);
    expect(last.next).toBeNull();
    const end = (id: string, as = one) => api.http.delete(`/v1/me/sessions/${id}`).set(bearer(as));
    expect((await end(sessions[0]?.id ?? '')).status).toBe(204);
    expect((await end(sessions[0]?.id ?? '')).status).toBe(204);
    expect((await me(three)).status).toBe(401);
    expect((await me(two)).status).toBe(200);
    const others = await api.http.delete('/v1/me/sessions').set(bearer(one));
    expect(others.body).toEqual({ ended: 1 });
    expect((await me(two)).status).toBe(401);
    expect(await list()).toHaveLength(1);
    const bert = await tokenOf(api, 'bert');
    expect((await end(sessions[2]?.id ?? '', bert)).status).toBe(404);
    expect((await me(one)).status).toBe(200);
  });
});
