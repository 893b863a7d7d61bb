import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aKey, ifMatch } from '../../support/fixtures.ts';
import type { LivingWorld } from '../../support/living-world.ts';
import { createLivingWorld } from '../../support/living-world.ts';
import { openTask, timersOf, told, work } from '../site-tasks/tasks.ts';

let world: LivingWorld;
beforeAll(async () => {
  world = await createLivingWorld();
}, 60_000);
afterAll(() => world.close(), 60_000);

type Headers = Record<string, string>;
const post = (itemId: string, command: string, headers: Headers, body: object = {}, key = aKey()) =>
  world.http
    .post(`/v1/mail-items/${itemId}/${command}`)
    .set({ ...headers, ...key })
    .send(body);
const operator = () => world.as('olga.operator');
const customer = () => world.as('an.peeters');
const site = () => world.asSite('brussel');
const decide = async (itemId: string, version: number, decision: object) =>
  world.http
    .post(`/v1/mail-items/${itemId}/decision`)
    .set({ ...(await customer()), ...aKey(), ...ifMatch(version) })
    .send(decision);

describe('a hold', () => {
  test('stops everything until it is released, and keeps its reason to ourselves', async () => {
    const { itemId } = await world.arrive();
    const held = await post(itemId, 'hold', await operator(), { reason: 'Canary seizure 27/118' });
    expect([held.status, held.body.stage, held.body.version]).toEqual([200, 'on-hold', 2]);
    expect(held.body.plan.acts).toEqual([]);
    expect(held.headers['etag']).toBe('"2"');
    expect(await world.knex('mail_items').where({ id: itemId }).first()).toMatchObject({
      hold_reason: 'Canary seizure 27/118',
    });
    const events = await world.knex('events').where({ subject_id: itemId }).select('body', 'command');
    expect(JSON.stringify(events)).not.toContain('Canary');
    expect(told(await decide(itemId, 2, { kind: 'destroy' }))).toEqual([409, 'mail-item.on-hold']);
    expect(told(await post(itemId, 'hold', await operator(), { reason: 'Again' }))).toEqual([
      409,
      'mail-item.on-hold',
    ]);
    const released = await post(itemId, 'release', await operator());
    expect([released.status, released.body.stage]).toEqual([200, 'undecided']);
    expect(told(await post(itemId, 'release', await operator()))).toEqual([409, 'mail-item.not-on-hold']);
  });

  test('stands before the site too', async () => {
    const { itemId } = await world.arrive({ box: 'BE 1002' });
    const { id: taskId } = await openTask(world, itemId);
    await post(itemId, 'hold', await operator(), { reason: 'Seizure' });
    expect(told(await work(world, taskId, 'begin'))).toEqual([409, 'mail-item.on-hold']);
    const { body } = await world.http.get(`/v1/site-tasks/${taskId}`).set(site());
    expect(body).toMatchObject({ isOnHold: true, blockedBy: 'mail-item.on-hold' });
  });

  test('is the operator’s alone', async () => {
    const { itemId } = await world.arrive();
    for (const headers of [site(), await customer()]) {
      expect(told(await post(itemId, 'hold', headers, { reason: 'Mine' }))).toEqual([403, 'right.missing']);
      expect(told(await post(itemId, 'release', headers))).toEqual([403, 'right.missing']);
    }
  });

  test('needs a reason', async () => {
    const { itemId } = await world.arrive();
    const answer = await post(itemId, 'hold', await operator(), { reason: '  ' });
    expect(answer.body).toMatchObject({ status: 422, field: '/reason' });
  });
});

describe('facts that were wrong', () => {
  test('are corrected by the site, and the price follows', async () => {
    const { itemId } = await world.arrive();
    const before = await decide(itemId, 1, { kind: 'forward-now', manner: 'standard' });
    const key = aKey();
    const facts = { weightGrams: 300, format: 'large-letter' };
    const corrected = await post(itemId, 'facts-correction', site(), facts, key);
    expect(corrected.status).toBe(200);
    expect(corrected.body.plan.totalCents).toBeGreaterThan(before.body.plan.totalCents);
    expect(await world.knex('mail_items').where({ id: itemId }).first()).toMatchObject({
      weight_grams: 300,
      format: 'large-letter',
    });
    const again = await post(itemId, 'facts-correction', site(), facts, key);
    expect(again.body).toEqual(corrected.body);
    const told = await world.knex('notices').where({ mail_item_id: itemId, kind: 'plan-changed' });
    expect(told).toHaveLength(1);
  });

  test('are not another site’s to correct, nor the operator’s', async () => {
    const { itemId } = await world.arrive();
    const facts = { weightGrams: 300, format: 'letter' };
    expect(told(await post(itemId, 'facts-correction', world.asSite('lisboa'), facts))).toEqual([
      404,
      'not-found',
    ]);
    expect(told(await post(itemId, 'facts-correction', await operator(), facts))).toEqual([
      403,
      'right.missing',
    ]);
  });
});

describe('a price that the tariff does not know', () => {
  test('is offered, accepted, and then the site may begin', async () => {
    world.time.now -= 3_600_000;
    const { itemId } = await world.arrive({ box: 'BE 1002', weightGrams: 60_000, format: 'parcel' });
    const { id: taskId } = await openTask(world, itemId);
    await timersOf(world, itemId, 'release-forwarding');
    const priceNow = async () => (await world.http.get(`/v1/site-tasks/${taskId}`).set(site())).body;
    expect(await priceNow()).toMatchObject({
      price: { state: 'needs-quote', cents: null },
      blockedBy: 'task.quote-not-accepted',
    });
    expect(told(await work(world, taskId, 'begin'))).toEqual([409, 'task.quote-not-accepted']);
    const offered = await post(itemId, 'quote', site(), { cents: 4_150 });
    expect(offered.status).toBe(200);
    expect((await priceNow()).price).toEqual({ state: 'quote-offered', cents: 4_150 });
    const accepted = await world.http
      .post(`/v1/mail-items/${itemId}/quote-acceptance`)
      .set({ ...(await customer()), ...aKey(), ...ifMatch(offered.body.version) });
    expect(accepted.status).toBe(200);
    expect(await priceNow()).toMatchObject({ price: { state: 'known', cents: 4_150 }, blockedBy: null });
    expect((await work(world, taskId, 'begin')).status).toBe(200);
  });

  test('is not named where there is one', async () => {
    const { itemId } = await world.arrive();
    expect(told(await post(itemId, 'quote', await operator(), { cents: 100 }))).toEqual([
      409,
      'quote.not-needed',
    ]);
    await decide(itemId, 1, { kind: 'forward-now', manner: 'standard' });
    expect(told(await post(itemId, 'quote', site(), { cents: 100 }))).toEqual([409, 'quote.not-needed']);
  });
});
