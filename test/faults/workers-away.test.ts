/**
 * Mail server away, API killed before it answers, workers away or asleep at a deadline; two relays all the time
 * (quality.md: F01, F03, F08, F38).
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { epochOf } from '../../domain/calendar.ts';
import type { Letter } from '../support/branch.ts';
import { violationsIn } from '../support/invariants.ts';
import { isTold } from '../support/invariants/lives.ts';
import { forwardNow, pickUp } from '../support/mail-items.ts';
import type { OpenScene } from '../support/scene.ts';
import { openScene } from '../support/scene.ts';
import { until, untilTime } from '../support/wait.ts';
import { withChainsHeld, withCommitsHeld } from '../support/stops.ts';

let scene: OpenScene;
beforeAll(async () => {
  scene = await openScene();
  await scene.product.relays[1].start();
}, 400_000);
afterAll(() => scene.close());

test('mail server away and a worker asleep at the deadline: charged all the same, mails come when it is back', async () => {
  const { product, portal } = scene;
  const [asleep] = product.workers;
  const { due, prepared } = await scene.beforeDue(async ({ zone }) => {
    const branch = await scene.open({ zone });
    return { branch, early: await branch.arrive(5) };
  });
  const { branch, early } = prepared;
  await product.servers.mails.kill();
  const late = await portal.send(await branch.letter());
  expect(late.status).toBe(201);
  await untilTime(epochOf(due.at) - 1_000);
  asleep.stop();
  const ids = [...early.map(({ id }) => id), String(late.body.id)];
  // What was handed to the one that sleeps is handed to the other one: 5 s for the task, 10 s for its own queue.
  await until('all are charged', async () => (await chargesOf(ids)).length === ids.length, 40_000);
  expect(await isTold(product)).toBe(false);
  asleep.resume();
  await product.servers.mails.start();
  // A mail is tried again after as long as the server has been away at most.
  await until('mails come', () => isTold(product), 130_000);
  expect(await violationsIn(scene)).toEqual([]);
}, 400_000);

test('the API is killed before it answers: the same key has the same result', async () => {
  const { product, portal } = scene;
  const { knex, api } = product;
  const branch = await scene.dueLater();
  const [letter] = await branch.arrive(1);
  if (!letter) throw new Error('no letter');
  await until('its life has begun', () => isTold(product));
  const lost = (command: Parameters<typeof portal.send>[0]) =>
    portal.send(command).then(String, () => 'lost');

  const committed = { ...(await branch.letter()), key: randomUUID() };
  const first = await withCommitsHeld(knex, async (held) => {
    const sent = lost(committed);
    await until('the letter is at its COMMIT', async () => (await held.waiting()) === 1);
    api.stop();
    return { sent };
  });
  await api.kill();
  const decided = { ...branch.decision(letter, pickUp), key: randomUUID() };
  await api.start();
  const second = await withCommitsHeld(knex, async (held) => {
    const sent = lost(decided);
    await until('the decision is at its COMMIT', async () => (await held.waiting()) === 1);
    await api.kill();
    return { sent };
  });
  await api.start();
  const undone = { ...(await branch.letter()), key: randomUUID() };
  const third = await withChainsHeld(knex, [branch.ground.companyId], async (held) => {
    const sent = lost(undone);
    await until('the letter is before its event', async () => (await held.waiting()) === 1);
    await api.kill();
    return { sent };
  });
  await api.start();
  expect(await Promise.all([first.sent, second.sent, third.sent])).toEqual(['lost', 'lost', 'lost']);

  for (const command of [committed, undone]) expect((await portal.insist(command)).status).toBe(201);
  expect(await portal.insist(decided)).toMatchObject({ status: 200, body: { version: 2, stage: 'pick-up' } });
  const rows: unknown[] = await knex('mail_items')
    .where({ company_id: branch.ground.companyId })
    .select('id');
  expect(rows.length).toBe(3);
  expect(await violationsIn(scene)).toEqual([]);
}, 400_000);

test('the workers are away when the deadline passes: what was decided before it costs nothing', async () => {
  const { product, portal } = scene;
  const strict = { lateness: { toleranceMinutes: 0.1, graceHours: 24 } };
  const { due, prepared } = await scene.beforeDue(async ({ zone }) => {
    const branch = await scene.open({ zone });
    const prompt = await scene.open({ zone, policy: strict });
    return { branch, prompt, letters: [...(await branch.arrive(2)), ...(await prompt.arrive(2))] };
  });
  const { branch, prompt, letters } = prepared;
  const [decided, left, inTime, waiting] = letters;
  if (!decided || !left || !inTime || !waiting) throw new Error('no letters');
  await untilTime(epochOf(due.at) - 4_000);
  await Promise.all(product.workers.map((worker) => worker.kill()));
  const command = { ...branch.decision(decided, forwardNow), key: randomUUID() };
  const refused = await portal.send(command);
  expect(Date.now()).toBeGreaterThan(epochOf(due.at));
  expect(refused).toMatchObject({ status: 503, body: { reason: 'service.temporal-away' } });
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  await Promise.all(product.workers.map((worker) => worker.start()));
  expect(await portal.insist(command)).toMatchObject({ status: 200, body: { version: 2, costCents: 0 } });
  // Where six seconds are too late, the customer is given a day: what is decided in it counts from the deadline.
  await until('the time given is told', async () => (await graceOf([inTime, waiting])).length === 2);
  expect(await portal.insist(prompt.decision(inTime, forwardNow, 2))).toMatchObject({ status: 200 });
  expect(await violationsIn(scene)).toEqual([]);
  expect(await chargesOf(letters.map(({ id }) => id))).toEqual([left.id]);
}, 400_000);

async function graceOf(letters: readonly Letter[]): Promise<string[]> {
  const ids = letters.map(({ id }) => id);
  const about = scene.product.knex('events').where({ kind: 'mail-item.storage-late' });
  return about.whereIn('subject_id', ids).pluck('subject_id');
}

async function chargesOf(ids: readonly string[]): Promise<string[]> {
  const { knex } = scene.product;
  return knex('ledger_transactions')
    .where({ kind: 'storage' })
    .whereIn('subject_id', ids)
    .orderBy('id')
    .pluck('subject_id');
}
