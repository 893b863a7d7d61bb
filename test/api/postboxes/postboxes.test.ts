import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ifMatch } from '../../support/fixtures.ts';
import type { World } from '../../support/fixtures.ts';
import { createWorld } from '../../support/fixtures.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const get = async (path: string, who = 'an.peeters') =>
  world.http.get(`/v1/postboxes${path}`).set(await world.as(who));
const numbers = (body: { items: { number: string }[] }) => body.items.map(({ number }) => number);
const versionOf = async (id: string) => Number((await get(`/${id}`)).body.version);
const change = async (number: string, changes: object, who = 'an.peeters', version?: number) => {
  const id = await world.boxId(number);
  return world.http
    .patch(`/v1/postboxes/${id}/settings`)
    .set({ ...(await world.as(who)), ...ifMatch(version ?? (await versionOf(id))) })
    .send(changes);
};

describe('postboxes', () => {
  test('are listed by number, in pages, to whom they concern', async () => {
    expect(numbers((await get('')).body)).toEqual(['BE 1001', 'BE 1002', 'PT 1003']);
    expect(numbers((await get('', 'chloe.lambert')).body)).toEqual(['BE 1001']);
    expect(numbers((await get('', 'luc.dumont')).body)).toEqual(['BE 2001']);
    expect(numbers((await get('', 'olga.operator')).body)).toHaveLength(6);
    const page = (await get('?limit=2')).body;
    expect(numbers(page)).toEqual(['BE 1001', 'BE 1002']);
    const rest = (await get(`?limit=2&after=${page.next}`)).body;
    expect([numbers(rest), rest.next]).toEqual([['PT 1003'], null]);
  });

  test('show their settings with a version', async () => {
    const { body, headers } = await get(`/${await world.boxId('BE 1001')}`);
    expect(headers['etag']).toBe('"1"');
    expect(body).toMatchObject({
      number: 'BE 1001',
      siteName: 'Brussel-Noord',
      zone: 'Europe/Brussels',
      version: 1,
      primaryOption: 'scan',
      allowedDecisions: ['forward-now', 'forward-on-date', 'keep', 'pick-up', 'destroy'],
      defaultManner: 'standard',
      offeredManners: ['standard', 'registered', 'express'],
      notifiesArrivals: true,
      notification: { email: null, confirmedAt: null, pendingEmail: null, pendingUntil: null },
      closedAt: null,
    });
  });

  test('tell staff nothing of where notices go', async () => {
    expect((await get(`/${await world.boxId('BE 1001')}`, 'olga.operator')).body.notification).toBeNull();
  });
});

describe('settings', () => {
  test('change in part; what is left out stays', async () => {
    const answer = await change('BE 1001', {
      notifiesArrivals: false,
      allowedDecisions: ['destroy', 'keep'],
    });
    expect([answer.status, answer.headers['etag']]).toEqual([200, '"2"']);
    expect(answer.body).toMatchObject({
      notifiesArrivals: false,
      allowedDecisions: ['keep', 'destroy'],
      primaryOption: 'scan',
    });
    const [event] = await world
      .knex('events')
      .where({ kind: 'postbox.settings-changed' })
      .select('life', 'body');
    expect(event.life).toBe('letters-of');
    expect(JSON.parse(event.body)).toMatchObject({ allowed: ['keep', 'destroy'], version: 2 });
  });

  test('that are so already change nothing, whatever version was seen', async () => {
    const version = (await change('BE 1002', { defaultManner: 'express' })).body.version as number;
    const again = await change('BE 1002', { defaultManner: 'express' }, 'an.peeters', version - 1);
    expect([again.status, again.body.version]).toEqual([200, version]);
  });

  test('of an older version are refused with the present one', async () => {
    const version = await versionOf(await world.boxId('PT 1003'));
    await change('PT 1003', { notifiesArrivals: false });
    const stale = await change('PT 1003', { defaultManner: 'express' }, 'an.peeters', version);
    expect([stale.status, stale.body.reason]).toEqual([409, 'postbox.version-stale']);
    expect(stale.body.details).toEqual({ version: version + 1 });
  });

  test.each([
    [{ allowedDecisions: [] }, 422, 'postbox.decisions-empty'],
    [{ primaryOption: 'forward', allowedDecisions: ['destroy'] }, 422, 'postbox.option-not-allowed'],
    [{ defaultManner: 'pigeon' }, 422, 'request.invalid'],
    [{ number: 'BE 9999' }, 422, 'request.invalid'],
  ])('%j is refused', async (changes, status, reason) => {
    const answer = await change('BE 1002', changes);
    expect([answer.status, answer.body.reason]).toEqual([status, reason]);
  });

  test('are not for readers and deciders; a box of others is not there', async () => {
    const id = await world.boxId('BE 1001');
    const headers = { ...(await world.as('bart.claes')), ...ifMatch(2) };
    const answer = await world.http.patch(`/v1/postboxes/${id}/settings`).set(headers).send({});
    expect([answer.status, answer.body.reason]).toEqual([403, 'right.missing']);
    expect((await get(`/${id}`, 'emma.jansen')).status).toBe(404);
    const granted = await world.boxId('NL 3001');
    const allowed = await world.http
      .patch(`/v1/postboxes/${granted}/settings`)
      .set({ ...(await world.as('daan.visser')), ...ifMatch(1) })
      .send({ notifiesArrivals: false });
    expect(allowed.status).toBe(200);
  });

  test('of a closed box stay as they are', async () => {
    await world
      .knex('postboxes')
      .where({ number: 'BE 2001' })
      .update({ closed_at: new Date(world.time.now) });
    const id = await world.boxId('BE 2001');
    const headers = { ...(await world.as('luc.dumont')), ...ifMatch(1) };
    const answer = await world.http
      .patch(`/v1/postboxes/${id}/settings`)
      .set(headers)
      .send({ notifiesArrivals: false });
    expect([answer.status, answer.body.reason]).toEqual([409, 'postbox.closed']);
  });
});
