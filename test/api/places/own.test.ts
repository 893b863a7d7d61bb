/** Places and browsers of one's own, the switch of a company, the networks of a token (SE-04, SE-05; checks 46, 47). */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { hashToken, newToken } from '../../../platform/tokens.ts';
import { said } from '../../support/fixtures.ts';
import type { LivingWorld } from '../../support/living-world.ts';
import { openPlaces, peopleOf } from './scene.ts';

type Headers = Record<string, string>;

let world: LivingWorld;
let people: ReturnType<typeof peopleOf>;
let emma: Headers;

beforeAll(async () => {
  world = await openPlaces();
  people = peopleOf(world);
  await people.known('emma.jansen');
  await people.known('daan.visser');
  emma = await world.as('emma.jansen');
}, 120_000);
afterAll(() => world.close());
afterEach(() => world.knex('rate_limits').delete());

const key = () => ({ 'Idempotency-Key': randomUUID() });
const add = (address: string, as = emma) =>
  world.http.post('/v1/me/places').set(as).set(key()).send({ address });
const places = async (as = emma) =>
  ((await world.http.get('/v1/me/places').set(as)).body.places as { network: string; id: string }[]).map(
    ({ network }) => network,
  );
const from = async (address: string, username = 'emma.jansen') =>
  (await people.logIn({ username, from: address })).status;

describe('places of one’s own', () => {
  test('are added beforehand, listed and removed; a removal ends the other sessions', async () => {
    const added = await add('2001:db8:7:7:1::9');
    expect([added.status, added.body.network]).toEqual([201, '2001:db8:7:7::/64']);
    expect(await places()).toContain('2001:db8:7:7::/64');
    expect(await from('2001:db8:7:7:2::1')).toBe(201);
    const other = await world.as('emma.jansen');
    expect((await world.http.delete(`/v1/me/places/${added.body.id}`).set(emma)).status).toBe(204);
    expect(await places()).not.toContain('2001:db8:7:7::/64');
    expect(await from('2001:db8:7:7:2::1')).toBe(202);
    expect((await world.http.get('/v1/me').set(other)).status).toBe(401);
    expect((await world.http.get('/v1/me').set(emma)).status).toBe(200);
  });

  test('lapse when unused for 180 days', async () => {
    await add('192.0.2.50');
    const row = world.knex('user_places').where({ network: '192.0.2.50/32' });
    await row.clone().update({ last_used_at: new Date('2026-08-06T13:59:59Z') });
    expect(await places()).not.toContain('192.0.2.50/32');
    expect(await from('192.0.2.50')).toBe(202);
  });

  test('what is no address is refused, and another one’s place is not there', async () => {
    const refused = await add('not an address');
    expect([refused.status, refused.body.reason]).toEqual([422, 'place.network-invalid']);
    const { body } = await add('192.0.2.60');
    const daan = await world.as('daan.visser');
    expect((await world.http.delete(`/v1/me/places/${body.id}`).set(daan)).status).toBe(404);
  });

  test.each<[string, 'post' | 'delete', string]>([
    ['adding a place', 'post', '/v1/me/places'],
    ['removing one', 'delete', '/v1/me/places/0193b0a1-7c1e-7d3a-9f52-3f6a1c2b4d5e'],
    ['revoking a browser', 'delete', '/v1/me/trusted-browsers/0193b0a1-7c1e-7d3a-9f52-3f6a1c2b4d5e'],
  ])('[check 47] %s wants a proof', async (_words, method, path) => {
    const stale = await world.as('emma.jansen');
    world.time.now += 11 * 60_000;
    const request = world.http[method](path).set(stale).set(key());
    const answer = await (method === 'post' ? request.send({}) : request);
    expect([answer.status, answer.body.reason]).toEqual([403, 'session.step-up-needed']);
    emma = await world.as('emma.jansen');
  });

  test('a session that moved to an unknown place proves nothing there', async () => {
    const password = people.passwordOf('emma.jansen');
    const prove = (address: string) =>
      world.http
        .post('/v1/sessions/current/proof')
        .set(emma)
        .set('X-Forwarded-For', address)
        .send({ password });
    const refused = await prove('203.0.113.200');
    expect([refused.status, refused.body.reason]).toEqual([403, 'place.not-authorised']);
    const proven = await prove('127.0.0.1');
    expect(proven.status).toBe(200);
    emma = { Authorization: `Bearer ${proven.body.token}` };
  });

  test('[check 47] nor does it change the password there, which is a proof as well', async () => {
    const currentPassword = people.passwordOf('emma.jansen');
    const changed = await world.http
      .post('/v1/me/password')
      .set(emma)
      .set('X-Forwarded-For', '203.0.113.200')
      .send({ currentPassword, newPassword: 'nine herons stand by the canal' });
    expect([changed.status, changed.body.reason]).toEqual([403, 'place.not-authorised']);
    expect((await people.logIn({ username: 'emma.jansen', from: '127.0.0.1' })).status).toBe(201);
  });
});

describe('a company', () => {
  const path = async () =>
    `/v1/companies/${(await world.knex('companies').where({ name: 'Atelier Dumont' }).first('id')).id}/places`;
  const set = async (body: object, version: number, as?: Headers) =>
    world.http
      .put(await path())
      .set(as ?? (await world.as('luc.dumont')))
      .set('If-Match', `"${version}"`)
      .set('X-Forwarded-For', '203.0.113.210')
      .send(body);

  test('switches places on for its people, with networks that are never asked; off again by the brand', async () => {
    await people.known('luc.dumont');
    const set1 = await set({ switch: 'on', networks: ['192.0.2.77/24', '2001:DB8::1/48'] }, 1);
    expect([set1.status, set1.body]).toEqual([
      200,
      { switch: 'on', networks: ['192.0.2.0/24', '2001:db8::/48'] },
    ]);
    expect(await from('203.0.113.211', 'luc.dumont')).toBe(202);
    expect(await from('192.0.2.3', 'luc.dumont')).toBe(201);
    expect(await from('2001:db8:0:9::3', 'luc.dumont')).toBe(201);
    // who switched it on is not locked out by it
    expect(await from('203.0.113.210', 'luc.dumont')).toBe(201);
    const stale = await set({ switch: 'off', networks: [] }, 1);
    expect([stale.status, stale.body.reason]).toEqual([409, 'company.version-stale']);
    expect((await set({ switch: 'as-brand', networks: [] }, 2)).status).toBe(200);
    expect(await from('203.0.113.211', 'luc.dumont')).toBe(201);
  });

  test('names no half of the world', async () => {
    for (const [network, reason] of [
      ['0.0.0.0/0', 'place.network-too-wide'],
      ['office', 'place.network-invalid'],
    ] as const) {
      const answer = await set({ switch: 'on', networks: [network] }, 3);
      expect([answer.status, answer.body.reason]).toEqual([422, reason]);
    }
  });

  test('is set by its administrators only', async () => {
    const body = { switch: 'off', networks: [] };
    expect((await set(body, 3, await world.as('an.peeters'))).status).toBe(404);
    expect((await set(body, 3, await world.as('olga.operator'))).status).toBe(403);
  });
});

describe('a service token', () => {
  const token = newToken();
  const id = randomUUID();
  let olga: Headers;
  const call = async (address: string) =>
    (await world.http.get('/v1/me').set({ Authorization: `Bearer ${token}`, 'X-Forwarded-For': address }))
      .status;
  const set = (networks: readonly string[] | null, version: number, as = olga) =>
    world.http
      .put(`/v1/service-tokens/${id}/networks`)
      .set({ ...as, 'If-Match': `"${version}"` })
      .send({ networks });

  beforeAll(async () => {
    olga = await world.as('olga.operator');
    const common = { id, site_id: await world.siteId('amsterdam'), created_at: new Date() };
    await world.knex('service_tokens').insert({ ...common, name: 'scanner', token_hash: hashToken(token) });
  });

  test('works from anywhere until staff name its networks; then from those only, from the next request on', async () => {
    expect([await call('192.0.2.9'), await call('198.51.100.9')]).toEqual([200, 200]);
    const answer = await set(['192.0.2.77/24', '2001:db8:5::/48'], 1);
    expect([answer.status, answer.body]).toEqual([
      200,
      expect.objectContaining({
        networks: ['192.0.2.0/24', '2001:db8:5::/48'],
        site: 'amsterdam',
        version: 2,
      }),
    ]);
    expect(await call('192.0.2.9')).toBe(200);
    expect(await call('2001:db8:5::9')).toBe(200);
    expect(await call('198.51.100.9')).toBe(401);
    // what a client writes further left is never believed
    expect(await call('192.0.2.9, 198.51.100.9')).toBe(401);
    const events = await world.knex('events').where({ kind: 'service-token.networks-changed' });
    expect(events.map(({ subject_id, actor_type }) => [subject_id, actor_type])).toEqual([[id, 'staff']]);
  });

  test('is listed with its networks, and never as what a site sends', async () => {
    const { body, text } = await world.http.get('/v1/service-tokens').set(olga);
    const listed = body.items.find((each: { id: string }) => each.id === id);
    expect(listed).toMatchObject({ name: 'scanner', networks: ['192.0.2.0/24', '2001:db8:5::/48'] });
    for (const secret of [token, hashToken(token)]) expect(text).not.toContain(secret);
    const first = (await world.http.get('/v1/service-tokens?limit=1').set(olga)).body;
    const rest = (await world.http.get(`/v1/service-tokens?after=${first.next}`).set(olga)).body;
    expect([...first.items, ...rest.items]).toEqual(body.items);
  });

  test('a version that was not seen, half the world and another caller are refused', async () => {
    expect(said(await set(null, 1))).toEqual([409, 'service-token.version-stale']);
    expect(said(await set(['0.0.0.0/0'], 2))).toEqual([422, 'place.network-too-wide']);
    expect(said(await set([], 2))).toEqual([422, 'request.invalid']);
    expect((await set(null, 2, await world.as('an.peeters'))).status).toBe(403);
    expect((await set(null, 2, world.asSite('amsterdam'))).status).toBe(403);
    expect((await set(null, 2)).status).toBe(200);
    expect(await call('198.51.100.9')).toBe(200);
  });
});
