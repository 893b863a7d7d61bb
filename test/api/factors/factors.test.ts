/** Second factors: set up, asked for at log-in, used once, required by policy (quality checks 21, 31, 33, 44, 47). */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { HttpRefusal } from '../../../api/refusal.ts';
import { loginBudgets } from '../../../domain/session.ts';
import type { World } from '../../support/fixtures.ts';
import { createWorld, said } from '../../support/fixtures.ts';
import { softwareAuthenticator } from './authenticator.ts';

type Headers = Record<string, string>;

let world: World;

beforeAll(async () => {
  world = await createWorld(() => ({
    config: { env: 'test', publicUrl: 'https://mailroom.example', trustedProxies: ['127.0.0.1', '::1'] },
  }));
});
afterAll(() => world.close());
afterEach(async () => {
  await world.knex('rate_limits').delete();
  await world.knex('second_factors').delete();
  await world.knex('recovery_codes').delete();
});

const passwordOf = (username: string) =>
  world.access.logins.find((login) => login.username === username)?.password ?? '';
const logIn = (username: string, more: { mode?: string; from?: string; password?: string } = {}) =>
  world.http
    .post('/v1/sessions')
    .set('X-Forwarded-For', more.from ?? '203.0.113.5')
    .send({ username, password: more.password ?? passwordOf(username), mode: more.mode ?? 'bearer' });
const prove = (body: object, more: { from?: string; cookie?: string } = {}) =>
  world.http
    .post('/v1/sessions/factor')
    .set('X-Forwarded-For', more.from ?? '203.0.113.5')
    .set(more.cookie === undefined ? {} : { Cookie: more.cookie })
    .send(body);
const post = (path: string, as: Headers, body: object = {}) => world.http.post(path).set(as).send(body);
const postBare = (path: string, as: Headers) => world.http.post(path).set(as);

const codeOf = (secret: string, stepsAway = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: world.time.now + stepsAway * 30_000,
  });

/** An app of that person, confirmed; the clock goes on so that its code is a fresh one. */
async function withApp(username: string) {
  const as = await world.as(username);
  const begun = await post('/v1/me/factors/totp', as, { name: 'Telephone' });
  expect(begun.status).toBe(201);
  const { id, secret } = begun.body as { id: string; secret: string };
  const confirmed = await post(`/v1/me/factors/${id}/confirmation`, as, { code: codeOf(secret) });
  expect(confirmed.status).toBe(200);
  world.time.now += 60_000;
  return { as, id, secret, codes: confirmed.body.recoveryCodes as string[] };
}

async function attemptOf(username: string): Promise<string> {
  const answer = await logIn(username);
  expect([answer.status, answer.body.next]).toEqual([202, 'factor']);
  return answer.body.attempt as string;
}

const totp = (code: string) => ({ kind: 'totp', code });

describe('an authenticator app', () => {
  test('[check 33] does not count before a code has shown that it works; then log-in takes two steps', async () => {
    const as = await world.as('luc.dumont');
    const begun = await post('/v1/me/factors/totp', as, { name: 'Telephone' });
    expect(begun.body.uri).toMatch(/^otpauth:\/\/totp\/mailroom\.example:luc\.dumont\?/);
    expect((await logIn('luc.dumont')).status).toBe(201);
    const path = `/v1/me/factors/${begun.body.id}/confirmation`;
    const wrong = await post(path, as, { code: codeOf(begun.body.secret, 9) });
    expect([wrong.status, wrong.body.reason]).toEqual([422, 'factor.wrong']);
    const confirmed = await post(path, as, { code: codeOf(begun.body.secret) });
    expect(confirmed.body.recoveryCodes).toHaveLength(10);
    world.time.now += 60_000;

    const attempt = await attemptOf('luc.dumont');
    const opened = await prove({ attempt, proof: totp(codeOf(begun.body.secret)) });
    expect(opened.status).toBe(201);
    const me = await world.http.get('/v1/me').set({ Authorization: `Bearer ${opened.body.token}` });
    expect(me.body.username).toBe('luc.dumont');
  });

  test.each([
    ['a step early', -1, 201],
    ['a step late', 1, 201],
    ['two steps early', -2, 401],
    ['two steps late', 2, 401],
  ])('a code %s: %s', async (_words, steps, status) => {
    const { secret } = await withApp('luc.dumont');
    world.time.now += 120_000;
    const attempt = await attemptOf('luc.dumont');
    expect((await prove({ attempt, proof: totp(codeOf(secret, steps)) })).status).toBe(status);
  });

  test('a code works once, also for two at the same moment', async () => {
    const { secret } = await withApp('luc.dumont');
    const attempts = [await attemptOf('luc.dumont'), await attemptOf('luc.dumont')];
    const proof = totp(codeOf(secret));
    const answers = await Promise.all(attempts.map((attempt) => prove({ attempt, proof })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
    const again = await prove({ attempt: await attemptOf('luc.dumont'), proof });
    expect([again.status, again.body.reason]).toEqual([401, 'factor.wrong']);
  });

  test('its secret is sealed, and no code is kept or logged', async () => {
    const { secret, codes } = await withApp('luc.dumont');
    const kept = JSON.stringify([
      await world.knex('second_factors').select(),
      await world.knex('recovery_codes').select(),
      await world.knex('events').select('body', 'command'),
    ]);
    for (const plain of [secret, codes[0] ?? '', (codes[0] ?? '').replaceAll('-', '')]) {
      expect(kept).not.toContain(plain);
      expect(world.log()).not.toContain(plain);
    }
  });
});

describe('the secret of a log-in under way', () => {
  test('[check 31] is void after five wrong tries, the right one too', async () => {
    const { secret } = await withApp('luc.dumont');
    const attempt = await attemptOf('luc.dumont');
    for (let index = 0; index < 5; index += 1)
      expect((await prove({ attempt, proof: totp('000000') })).body.reason).toBe('factor.wrong');
    const answer = await prove({ attempt, proof: totp(codeOf(secret)) });
    expect([answer.status, answer.body.reason]).toEqual([401, 'factor.attempt-over']);
  });

  test('[check 31] in parallel every try counts', async () => {
    await withApp('luc.dumont');
    const attempt = await attemptOf('luc.dumont');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => prove({ attempt, proof: totp('000000') })),
    );
    expect(answers.filter(({ body }) => body.reason === 'factor.wrong')).toHaveLength(5);
  });

  test('[check 31] guesses on the account end, however many log-ins are begun', async () => {
    await withApp('luc.dumont');
    let last = { status: 0, body: { reason: '' } };
    for (let round = 0; round < 7 && last.status !== 429; round += 1) {
      const attempt = await attemptOf('luc.dumont');
      for (let index = 0; index < 5 && last.status !== 429; index += 1)
        last = await prove({ attempt, proof: totp('000000') });
    }
    expect([last.status, last.body.reason]).toEqual([429, 'session.too-many-attempts']);
  });

  test('[check 29] guesses of strangers keep nobody out where he has logged in by both steps', async () => {
    const { secret } = await withApp('luc.dumont');
    const from = '192.0.2.1';
    const begun = await logIn('luc.dumont', { from });
    const first = await prove({ attempt: begun.body.attempt, proof: totp(codeOf(secret)) }, { from });
    expect(first.status).toBe(201);
    const refused = new HttpRefusal(401, 'session.wrong-credentials');
    for (let index = 0; index < loginBudgets.account.failures; index += 1) {
      const by = { username: 'luc.dumont', address: `198.51.${index}.1`, whom: () => Promise.resolve(null) };
      const wrong = world.deps.loginLimits.attempt(by, () => Promise.reject(refused));
      await expect(wrong).rejects.toBe(refused);
    }
    expect((await logIn('luc.dumont', { from: '198.18.0.1' })).status).toBe(429);
    world.time.now += 60_000;
    const again = await logIn('luc.dumont', { from });
    expect([again.status, again.body.next]).toEqual([202, 'factor']);
    const opened = await prove({ attempt: again.body.attempt, proof: totp(codeOf(secret)) }, { from });
    expect(opened.status).toBe(201);
  });

  test('[check 29] both steps forget the failures before them', async () => {
    const { secret } = await withApp('luc.dumont');
    const wrong = async () => (await logIn('luc.dumont', { password: 'wrong' })).status;
    const { failures } = loginBudgets.pairShort;
    for (let index = 0; index < failures - 1; index += 1) expect(await wrong()).toBe(401);
    const attempt = await attemptOf('luc.dumont');
    expect((await prove({ attempt, proof: totp(codeOf(secret)) })).status).toBe(201);
    for (let index = 0; index < failures - 1; index += 1) expect(await wrong()).toBe(401);
  });

  test('lasts five minutes, works once, and a stranger’s is none', async () => {
    const { secret } = await withApp('luc.dumont');
    const late = await attemptOf('luc.dumont');
    world.time.now += 300_001;
    expect((await prove({ attempt: late, proof: totp(codeOf(secret)) })).body.reason).toBe(
      'factor.attempt-over',
    );
    const attempt = await attemptOf('luc.dumont');
    expect((await prove({ attempt, proof: totp(codeOf(secret)) })).status).toBe(201);
    world.time.now += 60_000;
    expect((await prove({ attempt, proof: totp(codeOf(secret)) })).body.reason).toBe('factor.attempt-over');
    expect((await prove({ attempt: 'x'.repeat(43), proof: totp('000000') })).status).toBe(401);
  });

  test('[check 44] in a browser it is a cookie, and so is the session, with a new id', async () => {
    const { secret } = await withApp('luc.dumont');
    const begun = await logIn('luc.dumont', { mode: 'cookie' });
    expect(begun.body.attempt).toBeUndefined();
    const cookie = String(begun.headers['set-cookie']).split(';')[0] ?? '';
    expect(cookie).toMatch(/^__Host-mailroom-attempt=/);
    const opened = await prove({ proof: totp(codeOf(secret)) }, { cookie });
    expect(opened.status).toBe(201);
    expect(opened.body.token).toBeUndefined();
    expect(String(opened.headers['set-cookie'])).toMatch(
      /^__Host-mailroom=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
    );
    expect(String(opened.headers['set-cookie'])).not.toContain(cookie.split('=')[1]);
  });

  test('a deactivation or a change of password meanwhile ends it', async () => {
    const { secret } = await withApp('luc.dumont');
    const luc = world.knex('users').where({ username: 'luc.dumont' });
    const first = await attemptOf('luc.dumont');
    await luc.clone().update({ deactivated_at: new Date() });
    expect((await prove({ attempt: first, proof: totp(codeOf(secret)) })).status).toBe(401);
    await luc.clone().update({ deactivated_at: null });
    const second = await attemptOf('luc.dumont');
    await luc.clone().increment('credential_version', 1);
    expect((await prove({ attempt: second, proof: totp(codeOf(secret)) })).status).toBe(401);
  });
});

describe('recovery codes', () => {
  test('each stands in once for a lost factor, however it is spelt', async () => {
    const { codes } = await withApp('luc.dumont');
    const [code = ''] = codes;
    const proof = { kind: 'recovery-code', code: ` ${code.toLowerCase().replaceAll('-', ' ')}` };
    const attempts = await Promise.all([attemptOf('luc.dumont'), attemptOf('luc.dumont')]);
    const answers = await Promise.all(attempts.map((attempt) => prove({ attempt, proof })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
  });

  test('new ones make the old worthless', async () => {
    const { codes, as } = await withApp('luc.dumont');
    const renewed = await postBare('/v1/me/recovery-codes', as);
    expect(renewed.status).toBe(201);
    expect(renewed.body.recoveryCodes).toHaveLength(10);
    const with1 = async (code = '') =>
      (await prove({ attempt: await attemptOf('luc.dumont'), proof: { kind: 'recovery-code', code } }))
        .status;
    expect(await with1(codes[1])).toBe(401);
    expect(await with1(renewed.body.recoveryCodes[1])).toBe(201);
  });

  test('nobody without a factor has any', async () => {
    expect((await postBare('/v1/me/recovery-codes', await world.as('luc.dumont'))).status).toBe(404);
  });
});

describe('a passkey', () => {
  const added = async (as: Headers, key = softwareAuthenticator()) => {
    const { body } = await postBare('/v1/me/factors/passkey-options', as);
    const credential = key.create(body.publicKey.challenge);
    return {
      key,
      credential,
      answer: await post('/v1/me/factors/passkeys', as, { name: 'Key', credential }),
    };
  };
  const optionsOf = async (attempt: string) =>
    (await post('/v1/sessions/factor-options', {}, { attempt })).body.publicKey;

  test('is added and opens a session; its challenge works once and for that log-in only', async () => {
    const { key, answer } = await added(await world.as('luc.dumont'));
    expect([answer.status, answer.body.recoveryCodes.length]).toEqual([201, 10]);
    const [attempt, other] = [await attemptOf('luc.dumont'), await attemptOf('luc.dumont')];
    const options = await optionsOf(attempt);
    expect(options.allowCredentials ?? []).toEqual([]);
    const proof = { kind: 'passkey', credential: key.use(options.challenge) };
    expect((await prove({ attempt: other, proof })).status).toBe(401);
    expect((await prove({ attempt, proof })).status).toBe(201);
    const again = { attempt: await attemptOf('luc.dumont'), proof };
    expect((await prove(again)).status).toBe(401);
  });

  test('of another site, of somebody else, or answering another question is refused', async () => {
    const as = await world.as('luc.dumont');
    const { answer: foreign } = await added(as, softwareAuthenticator('https://evil.example'));
    expect([foreign.status, foreign.body.reason]).toEqual([422, 'factor.wrong']);
    const { body } = await postBare('/v1/me/factors/passkey-options', await world.as('an.peeters'));
    const stolen = softwareAuthenticator().create(body.publicKey.challenge);
    expect((await post('/v1/me/factors/passkeys', as, { name: 'Key', credential: stolen })).status).toBe(422);
    const { key } = await added(as);
    const attempt = await attemptOf('luc.dumont');
    const proof = { kind: 'passkey', credential: key.use('bm90LW91cnM') };
    expect((await prove({ attempt, proof })).status).toBe(401);
    const notHis = softwareAuthenticator().use((await optionsOf(attempt)).challenge);
    expect((await prove({ attempt, proof: { kind: 'passkey', credential: notHis } })).status).toBe(401);
  });
});

describe('changing factors', () => {
  test('ends the other sessions, kills links that are out, and is told by mail', async () => {
    const other = await world.as('luc.dumont');
    const before = await world
      .knex('users')
      .where({ username: 'luc.dumont' })
      .first<{ credential_version: number }>('credential_version');
    const { as, id } = await withApp('luc.dumont');
    expect((await world.http.get('/v1/me').set(other)).status).toBe(401);
    expect((await world.http.get('/v1/me').set(as)).status).toBe(200);
    const after = await world
      .knex('users')
      .where({ username: 'luc.dumont' })
      .first<{ credential_version: number }>('credential_version');
    expect(after.credential_version).toBe(before.credential_version + 1);
    expect((await world.http.delete(`/v1/me/factors/${id}`).set(as)).status).toBe(204);
    const kinds: string[] = await world.knex('personal_notices').orderBy(['owed_at', 'id']).pluck('kind');
    expect(kinds.slice(-2)).toEqual(['factor-added', 'factor-removed']);
    expect((await logIn('luc.dumont')).status).toBe(201);
    expect(await world.knex('recovery_codes').select('id')).toEqual([]);
  });

  test.each<[string, string]>([
    ['post', '/v1/me/factors/totp'],
    ['post', '/v1/me/factors/passkey-options'],
    ['delete', '/v1/me/factors/0193b0a1-7c1e-7d3a-9f52-3f6a1c2b4d5e'],
    ['post', '/v1/me/recovery-codes'],
  ])('[check 47] %s %s wants a proof', async (method, path) => {
    const stale = await world.as('luc.dumont');
    world.time.now += 11 * 60_000;
    const answer = await (method === 'post'
      ? post(path, stale, { name: 'x' })
      : world.http.delete(path).set(stale));
    expect([answer.status, answer.body.reason]).toEqual([403, 'session.step-up-needed']);
  });

  test('[check 21] the last one stays while the password is too short without; one that never counted does not', async () => {
    const { as, id, secret } = await withApp('luc.dumont');
    const begun = await post('/v1/me/factors/totp', as, { name: 'Tablet' });
    const short = 'kwiekprd';
    const renewed = (token: string) => ({ Authorization: `Bearer ${token}` });
    const shortened = await post('/v1/me/password', as, {
      currentPassword: passwordOf('luc.dumont'),
      newPassword: short,
      proof: totp(codeOf(secret)),
    });
    expect(shortened.status).toBe(200);
    as['Authorization'] = `Bearer ${shortened.body.token}`;
    expect((await world.http.delete(`/v1/me/factors/${begun.body.id}`).set(as)).status).toBe(204);
    expect(await world.knex('recovery_codes').select('id')).toHaveLength(10);
    const kept = await world.http.delete(`/v1/me/factors/${id}`).set(as);
    expect([kept.status, kept.body.reason]).toEqual([409, 'factor.password-too-short']);

    // However it went: without the factor such a password opens nothing but the way to set it right.
    await world.knex('second_factors').delete();
    const { body } = await logIn('luc.dumont', { password: short });
    const alone = renewed(body.token);
    const refused = await world.http.get('/v1/postboxes').set(alone);
    expect([refused.status, refused.body.reason]).toEqual([403, 'session.password-too-short']);
    const tooShort = await world.http
      .post('/v1/me/password')
      .set(alone)
      .send({ currentPassword: short, newPassword: 'kwiekprt' });
    expect([tooShort.status, tooShort.body.reason]).toEqual([422, 'password.too-short']);
    const longer = await world.http
      .post('/v1/me/password')
      .set(alone)
      .send({ currentPassword: short, newPassword: passwordOf('luc.dumont') });
    expect(longer.status).toBe(200);
    const through = await world.http.get('/v1/postboxes').set(renewed(longer.body.token));
    expect(through.status).toBe(200);
  });

  test('another one’s factor is not there', async () => {
    const { id } = await withApp('luc.dumont');
    const an = await world.as('an.peeters');
    expect((await world.http.delete(`/v1/me/factors/${id}`).set(an)).status).toBe(404);
    expect((await post(`/v1/me/factors/${id}/confirmation`, an, { code: '000000' })).status).toBe(404);
  });
});

describe('a proof of who one is, by somebody who has a factor', () => {
  const path = '/v1/sessions/current/proof';
  const password = passwordOf.bind(null, 'luc.dumont');
  const stepUp = (as: Headers, more: object = {}) => post(path, as, { password: password(), ...more });
  test('[check 33] [check 47] asks for the factor too; a code is spent by it, a recovery code does as well', async () => {
    const { as, secret, codes } = await withApp('luc.dumont');
    world.time.now += 11 * 60_000;
    expect(said(await stepUp(as))).toEqual([422, 'factor.proof-needed']);
    expect(said(await stepUp(as, { proof: totp('000000') }))).toEqual([422, 'factor.wrong']);
    const proof = totp(codeOf(secret));
    expect(said(await stepUp(as, { password: 'wrong', proof }))).toEqual([422, 'password.current-wrong']);
    expect(said(await postBare('/v1/me/recovery-codes', as))).toEqual([403, 'session.step-up-needed']);
    const proven = await stepUp(as, { proof });
    expect(proven.status).toBe(200);
    const now = { Authorization: `Bearer ${proven.body.token}` };
    expect(said(await stepUp(now, { proof }))).toEqual([422, 'factor.wrong']);
    const spare = { kind: 'recovery-code', code: codes[3] };
    const again = await stepUp(now, { proof: spare });
    expect(again.status).toBe(200);
    const last = { Authorization: `Bearer ${again.body.token}` };
    expect(said(await stepUp(last, { proof: spare }))).toEqual([422, 'factor.wrong']);
    expect((await postBare('/v1/me/recovery-codes', last)).status).toBe(201);
  });

  test('[check 47] two at the same moment with one code: one of them', async () => {
    const { as, secret } = await withApp('luc.dumont');
    const proof = totp(codeOf(secret));
    const answers = await Promise.all([stepUp(as, { proof }), stepUp(as, { proof })]);
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
  });

  test('[check 31] guesses count with those of the log-in', async () => {
    const { as, secret } = await withApp('luc.dumont');
    // The code that confirmed the app was the first of thirty.
    for (let guess = 1; guess < 30; guess += 1)
      expect(said(await stepUp(as, { proof: totp('000000') }))).toEqual([422, 'factor.wrong']);
    const proof = totp(codeOf(secret));
    expect(said(await stepUp(as, { proof }))).toEqual([429, 'session.too-many-attempts']);
    const attempt = await attemptOf('luc.dumont');
    expect(said(await prove({ attempt, proof }))).toEqual([429, 'session.too-many-attempts']);
  });

  test('[check 47] by a passkey: it answers a question of this session, not of a log-in', async () => {
    const key = softwareAuthenticator();
    const as = await world.as('luc.dumont');
    const asked = await postBare('/v1/me/factors/passkey-options', as);
    const credential = key.create(asked.body.publicKey.challenge);
    expect((await post('/v1/me/factors/passkeys', as, { name: 'Key', credential })).status).toBe(201);
    const attempt = await attemptOf('luc.dumont');
    const ofLogIn = (await post('/v1/sessions/factor-options', {}, { attempt })).body.publicKey;
    const foreign = { kind: 'passkey', credential: key.use(ofLogIn.challenge) };
    expect(said(await stepUp(as, { proof: foreign }))).toEqual([422, 'factor.wrong']);
    const { body } = await postBare('/v1/sessions/current/proof-options', as);
    const proof = { kind: 'passkey', credential: key.use(body.publicKey.challenge) };
    expect((await prove({ attempt, proof })).status).toBe(401);
    expect((await stepUp(as, { proof })).status).toBe(200);
  });

  test('[check 24] a new password, which is a proof as well, asks for it too', async () => {
    const { as, secret } = await withApp('luc.dumont');
    const body = { currentPassword: password(), newPassword: 'seven sleepy herons by the canal' };
    expect(said(await post('/v1/me/password', as, body))).toEqual([422, 'factor.proof-needed']);
    const changed = await post('/v1/me/password', as, { ...body, proof: totp(codeOf(secret)) });
    expect(changed.status).toBe(200);
    world.time.now += 60_000;
    const back = { currentPassword: body.newPassword, newPassword: password(), proof: totp(codeOf(secret)) };
    const renewed = { Authorization: `Bearer ${changed.body.token}` };
    expect((await post('/v1/me/password', renewed, back)).status).toBe(200);
  });
});

describe('a policy that wants a second factor', () => {
  const setRule = async (secondFactor: string) => {
    const brand = await world.knex('brands').where({ brand_key: 'postkamer' }).first('id');
    const last = await world
      .knex('policy_sets')
      .where({ brand_id: brand.id })
      .orderBy('version', 'desc')
      .first<{ version: number }>();
    await world.knex('policy_sets').insert({
      ...last,
      id: `0193b0a1-7c1e-7d3a-9f52-${String(last.version + 1).padStart(12, '0')}`,
      version: last.version + 1,
      effective_from_at: new Date(world.time.now),
      people: JSON.stringify({ secondFactor }),
    });
    world.time.now += 1_000;
  };

  test('[check 33] lets nobody do anything but set one up; of administrators only, if it says so', async () => {
    const me = async (username: string) => {
      const as = await world.as(username);
      const answer = await world.http.get('/v1/postboxes').set(as);
      return [answer.status, answer.body.reason];
    };
    await setRule('administrators');
    expect(await me('an.peeters')).toEqual([403, 'session.factor-needed']);
    expect(await me('bart.claes')).toEqual([200, undefined]);
    await setRule('everybody');
    expect(await me('bart.claes')).toEqual([403, 'session.factor-needed']);
    expect(await me('emma.jansen')).toEqual([200, undefined]);

    const { as, id } = await withApp('bart.claes');
    expect((await world.http.get('/v1/postboxes').set(as)).status).toBe(200);
    const listed = await world.http.get('/v1/me/factors').set(as);
    expect(listed.body).toMatchObject({
      isRequired: true,
      recoveryCodesLeft: 10,
      factors: [{ id, kind: 'totp' }],
    });
    const kept = await world.http.delete(`/v1/me/factors/${id}`).set(as);
    expect([kept.status, kept.body.reason]).toEqual([409, 'factor.required']);
    await setRule('nobody');
    expect((await world.http.delete(`/v1/me/factors/${id}`).set(as)).status).toBe(204);
  });
});

describe('from a place nobody has confirmed', () => {
  test('with a factor one answer throughout; the mail goes only when password and factor were right', async () => {
    const { secret } = await withApp('emma.jansen');
    const asked = async () => (await world.knex('place_authorisations').select('id')).length;
    const from = '198.51.100.77';
    const right = await logIn('emma.jansen', { from });
    const wrong = await logIn('emma.jansen', { from, password: 'wrong' });
    expect([right.status, right.body.next]).toEqual([202, 'mail']);
    expect(Object.keys(wrong.body)).toEqual(Object.keys(right.body));
    expect(await asked()).toBe(0);
    const answers = [
      await prove({ attempt: wrong.body.attempt, proof: totp(codeOf(secret)) }, { from }),
      await prove({ attempt: right.body.attempt, proof: totp('000000') }, { from }),
    ];
    expect(await asked()).toBe(0);
    answers.push(await prove({ attempt: right.body.attempt, proof: totp(codeOf(secret)) }, { from }));
    expect(await asked()).toBe(1);
    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      Array.from({ length: 3 }, () => [202, { next: 'mail' }]),
    );
    await prove({ attempt: right.body.attempt, proof: totp(codeOf(secret, 1)) }, { from });
    expect(await asked()).toBe(1);
  });
});
