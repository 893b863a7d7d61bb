import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aKey, createWorld } from '../../support/fixtures.ts';
import type { World } from '../../support/fixtures.ts';

let world: World;
let box: string;
let an: Record<string, string>;
beforeAll(async () => {
  world = await createWorld();
  box = `/v1/postboxes/${await world.boxId('BE 1001')}`;
  an = await world.as('an.peeters');
});
afterAll(() => world.close());

const namesOf = async () => {
  const { body } = await world.http.get(`${box}/addressees`).set(an);
  return (body.items as { name: string }[]).map(({ name }) => name);
};
const add = (name: string, key = aKey()) =>
  world.http
    .post(`${box}/addressees`)
    .set({ ...an, ...key })
    .send({ name });

describe('addressees', () => {
  test('are added once each, and removed', async () => {
    const key = aKey();
    const added = await add('  Zoë Peeters ', key);
    expect([added.status, added.body.name]).toEqual([201, 'Zoë Peeters']);
    expect((await add('  Zoë Peeters ', key)).body).toEqual(added.body);
    const same = await add('zoe peeters');
    expect([same.status, same.body.reason]).toEqual([409, 'addressee.exists']);
    expect(await namesOf()).toEqual(['Bakkerij Peeters', 'An Peeters', 'Zoë Peeters']);
    const one = String(added.headers['location']);
    expect((await world.http.delete(one).set(an)).status).toBe(204);
    expect((await world.http.delete(one).set(an)).status).toBe(404);
    expect(await namesOf()).toEqual(['Bakkerij Peeters', 'An Peeters']);
    expect((await add('Zoë Peeters')).status).toBe(201);
  });

  test.each(['', '   ', 'two\nlines', 'x'.repeat(201)])('%j is no name', async (name) => {
    expect((await add(name)).status).toBe(422);
  });

  test('are seen by the site, changed by its customers', async () => {
    const site = world.asSite('brussel');
    expect((await world.http.get(`${box}/addressees`).set(site)).status).toBe(200);
    const answer = await world.http
      .post(`${box}/addressees`)
      .set({ ...site, ...aKey() })
      .send({ name: 'X' });
    expect(answer.status).toBe(403);
  });

  test('of another box are not removed through this one', async () => {
    const elsewhere = await world
      .knex('addressees as a')
      .join('postboxes as p', 'p.id', 'a.postbox_id')
      .where('p.number', 'BE 1002')
      .first('a.id');
    expect((await world.http.delete(`${box}/addressees/${elsewhere.id}`).set(an)).status).toBe(404);
  });
});

describe('addresses', () => {
  const lines = {
    recipient: 'Bakkerij Peeters',
    street: 'Meir 14',
    postalCode: '2000',
    city: 'Antwerpen',
    country: 'BE',
  };
  const set = (kind: string, body: object) => world.http.put(`${box}/addresses/${kind}`).set(an).send(body);

  test('exist once somebody gave them', async () => {
    expect((await world.http.get(`${box}/addresses/invoice`).set(an)).status).toBe(404);
    const answer = await set('invoice', { ...lines, extra: 'bus 4' });
    expect([answer.status, answer.body.version, answer.headers['etag']]).toEqual([200, 1, '"1"']);
    const read = await world.http.get(`${box}/addresses/invoice`).set(an);
    expect(read.body).toEqual(answer.body);
  });

  test('a new forwarding address has the next version and wakes what is to be forwarded', async () => {
    const answer = await set('forwarding', lines);
    expect([answer.status, answer.body.version]).toEqual([200, 2]);
    const again = await set('forwarding', { ...lines, extra: null });
    expect(again.body.version).toBe(2);
    const events = await world
      .knex('events')
      .where({ kind: 'postbox.address-changed' })
      .select('life', 'body');
    const woken = events.filter(({ life }) => life === 'postbox');
    expect(woken.map(({ body }) => JSON.parse(body))).toEqual([
      { country: 'BE', kind: 'forwarding', version: 2 },
    ]);
    expect(woken[0].body).not.toContain('Meir');
  });

  test.each([
    ['castle', lines, 404],
    ['postal', { ...lines, country: 'XQ' }, 422],
    ['postal', { ...lines, country: 'be' }, 422],
    ['postal', { ...lines, city: '' }, 422],
    ['postal', { ...lines, planet: 'Earth' }, 422],
  ])('%s %j: %i', async (kind, body, status) => {
    expect((await set(kind, body)).status).toBe(status);
  });
});
