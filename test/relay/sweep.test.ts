import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createWaker } from '../../relay/wake.ts';
import { sweep } from '../../relay/sweep.ts';
import { decided, work } from '../api/site-tasks/tasks.ts';
import type { LivingWorld } from '../support/living-world.ts';
import { createLivingWorld } from '../support/living-world.ts';
import { until } from '../support/wait.ts';

let world: LivingWorld;
beforeAll(async () => {
  world = await createLivingWorld();
  // What the demo gave its router lives before anything is swept.
  await world.wakeAll();
});
afterAll(() => world.close(), 60_000);

const swept = () => {
  const { client, knex, deps, taskQueue } = world;
  return sweep({ client, knex, waker: createWaker({ client, knex, taskQueue }), clock: deps.clock });
};
const restartsOf = (id: string) =>
  world.knex('events').where({ kind: 'mail-item.restarted', subject_id: id }).pluck('id');

const runs = async (itemId: string) =>
  (await world.client.workflow.getHandle(`mail-item/${itemId}`).describe()).status.name;

test('a life whose start is still owed is not missing: it begins by its event, and nobody is told of a restart', async () => {
  const { itemId } = await world.arrive();
  expect(await swept()).toEqual([]);
  await world.wakeAll();
  expect(await runs(itemId)).toBe('RUNNING');
  expect(await restartsOf(itemId)).toEqual([]);
});

test('a life that is missing is started once, with one event; one that runs is left alone', async () => {
  const { itemId } = await world.arrive();
  // Its event was done with, and the engine has lost it since.
  await world.knex('events').where({ life_id: itemId }).update({ wake_done_at: new Date() });
  expect(await swept()).toEqual([`mail-item/${itemId}`]);
  expect(await swept()).toEqual([]);
  expect(await restartsOf(itemId)).toHaveLength(1);
});

test('a life that has ended well is not said to be started again', async () => {
  const { itemId, taskId } = await decided(world, { kind: 'pick-up' });
  await work(world, taskId, 'begin');
  const report = { kind: 'hand-over', happenedAt: world.deps.clock(), collectedBy: 'An' };
  await work(world, taskId, 'completion', report);
  const life = world.client.workflow.getHandle(`mail-item/${itemId}`);
  await until('the life is over', async () => (await life.describe()).status.name === 'COMPLETED');
  await world.knex('mail_items').where({ id: itemId }).update({ closed_at: null });
  expect(await swept()).toEqual([]);
  expect(await restartsOf(itemId)).toEqual([]);
});
