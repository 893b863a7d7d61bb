/** The daily sweep on a schedule of the dev server: kept once, fired twice, one review (F55). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { LivingWorld } from '../support/living-world.ts';
import { createLivingWorld } from '../support/living-world.ts';
import { until } from '../support/wait.ts';
import { keepSchedules, scheduleId } from '../../workers/schedules.ts';

let world: LivingWorld;
beforeAll(async () => {
  world = await createLivingWorld();
}, 120_000);
afterAll(async () => {
  for (const sweep of ['accessReviewSweep', 'retentionSweep'])
    await world.client.schedule.getHandle(scheduleId(sweep, world.taskQueue)).delete();
  await world.close();
});

test('two workers keep one schedule; a pause stays; fired twice it begins one review a company', async () => {
  const { client, knex, taskQueue } = world;
  await keepSchedules(client, taskQueue);
  const handle = client.schedule.getHandle(scheduleId('accessReviewSweep', taskQueue));
  await handle.pause('operations are at work');
  await keepSchedules(client, taskQueue);
  const { spec, state, action, policies } = await handle.describe();
  expect([state.paused, action.workflowType, policies.overlap]).toEqual([true, 'accessReviewSweep', 'SKIP']);
  expect([spec.calendars?.[0]?.hour, spec.calendars?.[0]?.minute]).toEqual([
    [{ start: 3, end: 3, step: 1 }],
    [{ start: 10, end: 10, step: 1 }],
  ]);
  await handle.unpause();

  await knex('policy_sets').update({ effective_from_at: new Date('2020-01-01T00:00:00Z') });
  await knex('grants').update({ granted_at: new Date('2020-06-01T10:00:00Z') });
  const sweeps = async () => (await handle.describe()).info.recentActions.length;
  await handle.trigger();
  await until('the first sweep has begun reviews', async () => (await open()).length > 0, 60_000);
  await until('it is told', async () => (await sweeps()) === 1, 60_000);
  const first = await settled();
  await handle.trigger();
  await until('the second sweep has run', async () => (await sweeps()) === 2, 60_000);
  expect(await settled()).toEqual(first);
  const companies = new Set(first.map(({ company_id: id }) => id));
  expect(companies.size).toBe(first.length);
}, 120_000);

test('the sweep of retention has a schedule of its own, half an hour later', async () => {
  const { client, taskQueue } = world;
  await keepSchedules(client, taskQueue);
  const handle = client.schedule.getHandle(scheduleId('retentionSweep', taskQueue));
  const { spec, action } = await handle.describe();
  const [calendar] = spec.calendars ?? [];
  expect([action.workflowType, calendar?.hour, calendar?.minute]).toEqual([
    'retentionSweep',
    [{ start: 3, end: 3, step: 1 }],
    [{ start: 40, end: 40, step: 1 }],
  ]);
  await handle.trigger();
  await until('it has run', async () => (await handle.describe()).info.recentActions.length === 1, 60_000);
}, 120_000);

interface Row {
  readonly id: string;
  readonly company_id: string;
}
const open = () => world.knex('access_reviews').orderBy('id').select<Row[]>('id', 'company_id');

/** Once no sweep is at work any more. */
async function settled(): Promise<readonly Row[]> {
  const running = async () => {
    const query = `TaskQueue = '${world.taskQueue}' AND WorkflowType = 'accessReviewSweep' AND ExecutionStatus = 'Running'`;
    return (await world.client.workflow.count(query)).count;
  };
  await until('no sweep is at work', async () => (await running()) === 0, 60_000);
  return open();
}
