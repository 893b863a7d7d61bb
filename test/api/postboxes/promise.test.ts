import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ifMatch } from '../../support/fixtures.ts';
import type { World } from '../../support/fixtures.ts';
import { createWorld } from '../../support/fixtures.ts';

let world: World;
let box: string;
beforeAll(async () => {
  world = await createWorld();
  box = `/v1/postboxes/${await world.boxId('BE 1001')}`;
});
afterAll(() => world.close());

const promise = async (days: unknown, version: number, who = 'olga.operator') =>
  world.http
    .put(`${box}/promised-period`)
    .set({ ...(await world.as(who)), ...ifMatch(version) })
    .send({ days });
const told = ({ status, body }: { status: number; body: { reason?: string } }) => [status, body.reason];
const dueOf = (itemId: string) =>
  world.knex('mail_items').where({ id: itemId }).first<{ due_at: Date; due_rule: string }>();

describe('a decision period that was promised to a box', () => {
  test('makes letters to come due later, and leaves those that are there', async () => {
    const { itemId: before } = await world.arrive();
    const answer = await promise(21, 1);
    expect([answer.status, answer.body.promisedDecisionDays, answer.body.version]).toEqual([200, 21, 2]);
    expect(answer.headers['etag']).toBe('"2"');
    const { itemId: after } = await world.arrive();
    expect(await dueOf(before)).toMatchObject({
      due_at: new Date('2027-02-16T23:00:00.000Z'),
      due_rule: 'PP-09: 14 calendar days, Europe/Brussels, policy 1',
    });
    expect(await dueOf(after)).toMatchObject({
      due_at: new Date('2027-02-23T23:00:00.000Z'),
      due_rule: 'X-01: 21 calendar days, Europe/Brussels, policy 1',
    });
    const shown = await world.http.get(box).set(await world.as('an.peeters'));
    expect(shown.body.promisedDecisionDays).toBe(21);
  });

  test('shorter than the policy’s changes nothing for its letters', async () => {
    expect((await promise(7, 2)).status).toBe(200);
    const { itemId } = await world.arrive();
    expect((await dueOf(itemId)).due_at).toEqual(new Date('2027-02-16T23:00:00.000Z'));
  });

  test('asked for again changes nothing, whatever version was seen; another one needs the present version', async () => {
    expect((await promise(7, 1)).body.version).toBe(3);
    expect(told(await promise(30, 1))).toEqual([409, 'postbox.version-stale']);
    expect(told(await promise(0, 3))).toEqual([422, 'request.invalid']);
    expect(told(await promise('21', 3))).toEqual([422, 'request.invalid']);
  });

  test('is taken back, each change told once in the chain of the company', async () => {
    expect((await promise(null, 3)).body).toMatchObject({ promisedDecisionDays: null, version: 4 });
    const events = await world.knex('events').where({ kind: 'postbox.promise-changed' }).orderBy('seq');
    expect(events.map(({ body }) => JSON.parse(body as string).days)).toEqual([21, 7, null]);
    expect(events.every(({ actor_type: type }) => type === 'staff')).toBe(true);
  });

  test('is the operator’s to write down', async () => {
    expect((await promise(30, 4, 'an.peeters')).status).toBe(403);
    expect((await promise(30, 4, 'sam.brussel')).status).toBe(403);
  });
});
