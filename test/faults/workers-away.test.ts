/**
 * Mail server away, API killed before it answers, workers away or asleep at a deadline; two relays all the time
 * (quality.md: F01, F03, F08, F38).
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { epochOf } from '../../domain/calendar.ts';
import { violationsIn } from '../support/invariants.ts';
import { isTold } from '../support/invariants/lives.ts';
import { forwardNow, pickUp } from '../support/mail-items.ts';
import type { OpenScene } from '../support/scene.ts';
import { openScene } from '../support/scene.ts';
import { until, untilTime } from '../support/wait.ts';
import { withChainsHeld, withCommitsHeld } from './stops.ts';

let scene: OpenScene;
beforeAll(async () => {
  scene = await openScene();
  await scene.product.relays[1].start();
}, 180_000);
afterAll(() => scene.close(), 60_000);

test('the mail server is away at the deadline: charged on time, and the mails come once it is back', async () => {
  const { product, portal } = scene;
  const { branch, due } = await scene.dueSoon(12);
  const [early] = await branch.arrive(1);
  await product.servers.mails.kill();
  const late = await portal.send(await branch.letter());
  expect(late.status).toBe(201);
  await untilTime(due.at);
  const charged = () => chargesOf([early?.id ?? '', late.body.id]);
  await until('both are charged', async () => (await charged()).length === 2, 5_000);
  expect(await isTold(product)).toBe(false);
  await product.servers.mails.start();
  expect(await violationsIn(scene)).toEqual([]);
}, 180_000);

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
}, 180_000);

test('the workers are away when the deadline passes: what was decided before it costs nothing', async () => {
  const { product, portal } = scene;
  const [worker, zombie] = product.workers;
  const { branch, due } = await scene.dueSoon(20);
  const [decided, left] = await branch.arrive(2);
  if (!decided || !left) throw new Error('no letters');
  await until('their lives have begun', () => isTold(product));
  await untilTime(epochOf(due.at) - 4_000);
  await worker.kill();
  zombie.stop();
  const command = { ...branch.decision(decided, forwardNow), key: randomUUID() };
  const refused = await portal.send(command);
  expect(Date.now()).toBeGreaterThan(epochOf(due.at));
  expect(refused).toMatchObject({ status: 503, body: { reason: 'service.temporal-away' } });
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  zombie.resume();
  await worker.start();
  expect(await portal.insist(command)).toMatchObject({ status: 200, body: { version: 2, costCents: 0 } });
  expect(await violationsIn(scene)).toEqual([]);
  expect(await chargesOf([decided.id, left.id])).toEqual([left.id]);
}, 180_000);

async function chargesOf(ids: readonly string[]): Promise<string[]> {
  const { knex } = scene.product;
  return knex('ledger_transactions')
    .where({ kind: 'storage' })
    .whereIn('subject_id', ids)
    .orderBy('id')
    .pluck('subject_id');
}
