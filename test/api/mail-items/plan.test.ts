import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hours, minutes } from '../../../domain/calendar.ts';
import type { World } from '../../support/fixtures.ts';
import { createWorld } from '../../support/fixtures.ts';

let world: World;
let itemId: string;
beforeAll(async () => {
  world = await createWorld();
  ({ itemId } = await world.arrive());
});
afterAll(() => world.close());

interface Act {
  readonly kind: string;
  readonly localAt: string;
  readonly costCents: number | null;
}
const plan = async (query = '', id = itemId, who = 'an.peeters') =>
  world.http.get(`/v1/mail-items/${id}/plan${query}`).set(await world.as(who));
const told = (acts: Act[]) => acts.map(({ kind, localAt, costCents }) => [kind, localAt, costCents]);

describe('the plan', () => {
  test('of a letter nobody decides about: reminders, twelve periods, the end', async () => {
    const { status, body } = await plan();
    expect(status).toBe(200);
    expect(told(body.acts).slice(0, 4)).toEqual([
      ['remind', '2027-02-14T00:00:00+01:00', 0],
      ['remind', '2027-02-16T00:00:00+01:00', 0],
      ['charge-storage', '2027-02-17T00:00:00+01:00', 50],
      ['charge-storage', '2027-02-24T00:00:00+01:00', 50],
    ]);
    expect(body.acts).toHaveLength(15);
    expect(told(body.acts).at(-1)).toEqual(['end-storage', '2027-05-12T00:00:00+02:00', 0]);
    expect(body).toMatchObject({
      costSoFarCents: 0,
      toComeCents: 600,
      totalCents: 600,
      decision: null,
      scan: null,
    });
  });

  test('names the rule, the policy’s version and what prevents each act', async () => {
    const { body } = await plan();
    expect(body.acts[2]).toEqual({
      kind: 'charge-storage',
      text: 'Bewaring wordt aangerekend',
      by: 'timer',
      at: '2027-02-16T23:00:00.000Z',
      localAt: '2027-02-17T00:00:00+01:00',
      zone: 'Europe/Brussels',
      costCents: 50,
      missing: null,
      rule: 'PP-09',
      policyVersion: 1,
      prevent: { operation: 'decideMailItem', until: '2027-02-16T23:00:00.000Z' },
    });
  });

  test('speaks the language asked for', async () => {
    const headers = { ...(await world.as('an.peeters')), 'Accept-Language': 'de' };
    const { body } = await world.http.get(`/v1/mail-items/${itemId}/plan`).set(headers);
    expect(body.acts[2].text).toBe('Die Aufbewahrung wird berechnet');
  });
});

describe('what if', () => {
  test('forward now: out with today’s run, at the price of box and tariff', async () => {
    const { body } = await plan('?decision=forward-now&manner=registered');
    expect(told(body.acts)).toEqual([
      ['release-forwarding', '2027-02-02T15:00:00+01:00', 0],
      ['ship', '2027-02-02T15:00:00+01:00', 1184],
    ]);
    expect(body.totalCents).toBe(1184);
    expect(body.decision).toMatchObject({ manner: 'registered', cents: 1184 });
  });

  test('forward on a Saturday: the next working day, with the storage until then', async () => {
    const { body } = await plan('?decision=forward-on-date&on=2027-02-27');
    expect(body.decision).toMatchObject({ on: '2027-02-27', plannedOn: '2027-03-01', manner: 'standard' });
    expect(told(body.acts)).toEqual([
      ['charge-storage', '2027-02-17T00:00:00+01:00', 50],
      ['charge-storage', '2027-02-24T00:00:00+01:00', 50],
      ['release-forwarding', '2027-03-01T15:00:00+01:00', 0],
      ['ship', '2027-03-01T15:00:00+01:00', 307],
    ]);
    expect(body.totalCents).toBe(407);
  });

  test('keep: charged as it runs, then undecided again', async () => {
    const { body } = await plan('?decision=keep&until=2027-02-20');
    expect(body.acts.map(({ kind }: Act) => kind)).toContain('end-keep');
    expect(body.toComeCents).toBe(600);
  });

  test('pick up and destroy cost nothing while there is time', async () => {
    expect((await plan('?decision=destroy')).body.totalCents).toBe(0);
    const pickUp = (await plan('?decision=pick-up')).body;
    const handOver = pickUp.acts.find(({ kind }: Act) => kind === 'hand-over');
    expect(handOver).toMatchObject({
      by: 'site',
      costCents: 0,
      prevent: { operation: 'decideMailItem', until: null },
    });
  });

  test('without a price there is no total, and the plan says what is missing', async () => {
    const { itemId: heavy } = await world.arrive({ format: 'parcel', weightGrams: 40_000 });
    const { body } = await plan('?decision=forward-now', heavy);
    expect(body).toMatchObject({ costSoFarCents: 0, toComeCents: null, totalCents: null });
    expect(body.acts.find(({ kind }: Act) => kind === 'ship')).toMatchObject({
      costCents: null,
      missing: 'needs-quote',
    });
  });

  test.each([
    ['decision=keep&until=2027-05-12', 422, 'keep.beyond-storage'],
    ['decision=forward-on-date&on=2027-02-01', 422, 'forwarding.date-in-past'],
    ['decision=forward-on-date&on=2027-06-01', 422, 'forwarding.beyond-storage'],
    ['decision=forward-on-date', 422, 'request.invalid'],
    ['decision=keep', 422, 'request.invalid'],
    ['decision=destroy&until=2027-03-01', 422, 'request.invalid'],
    ['decision=pick-up&manner=standard', 422, 'request.invalid'],
    ['on=2027-03-01', 422, 'request.invalid'],
    ['decision=burn', 422, 'request.invalid'],
  ])('%s is refused as the decision would be', async (query, status, reason) => {
    const answer = await plan(`?${query}`);
    expect([answer.status, answer.body.reason]).toEqual([status, reason]);
  });

  test('what the box does not allow is refused with what it does', async () => {
    const { itemId: lisbon } = await world.arrive({ box: 'PT 1003' });
    const { status, body } = await plan('?decision=keep&until=2027-02-20', lisbon);
    expect([status, body.reason]).toEqual([422, 'decision.not-allowed']);
    expect(body.details.allowed).toEqual(['forward-now', 'forward-on-date', 'destroy']);
  });

  test('a minute after the cut-off today’s run is missed, and the next one offered', async () => {
    world.time.now += hours(1) + minutes(1);
    const { status, body } = await plan('?decision=forward-on-date&on=2027-02-02');
    expect([status, body.reason]).toEqual([422, 'forwarding.cut-off-missed']);
    expect(body.details.nextRun).toBe('2027-02-03');
    expect((await plan('?decision=forward-now')).body.decision.plannedOn).toBe('2027-02-03');
    world.time.now -= hours(1) + minutes(1);
  });
});
