import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { World } from '../../support/fixtures.ts';
import { createWorld } from '../../support/fixtures.ts';
import { openTask, told, work } from './tasks.ts';

let world: World;
let tasks: readonly string[];

beforeAll(async () => {
  world = await createWorld();
  const arrived: string[] = [];
  for (let letter = 0; letter < 5; letter += 1) {
    const { itemId } = await world.arrive({ box: 'BE 1002', reference: `REF-${letter}` });
    arrived.push((await openTask(world, itemId)).id);
  }
  const [, , later, done, cancelled] = arrived;
  await world.knex('site_tasks').where({ id: later }).update({ due_on: '2027-02-05' });
  await world
    .knex('site_tasks')
    .where({ id: done })
    .update({ state: 'done', open_key: null, closed_at: new Date('2027-02-02T15:00:00Z'), carrier: 'bpost' });
  await world
    .knex('site_tasks')
    .where({ id: cancelled })
    .update({ state: 'cancelled', open_key: null, closed_at: new Date('2027-02-02T15:00:00Z') });
  tasks = arrived;
});
afterAll(() => world.close());

interface Page {
  readonly items: readonly { readonly id: string }[];
  readonly next: string | null;
}
const list = async (query: object = {}, headers = world.asSite('brussel')) =>
  (await world.http.get('/v1/site-tasks').query(query).set(headers)) as { status: number; body: Page };
const idsOf = ({ body }: { body: Page }) => body.items.map(({ id }) => id);

describe('the work list', () => {
  test('holds what is open and due today or earlier, in order', async () => {
    expect(idsOf(await list())).toEqual(tasks.slice(0, 2));
  });

  test('says of each letter what the site needs', async () => {
    const { body } = await list();
    expect(body.items[0]).toEqual({
      id: tasks[0],
      mailItemId: expect.any(String),
      siteId: await world.siteId('brussel'),
      siteReference: 'REF-0',
      postbox: 'BE 1002',
      kind: 'ship',
      dueOn: '2027-02-02',
      state: 'planned',
      manner: 'standard',
      address: null,
      price: { state: 'known', cents: expect.any(Number) },
      beginnableFrom: '2027-02-02T14:00:00.000Z',
      blockedBy: 'task.too-early',
      isOnHold: false,
      begunAt: null,
      closedAt: null,
      report: null,
    });
  });

  test('reaches further on request, and can be narrowed', async () => {
    expect(idsOf(await list({ dueBy: '2027-02-05' }))).toEqual(tasks.slice(0, 3));
    expect(idsOf(await list({ dueBy: '2027-02-01' }))).toEqual([]);
    expect(idsOf(await list({ kind: 'destroy' }))).toEqual([]);
    expect(idsOf(await list({ state: 'begun' }))).toEqual([]);
    expect(idsOf(await list({ state: 'done' }))).toEqual([tasks[3]]);
    expect(idsOf(await list({ state: 'cancelled' }))).toEqual([tasks[4]]);
  });

  test('comes in pages that neither repeat nor lose a task', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 5; page += 1) {
      const answer = await list({ limit: 1, dueBy: '2027-02-05', after });
      seen.push(...idsOf(answer));
      if (answer.body.next === null) break;
      after = answer.body.next;
    }
    expect(seen).toEqual(tasks.slice(0, 3));
  });

  test.each([['W10'], ['WyJub3QgYSBkYXkiLCJ4Il0'], ['WzEsMl0']])('refuses the cursor %s', async (after) => {
    expect(told((await list({ after })) as never)).toEqual([422, 'request.invalid']);
  });

  test('follows the day of the site, not ours', async () => {
    world.time.now = Date.parse('2027-02-04T23:30:00.000Z'); // the 5th in Brussels
    expect(idsOf(await list())).toEqual(tasks.slice(0, 3));
    world.time.now = Date.parse('2027-02-02T14:00:00.000Z');
  });
});

describe('whose list it is', () => {
  test('another site sees and begins nothing of it', async () => {
    expect(idsOf(await list({}, world.asSite('lisboa')))).toEqual([]);
    const path = `/v1/site-tasks/${tasks[0] ?? ''}`;
    expect((await world.http.get(path).set(world.asSite('amsterdam'))).status).toBe(404);
    expect(told(await work(world, tasks[0] ?? '', 'begin', {}, undefined, 'amsterdam'))).toEqual([
      404,
      'not-found',
    ]);
  });

  test('the operator reads it and does not do the work; a customer does neither', async () => {
    expect(idsOf(await list({}, await world.as('olga.operator')))).toEqual(tasks.slice(0, 2));
    const begin = await world.http
      .post(`/v1/site-tasks/${tasks[0] ?? ''}/begin`)
      .set({ ...(await world.as('olga.operator')), 'Idempotency-Key': 'a-key-of-mine' });
    expect(told(begin)).toEqual([403, 'right.missing']);
    expect((await list({}, await world.as('an.peeters'))).status).toBe(403);
  });

  test('a task that is over says how it ended, and nothing of what came after', async () => {
    const { body } = await world.http.get(`/v1/site-tasks/${tasks[3] ?? ''}`).set(world.asSite('brussel'));
    expect(body).toMatchObject({ state: 'done', price: null, manner: null, report: { carrier: 'bpost' } });
  });
});
