import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { minutes } from '../../../domain/calendar.ts';
import { aKey, ifMatch } from '../../support/fixtures.ts';
import type { LivingWorld } from '../../support/living-world.ts';
import { createLivingWorld } from '../../support/living-world.ts';
import { until } from '../../support/wait.ts';

let world: LivingWorld;
let an: Record<string, string>;
let box: string;
beforeAll(async () => {
  world = await createLivingWorld();
  an = await world.as('an.peeters');
  box = `/v1/postboxes/${await world.boxId('BE 1001')}`;
});
afterAll(() => world.close(), 60_000);

const decide = (id: string, version: number, body: object) =>
  world.http
    .post(`/v1/mail-items/${id}/decision`)
    .set({ ...an, ...aKey(), ...ifMatch(version) })
    .send(body);
const settings = async (allowedDecisions: string[]) => {
  const { body } = await world.http.get(box).set(an);
  const headers = { ...an, ...ifMatch(Number(body.version)) };
  await world.http.patch(`${box}/settings`).set(headers).send({ allowedDecisions }).expect(200);
};
const signalsOf = async (id: string) => {
  const { events } = await world.client.workflow.getHandle(`mail-item/${id}`).fetchHistory();
  return (events ?? []).filter(({ workflowExecutionSignaledEventAttributes: signal }) => signal != null)
    .length;
};

describe('letters that are there when their box is set otherwise', () => {
  test('a decision allowed meanwhile is taken by a life that began without it', async () => {
    await settings(['keep']);
    const { itemId } = await world.arrive();
    await world.wakeAll();
    await decide(itemId, 1, { kind: 'destroy' }).expect(422);
    await settings(['keep', 'destroy']);
    await world.wakeAll();
    await until('the life knows', async () => {
      const { status, body } = await decide(itemId, 1, { kind: 'destroy' });
      return status === 200 && body.stage === 'destruction';
    });
  });

  test('a new forwarding address is told to a letter whose forwarding is on hold', async () => {
    await settings(['forward-on-date', 'keep']);
    const { itemId } = await world.arrive();
    await decide(itemId, 1, { kind: 'forward-on-date', on: '2027-02-10' }).expect(200);
    await world.http
      .post(`/v1/mail-items/${itemId}/hold`)
      .set({ ...(await world.as('olga.operator')), ...aKey() })
      .send({ reason: 'Seizure' })
      .expect(200);
    await world.wakeAll();
    world.time.now += minutes(1);
    const address = {
      recipient: 'An',
      street: 'Damrak 1',
      postalCode: '1012',
      city: 'Amsterdam',
      country: 'NL',
    };
    await world.http.put(`${box}/addresses/forwarding`).set(an).send(address).expect(200);
    await world.wakeAll();
    await until('its customer is told', async () => {
      const told = await world.knex('notices').where({ mail_item_id: itemId, kind: 'address-changed' });
      return told.length === 1;
    });
  });

  test('a new forwarding address is told to letters that wait for their day, and to no others', async () => {
    await settings(['forward-on-date', 'keep']);
    const { itemId: waiting } = await world.arrive();
    const { itemId: kept } = await world.arrive();
    await decide(waiting, 1, { kind: 'forward-on-date', on: '2027-02-10' }).expect(200);
    await decide(kept, 1, { kind: 'keep', until: '2027-02-10' }).expect(200);
    await world.wakeAll();
    const before = [await signalsOf(waiting), await signalsOf(kept)];
    world.time.now += minutes(1);
    const address = {
      recipient: 'An Peeters',
      street: 'Rue Neuve 1',
      postalCode: '75001',
      city: 'Paris',
      country: 'FR',
    };
    await world.http.put(`${box}/addresses/forwarding`).set(an).send(address).expect(200);
    await world.wakeAll();
    await until('the letter is told', async () => (await signalsOf(waiting)) === Number(before[0]) + 1);
    await until('its row has changed', async () => {
      const { body } = await world.http.get(`/v1/mail-items/${waiting}`).set(an);
      return body.version === 3;
    });
    expect(await signalsOf(kept)).toBe(before[1]);
    const { body } = await world.http.get(`/v1/mail-items/${waiting}/plan`).set(an);
    const ship = (body.acts as { kind: string; costCents: number }[]).find(({ kind }) => kind === 'ship');
    expect(ship?.costCents).toBe(150 + 285);
  });
});
