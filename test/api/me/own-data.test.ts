import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ifMatch } from '../../support/fixtures.ts';
import { bearer, ownApi, tokenOf } from '../own-api.ts';
import type { OwnApi } from '../own-api.ts';
import { takeRights } from '../../support/rights.ts';

let api: OwnApi;
let token: string;
beforeAll(async () => {
  api = await ownApi();
  token = await tokenOf(api, 'an');
});
afterAll(() => api.close());

const me = () => api.http.get('/v1/me').set(bearer(token));
const change = (body: object, version: number) =>
  api.http.patch('/v1/me').set(bearer(token)).set(ifMatch(version)).send(body);

describe('own data (UM-10)', () => {
  test('are changed one by one, by the version that was seen, and the name follows', async () => {
    expect((await me()).headers['etag']).toBe('"1"');
    const answer = await change({ firstName: 'An', lastName: 'Peeters', phone: '+32 2 555 12 12' }, 1);
    expect([answer.status, answer.headers['etag']]).toEqual([200, '"2"']);
    expect(answer.body).toMatchObject({
      name: 'An Peeters',
      data: { email: 'an@example.com', firstName: 'An', lastName: 'Peeters', phone: '+32 2 555 12 12' },
    });
    const stale = await change({ sex: 'female' }, 1);
    expect([stale.status, stale.body.reason, stale.body.details]).toEqual([
      409,
      'user.version-stale',
      { version: 2 },
    ]);
    expect((await change({ phone: null, language: 'fr' }, 2)).body).toMatchObject({
      language: 'fr',
      data: { phone: null, firstName: 'An' },
    });
  });

  test('are in no event', async () => {
    const events = await api.knex('events').where({ kind: 'user.data-changed' });
    expect(events.map(({ body }) => JSON.parse(body as string))).toEqual([
      { fields: ['firstName', 'lastName', 'phone'] },
      { fields: ['language', 'phone'] },
    ]);
  });

  test.each(['username', 'email', 'name', 'selfResetAllowed', 'profile'])(
    '[check 6] %s is nobody’s own to change here',
    async (field) => {
      const answer = await change({ [field]: 'x' }, 3);
      expect([answer.status, answer.body.reason]).toEqual([422, 'request.invalid']);
    },
  );
});

describe('the language (UM-02)', () => {
  test('of an answer is that of the request, else the user’s, as soon as he changes it', async () => {
    const refused = (language?: string) =>
      api.http
        .get('/v1/me/unknown')
        .set(bearer(token))
        .set(language === undefined ? {} : { 'Accept-Language': language });
    expect((await refused('de')).headers['content-language']).toBe('de');
  });
});

describe('the security question', () => {
  const set = (body: object) => api.http.put('/v1/me/security-question').set(bearer(token)).send(body);

  test('[check 25] is kept with a hash of its answer, which opens nothing', async () => {
    const answer = 'Juf Marijke van de derde klas';
    expect((await set({ question: 'Eerste juf?', answer })).status).toBe(204);
    const row = await api.knex('users').where({ username: 'an' }).first();
    expect(row.security_question).toBe('Eerste juf?');
    expect(row.security_answer_hash).toMatch(/^\$argon2id\$/);
    const logIn = await api.http
      .post('/v1/sessions')
      .send({ username: 'an', password: answer, mode: 'bearer' });
    expect(logIn.status).toBe(401);
    const { body } = await api.http.get('/openapi.json');
    const taking = Object.entries(body.paths as Record<string, object>)
      .filter(([, path]) => JSON.stringify(path).includes('"question"'))
      .map(([path]) => path);
    expect(taking.filter((path) => /session|recover|reset|link|proof/.test(path))).toEqual([]);
  });

  test('[check 47] asks for a proof of who it is', async () => {
    const { now } = api.time;
    api.time.now += 601_000;
    const answer = await set({ question: 'Eerste juf?', answer: 'x' });
    expect(answer.body.reason).toBe('session.step-up-needed');
    api.time.now = now;
  });
});

test('own accounts: every company with a right in it, its data and the boxes concerned (UM-11)', async () => {
  const { people, knex } = api;
  const accounts = async (username: string) =>
    (await api.http.get('/v1/me/accounts').set(bearer(await tokenOf(api, username)))).body
      .accounts as object[];
  expect(await accounts('an')).toEqual([
    expect.objectContaining({
      companyId: people.bakery,
      name: 'Bakkerij',
      profile: 'user',
      postboxes: [{ postboxId: people.box, number: expect.any(String), actions: ['read', 'decide'] }],
    }),
  ]);
  await takeRights(knex, people.anMembership);
  expect(await accounts('an')).toEqual([]);
  await knex('memberships').where({ id: people.anMembership }).update({ profile: 'administrator' });
  expect(await accounts('an')).toEqual([
    expect.objectContaining({
      profile: 'administrator',
      applications: [],
      postboxes: [],
    }),
  ]);
  await knex('memberships').where({ id: people.anMembership }).update({ suspended_at: new Date() });
  expect(await accounts('an')).toEqual([]);
});
