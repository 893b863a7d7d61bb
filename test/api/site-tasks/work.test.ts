import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { chargesOf } from '../../../db/queries/ledger.ts';
import { epochOf } from '../../../domain/calendar.ts';
import { aKey, ifMatch, startAt } from '../../support/fixtures.ts';
import type { LivingWorld } from '../../support/living-world.ts';
import { createLivingWorld } from '../../support/living-world.ts';
import { decided, openTask, timersOf, told, work } from './tasks.ts';

let world: LivingWorld;
beforeAll(async () => {
  world = await createLivingWorld();
});
beforeEach(() => {
  world.time.now = epochOf(startAt);
});
afterAll(() => world.close(), 60_000);

const now = () => world.deps.clock();
const later = (hours: number) => (world.time.now += hours * 3_600_000);
const rowOf = (taskId: string) => world.knex('site_tasks').where({ id: taskId }).first();
const read = async (taskId: string) =>
  (await world.http.get(`/v1/site-tasks/${taskId}`).set(world.asSite('brussel'))).body;

describe('a letter that is collected', () => {
  test('is begun, handed over and closed', async () => {
    const { itemId, taskId } = await decided(world, { kind: 'pick-up' });
    const begun = await work(world, taskId, 'begin');
    expect([begun.status, begun.body]).toEqual([
      200,
      { id: taskId, mailItemId: itemId, kind: 'hand-over', state: 'begun', stage: 'in-hand', version: 3 },
    ]);
    later(1);
    const report = { kind: 'hand-over', happenedAt: now(), collectedBy: 'An Canaryname' };
    const done = await work(world, taskId, 'completion', report);
    expect([done.status, done.body.state, done.body.stage]).toEqual([200, 'done', 'handed-over']);
    expect(await rowOf(taskId)).toMatchObject({
      state: 'done',
      collected_by: 'An Canaryname',
      open_key: null,
    });
    expect((await read(taskId)).report).toMatchObject({
      collectedBy: 'An Canaryname',
      happenedAt: report.happenedAt,
    });
  });

  test('cannot be changed by its customer once it is begun', async () => {
    const { itemId, taskId } = await decided(world, { kind: 'pick-up' });
    await work(world, taskId, 'begin');
    const answer = await world.http
      .post(`/v1/mail-items/${itemId}/decision`)
      .set({ ...(await world.as('an.peeters')), ...aKey(), ...ifMatch(3) })
      .send({ kind: 'destroy' });
    expect(told(answer)).toEqual([409, 'mail-item.begun']);
  });

  test('leaves the name of who took it out of every event', async () => {
    const { itemId, taskId } = await decided(world, { kind: 'pick-up' });
    await work(world, taskId, 'begin');
    const words = { kind: 'hand-over', happenedAt: now(), collectedBy: 'Canary Collector' };
    expect((await work(world, taskId, 'completion', words)).status).toBe(200);
    const events = await world.knex('events').where({ subject_id: itemId }).select('body', 'command');
    expect(JSON.stringify(events)).not.toContain('Canary Collector');
    const { events: history } = await world.client.workflow.getHandle(`mail-item/${itemId}`).fetchHistory();
    expect(JSON.stringify(history)).not.toContain('Canary Collector');
  });
});

describe('a letter that is sent', () => {
  test('waits for its cut-off, has its address fixed, and costs what the policy says', async () => {
    world.time.now -= 3_600_000;
    const { itemId } = await world.arrive({ box: 'BE 1002' });
    const { id: taskId } = await openTask(world, itemId);
    const early = await world.http.get(`/v1/site-tasks/${taskId}`).set(world.asSite('brussel'));
    expect(early.body).toMatchObject({ address: null, blockedBy: 'task.too-early', beginnableFrom: startAt });
    await timersOf(world, itemId, 'release-forwarding');
    expect(await read(taskId)).toMatchObject({
      kind: 'ship',
      manner: 'standard',
      address: { recipient: 'Bakkerij Peeters', street: 'Meir 12', postalCode: '2000', country: 'BE' },
      price: { state: 'known' },
      blockedBy: null,
    });
    expect((await work(world, taskId, 'begin')).status).toBe(200);
    const report = { kind: 'ship', happenedAt: now(), carrier: 'bpost', tracking: '32321', postageCents: 99 };
    expect((await work(world, taskId, 'completion', report)).body).toMatchObject({ stage: 'forwarded' });
    expect(await rowOf(taskId)).toMatchObject({ carrier: 'bpost', tracking: '32321', postage_cents: 99 });
    const { lines, totalCents } = await chargesOf(world.knex, 'mail-item', itemId);
    expect(lines.map(({ kind }) => kind)).toEqual(['forwarding']);
    expect(totalCents).toBeGreaterThan(150);
  });

  test('is not begun before its cut-off', async () => {
    world.time.now -= 3_600_000;
    const { itemId } = await world.arrive({ box: 'BE 1002' });
    const { id: taskId } = await openTask(world, itemId);
    const answer = await work(world, taskId, 'begin');
    expect(told(answer)).toEqual([409, 'task.too-early']);
    expect(answer.body.details.changeableUntil).toBe(startAt);
    expect(answer.body.detail).toContain('Tue 2 Feb 2027, 15:00 (Europe/Brussels)');
  });
});

describe('a letter that is destroyed', () => {
  test('is begun after the time to change one’s mind, and reported by what belongs to it', async () => {
    const { taskId } = await decided(world, { kind: 'destroy' });
    expect(told(await work(world, taskId, 'begin'))).toEqual([409, 'task.too-early']);
    later(48);
    expect((await work(world, taskId, 'begin')).status).toBe(200);
    const happenedAt = now();
    const other = await work(world, taskId, 'completion', {
      kind: 'hand-over',
      happenedAt,
      collectedBy: 'An',
    });
    expect(told(other)).toEqual([422, 'request.invalid']);
    expect(other.body.errors).toMatchObject([{ field: '/kind', accepted: { enum: ['destroy'] } }]);
    const without = await work(world, taskId, 'completion', { kind: 'destroy', happenedAt });
    expect(without.body.errors).toMatchObject([{ field: '/destroyedHow', reason: 'field.missing' }]);
    const future = await work(world, taskId, 'completion', {
      kind: 'destroy',
      happenedAt: '2028-01-01T00:00:00Z',
      destroyedHow: 'Shredded',
    });
    expect(told(future)).toEqual([422, 'task.completed-in-future']);
    const done = await work(world, taskId, 'completion', {
      kind: 'destroy',
      happenedAt,
      destroyedHow: 'P-4',
    });
    expect([done.status, done.body.stage]).toEqual([200, 'destroyed']);
  });
});

describe('a letter that nobody decided about', () => {
  test('is reviewed, never destroyed', async () => {
    const { itemId } = await world.arrive();
    await timersOf(world, itemId, 'remind', 'charge-storage', 'end-storage');
    const { id: taskId, kind } = await openTask(world, itemId);
    expect(kind).toBe('review');
    expect((await work(world, taskId, 'begin')).status).toBe(200);
    const report = { kind: 'review', happenedAt: now(), note: 'Went with the next run.' };
    const destroyed = await work(world, taskId, 'completion', { ...report, outcome: 'destroyed' });
    expect(told(destroyed)).toEqual([422, 'task.review-outcome']);
    const done = await work(world, taskId, 'completion', { ...report, outcome: 'forwarded' });
    expect([done.status, done.body.stage]).toEqual([200, 'forwarded']);
    expect(await rowOf(taskId)).toMatchObject({ note: 'Went with the next run.' });
  });
});

describe('a task that cannot be done', () => {
  test('fails with a reason, and decisions are open again', async () => {
    const { itemId, taskId } = await decided(world, { kind: 'pick-up' });
    const early = await work(world, taskId, 'failure', { reason: 'not-found' });
    expect(told(early)).toEqual([409, 'task.not-begun']);
    await work(world, taskId, 'begin');
    const failed = await work(world, taskId, 'failure', { reason: 'not-found', note: 'Shelf 12 is empty.' });
    expect([failed.status, failed.body.state, failed.body.stage]).toEqual([200, 'failed', 'undecided']);
    expect(await rowOf(taskId)).toMatchObject({ failure_reason: 'not-found', note: 'Shelf 12 is empty.' });
    expect(await world.knex('site_tasks').where({ open_key: itemId })).toEqual([]);
    const again = await work(world, taskId, 'begin');
    expect(told(again)).toEqual([409, 'task.failed']);
  });

  test('names a reason that is known', async () => {
    const { taskId } = await decided(world, { kind: 'pick-up' });
    const answer = await work(world, taskId, 'failure', { reason: 'tired' });
    expect(answer.body.errors).toMatchObject([{ field: '/reason', reason: 'field.value' }]);
  });
});

describe('a task that is over', () => {
  test('because the customer changed his mind is cancelled, not done', async () => {
    const { itemId, taskId } = await decided(world, { kind: 'pick-up' });
    await world.http
      .post(`/v1/mail-items/${itemId}/decision`)
      .set({ ...(await world.as('an.peeters')), ...aKey(), ...ifMatch(2) })
      .send({ kind: 'keep', until: '2027-02-20' });
    for (const [command, body] of [
      ['begin', {}],
      ['failure', { reason: 'other' }],
      ['completion', { kind: 'hand-over', happenedAt: now(), collectedBy: 'An' }],
    ] as const) {
      expect(told(await work(world, taskId, command, body))).toEqual([409, 'task.cancelled']);
    }
  });

  test('is not begun in place of the one that came after it', async () => {
    const { itemId, taskId } = await decided(world, { kind: 'forward-now', manner: 'standard' });
    const { due_on: dueOn } = await openTask(world, itemId);
    await expect(
      world.deps.lives.commandMailItem('beginTask', {
        itemId,
        actor: { type: 'site', id: taskId },
        request: { id: 'a'.repeat(64), bodyHash: 'b'.repeat(64), receivedAt: now() },
        input: { seen: { kind: 'hand-over', dueOn } },
      }),
    ).rejects.toThrow('task.cancelled');
  });

  test('is not reported in place of the one that came after it', async () => {
    const { itemId, taskId } = await decided(world, { kind: 'pick-up' });
    const { due_on: dueOn } = await openTask(world, itemId);
    await work(world, taskId, 'begin');
    const message = { itemId, actor: { type: 'site', id: taskId } } as const;
    const requestOf = (letter: string) => ({
      id: letter.repeat(64),
      bodyHash: 'b'.repeat(64),
      receivedAt: now(),
    });
    const { lives } = world.deps;
    await expect(
      lives.commandMailItem('completeTask', {
        ...message,
        request: requestOf('c'),
        input: { seen: { kind: 'destroy', dueOn }, happenedAt: now(), outcome: null },
      }),
    ).rejects.toThrow('task.cancelled');
    await expect(
      lives.commandMailItem('failTask', {
        ...message,
        request: requestOf('d'),
        input: { seen: { kind: 'hand-over', dueOn: '2027-03-01' }, reason: 'other' },
      }),
    ).rejects.toThrow('task.cancelled');
  });
});

describe('the same command again', () => {
  test('gets the first answer, even when the task has moved on', async () => {
    const { taskId } = await decided(world, { kind: 'pick-up' });
    const key = aKey();
    const first = await work(world, taskId, 'begin', {}, key);
    const report = { kind: 'hand-over', happenedAt: now(), collectedBy: 'An Peeters' };
    const reported = aKey();
    const done = await work(world, taskId, 'completion', report, reported);
    expect((await work(world, taskId, 'begin', {}, key)).body).toEqual(first.body);
    expect((await work(world, taskId, 'completion', report, reported)).body).toEqual(done.body);
    const other = await work(world, taskId, 'completion', { ...report, collectedBy: 'Bart' }, reported);
    expect(told(other)).toEqual([409, 'request.key-reused']);
    expect(await rowOf(taskId)).toMatchObject({ collected_by: 'An Peeters' });
  });

  test('after a refusal keeps the words that were accepted', async () => {
    const { taskId } = await decided(world, { kind: 'pick-up' });
    const key = aKey();
    const report = { kind: 'hand-over', happenedAt: now(), collectedBy: 'An Peters' };
    expect(told(await work(world, taskId, 'completion', report, key))).toEqual([409, 'task.not-begun']);
    await work(world, taskId, 'begin');
    const done = await work(world, taskId, 'completion', { ...report, collectedBy: 'An Peeters' }, key);
    expect(done.status).toBe(200);
    expect(await rowOf(taskId)).toMatchObject({ collected_by: 'An Peeters' });
  });
});
