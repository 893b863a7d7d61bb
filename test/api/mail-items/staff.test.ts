import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aKey, ifMatch } from '../../support/fixtures.ts';
import type { LivingWorld } from '../../support/living-world.ts';
import { createLivingWorld } from '../../support/living-world.ts';
import { openTask, timersOf, told, work } from '../site-tasks/tasks.ts';

let world: LivingWorld;
beforeAll(async () => {
  world = await createLivingWorld();
});
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

  test('keeps a scan from its purge once the paper has left', async () => {
    const { itemId, documentId } = await world.arrive();
    await decide(itemId, 1, { kind: 'pick-up' });
    const { id: taskId } = await openTask(world, itemId);
    await work(world, taskId, 'begin');
    const report = { kind: 'hand-over', happenedAt: world.deps.clock(), collectedBy: 'An' };
    expect((await work(world, taskId, 'completion', report)).status).toBe(200);
    const trashed = await world.http
      .post(`/v1/documents/${documentId}/trash`)
      .set({ ...(await customer()), ...aKey() });
    const stay = async () =>
      (await world.http.get(`/v1/trashings/${String(trashed.body.id)}`).set(await customer())).body;
    const key = aKey();
    const held = await post(itemId, 'hold', await operator(), { reason: 'Canary seizure' }, key);
    expect([held.status, held.body.stage]).toEqual([200, 'handed-over']);
    expect(held.headers['etag']).toBe(`"${String(held.body.version)}"`);
    expect((await post(itemId, 'hold', await operator(), { reason: 'Canary seizure' }, key)).body).toEqual(
      held.body,
    );
    expect(await stay()).toMatchObject({ state: 'on-hold', isOnHold: true, purge: null });
    const shown = await world.http.get(`/v1/mail-items/${itemId}`).set(await customer());
    expect(shown.body.scan.trashing).toMatchObject({ isOnHold: true });
    const purge = await world.http
      .post(`/v1/trashings/${String(trashed.body.id)}/purge`)
      .set({ ...(await customer()), ...aKey() })
      .send({});
    expect(told(purge)).toEqual([409, 'trashing.on-hold']);
    const woken = await world.knex('events').where({ kind: 'document.hold-changed', subject_id: documentId });
    expect(woken).toHaveLength(1);
    expect(told(await post(itemId, 'hold', await operator(), { reason: 'Again' }))).toEqual([
      409,
      'mail-item.on-hold',
    ]);
    expect((await post(itemId, 'release', await operator())).status).toBe(200);
    expect(await stay()).toMatchObject({ state: 'in-trash', isOnHold: false });
    expect(told(await post(itemId, 'release', await operator()))).toEqual([409, 'mail-item.not-on-hold']);
    await world
      .knex('blobs')
      .update({ wrapped_key: null })
      .whereIn('id', world.knex('documents').where({ id: documentId }).select('blob_id'));
    expect(told(await post(itemId, 'hold', await operator(), { reason: 'Too late' }))).toEqual([
      409,
      'mail-item.closed',
    ]);
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
