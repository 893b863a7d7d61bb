import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hours, minutes } from '../../../domain/calendar.ts';
import { aKey, ifMatch } from '../../support/fixtures.ts';
import type { LivingWorld } from '../../support/living-world.ts';
import { createLivingWorld } from '../../support/living-world.ts';

let world: LivingWorld;
beforeAll(async () => {
  world = await createLivingWorld();
});
afterAll(() => world.close(), 60_000);

interface Asked {
  readonly who?: string;
  readonly version?: number;
  readonly key?: Record<string, string>;
}
const decide = async (
  id: string,
  body: object,
  { who = 'bart.claes', version = 1, key = aKey() }: Asked = {},
) =>
  world.http
    .post(`/v1/mail-items/${id}/decision`)
    .set({ ...(await world.as(who)), ...key, ...ifMatch(version) })
    .send(body);
const eventsOf = (id: string): Promise<string[]> =>
  world.knex('events').where({ subject_id: id }).orderBy('seq').pluck('kind');

describe('deciding', () => {
  test('answers with what will happen now, until when it can be changed, and the new version', async () => {
    const { itemId } = await world.arrive();
    const { status, body, headers } = await decide(itemId, { kind: 'forward-now', manner: 'registered' });
    expect([status, body.reason]).toEqual([200, undefined]);
    expect(headers['etag']).toBe('"2"');
    expect(body).toMatchObject({
      id: itemId,
      version: 2,
      stage: 'forwarding',
      dueAt: null,
      changeableUntil: '2027-02-02T14:00:00.000Z',
      costCents: 0,
      decision: { kind: 'forward-now', manner: 'registered', plannedOn: '2027-02-02', cents: 1184 },
      plan: { totalCents: 1184 },
    });
    expect(body.plan.acts.map(({ kind }: { kind: string }) => kind)).toEqual(['release-forwarding', 'ship']);
    const read = await world.http.get(`/v1/mail-items/${itemId}`).set(await world.as('bart.claes'));
    expect([read.body.version, read.body.stage]).toEqual([2, 'forwarding']);
  });

  test('takes the box’s manner where none is named', async () => {
    const { itemId } = await world.arrive();
    await world.knex('postboxes').where({ number: 'BE 1001' }).update({ default_manner: 'express' });
    const { body } = await decide(itemId, { kind: 'forward-on-date', on: '2027-02-10' });
    await world.knex('postboxes').where({ number: 'BE 1001' }).update({ default_manner: 'standard' });
    expect(body.decision).toMatchObject({ manner: 'express', on: '2027-02-10', plannedOn: '2027-02-10' });
  });

  test('a change of mind needs the present version; an older one is told how things stand', async () => {
    const { itemId } = await world.arrive();
    await decide(itemId, { kind: 'keep', until: '2027-03-01' });
    const stale = await decide(itemId, { kind: 'destroy' }, { who: 'an.peeters' });
    expect([stale.status, stale.body.reason]).toEqual([409, 'mail-item.version-stale']);
    expect(stale.body.details).toMatchObject({ version: 2, stage: 'kept', decision: 'keep' });
    const changed = await decide(itemId, { kind: 'destroy' }, { who: 'an.peeters', version: 2 });
    expect([changed.status, changed.body.stage]).toEqual([200, 'destruction']);
  });

  test('two people at once: one decides, the other is told', async () => {
    const { itemId } = await world.arrive();
    const answers = await Promise.all([
      decide(itemId, { kind: 'pick-up' }),
      decide(itemId, { kind: 'destroy' }, { who: 'an.peeters' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await eventsOf(itemId)).filter((kind) => kind === 'mail-item.decided')).toHaveLength(1);
  });

  test('the same decision again changes nothing, whatever version it saw', async () => {
    const { itemId } = await world.arrive();
    await decide(itemId, { kind: 'destroy' });
    const before = await eventsOf(itemId);
    const key = aKey();
    const again = await decide(itemId, { kind: 'destroy' }, { who: 'an.peeters', key });
    expect([again.status, again.body.version]).toEqual([200, 2]);
    expect(await eventsOf(itemId)).toEqual(before);
    await decide(itemId, { kind: 'pick-up' }, { version: 2 });
    const repeated = await decide(itemId, { kind: 'destroy' }, { who: 'an.peeters', key });
    expect([repeated.status, repeated.body.version, repeated.body.stage]).toEqual([200, 2, 'destruction']);
  });

  test('the same key gets the same answer; another body under it is refused', async () => {
    const { itemId } = await world.arrive();
    const key = aKey();
    const first = await decide(itemId, { kind: 'pick-up' }, { key });
    const again = await decide(itemId, { kind: 'pick-up' }, { key });
    expect(again.body).toEqual(first.body);
    const other = await decide(itemId, { kind: 'destroy' }, { key });
    expect([other.status, other.body.reason]).toEqual([409, 'request.key-reused']);
    expect((await eventsOf(itemId)).filter((kind) => kind === 'mail-item.decided')).toHaveLength(1);
  });

  test('a closed letter is decided no more', async () => {
    const { itemId } = await world.arrive();
    await decide(itemId, { kind: 'destroy' });
    await world
      .knex('mail_items')
      .where({ id: itemId })
      .update({ outcome: 'destroyed', closed_at: new Date(world.time.now), stage: 'destroyed' });
    for (const kind of ['destroy', 'pick-up']) {
      const { status, body } = await decide(itemId, { kind }, { version: 2 });
      expect([status, body.reason]).toEqual([409, 'mail-item.closed']);
    }
  });

  test('what the settings do not allow is refused with what they do', async () => {
    const { itemId } = await world.arrive({ box: 'PT 1003' });
    const { status, body } = await decide(itemId, { kind: 'pick-up' }, { who: 'an.peeters' });
    expect([status, body.reason]).toEqual([422, 'decision.not-allowed']);
    expect(body.details.allowed).toEqual(['forward-now', 'forward-on-date', 'destroy']);
  });

  test.each([
    [{ kind: 'keep', until: '2027-06-01' }, 'keep.beyond-storage'],
    [{ kind: 'keep', until: '2027-02-01' }, 'keep.date-in-past'],
    [{ kind: 'forward-on-date', on: '2027-01-01' }, 'forwarding.date-in-past'],
    [{ kind: 'forward-on-date', on: '2027-02-30' }, 'request.invalid'],
    [{ kind: 'forward-on-date' }, 'request.invalid'],
    [{ kind: 'destroy', until: '2027-03-01' }, 'request.invalid'],
    [{ kind: 'burn' }, 'request.invalid'],
  ])('%j is refused', async (asked, reason) => {
    const { itemId } = await world.arrive();
    const { status, body } = await decide(itemId, asked);
    expect([status, body.reason]).toEqual([422, reason]);
  });

  test('after the deadline it is still taken, and what was charged stays', async () => {
    const { itemId } = await world.arrive();
    world.time.now += hours(24 * 15);
    const { status, body } = await decide(itemId, { kind: 'pick-up' });
    world.time.now -= hours(24 * 15);
    expect([status, body.stage]).toEqual([200, 'pick-up']);
  });
});

describe('who may decide', () => {
  test.each([
    ['read alone does not suffice', 'chloe.lambert', 403, 'right.missing'],
    ['a stranger learns nothing', 'emma.jansen', 404, 'not-found'],
    ['staff do not decide', 'olga.operator', 403, 'right.missing'],
  ])('%s', async (_what, who, status, reason) => {
    const { itemId } = await world.arrive();
    const answer = await decide(itemId, { kind: 'destroy' }, { who });
    expect([answer.status, answer.body.reason]).toEqual([status, reason]);
  });

  test('a decision without the version seen is refused', async () => {
    const { itemId } = await world.arrive();
    const answer = await world.http
      .post(`/v1/mail-items/${itemId}/decision`)
      .set({ ...(await world.as('bart.claes')), ...aKey() })
      .send({ kind: 'destroy' });
    expect([answer.status, answer.body.reason]).toEqual([428, 'request.if-match-missing']);
  });
});

describe('a price the tariff does not know', () => {
  test('is accepted with the version seen, once it is offered', async () => {
    const { itemId } = await world.arrive({ format: 'parcel', weightGrams: 40_000 });
    const accept = async (version: number) =>
      world.http
        .post(`/v1/mail-items/${itemId}/quote-acceptance`)
        .set({ ...(await world.as('bart.claes')), ...aKey(), ...ifMatch(version) });
    const { body } = await decide(itemId, { kind: 'forward-now' });
    expect(body.plan).toMatchObject({ totalCents: null });
    const early = await accept(2);
    expect([early.status, early.body.reason]).toEqual([409, 'quote.not-offered']);
    await world.http
      .post(`/v1/mail-items/${itemId}/quote`)
      .set({ ...(await world.as('olga.operator')), ...aKey() })
      .send({ cents: 4200 })
      .expect(200);
    const accepted = await accept(3);
    expect([accepted.status, accepted.body.plan?.totalCents]).toEqual([200, 4200]);
  });
});

describe('the history', () => {
  test('tells in words what happened, who did it as what, and names customers only', async () => {
    const { itemId } = await world.arrive();
    world.time.now += minutes(5);
    await decide(itemId, { kind: 'keep', until: '2027-03-01' });
    world.time.now += minutes(5);
    await world.http
      .post(`/v1/mail-items/${itemId}/hold`)
      .set({ ...(await world.as('olga.operator')), ...aKey() })
      .send({ reason: 'A question of the police' })
      .expect(200);
    const headers = { ...(await world.as('bart.claes')), 'Accept-Language': 'en' };
    const { status, body } = await world.http.get(`/v1/mail-items/${itemId}/history`).set(headers);
    world.time.now -= minutes(10);
    expect(status).toBe(200);
    const told = (body.items as { kind: string; text: string; by: object }[]).map(({ kind, by }) => [
      kind,
      by,
    ]);
    expect(told).toEqual([
      ['mail-item.received', { role: 'site', name: null }],
      ['mail-item.decided', { role: 'customer', name: 'Bart Claes' }],
      ['mail-item.held', { role: 'staff', name: null }],
    ]);
    expect(body.items[1]).toMatchObject({
      text: expect.stringContaining('keep'),
      localAt: '2027-02-02T15:05:00+01:00',
      zone: 'Europe/Brussels',
    });
    expect(JSON.stringify(body)).not.toMatch(/Olga|police|\{[a-z]+[:}]/i);
    const page = await world.http.get(`/v1/mail-items/${itemId}/history?limit=2`).set(headers);
    const rest = await world.http
      .get(`/v1/mail-items/${itemId}/history?limit=2&after=${page.body.next}`)
      .set(headers);
    expect([page.body.items.length, rest.body.items.length, rest.body.next]).toEqual([2, 1, null]);
  });
});
