/** Each event of a history is paid for again at every replay and kept for 90 days: as few as the job allows (P7). */
import type { ObjectStore } from '../../platform/object-store.ts';
import { belgianSite, fourteenDays } from '../support/mail-items.ts';
import type { Teller } from '../support/stories.ts';
import { openTeller, publish } from '../support/stories.ts';

let teller: Teller;

beforeAll(async () => {
  teller = await openTeller({} as ObjectStore);
});
afterAll(() => teller.close());

const house = (box: object = {}) =>
  teller.house({ policy: fourteenDays, site: belgianSite, box: { ...box } });
const counted = async (history: Promise<readonly string[]>) =>
  (await history).map((type) => type.replace('EVENT_TYPE_', '').toLowerCase());

const workflowTask = ['workflow_task_scheduled', 'workflow_task_started', 'workflow_task_completed'];
const mail = ['activity_task_started', 'activity_task_completed'];

test('the bare wait, in a box whose arrivals are silent, costs 5 events', async () => {
  const silent = await house({ notifies_arrivals: false });
  const letter = await publish(teller, silent, '2032-02-03T14:00:00.000Z');
  expect(await counted(letter.history())).toEqual([
    'workflow_execution_started',
    ...workflowTask,
    'timer_started',
  ]);
});

test('with the arrival mail 11', async () => {
  const letter = await publish(teller, await house(), '2032-02-03T15:00:00.000Z');
  expect(await counted(letter.history())).toEqual([
    'workflow_execution_started',
    ...workflowTask,
    'activity_task_scheduled',
    'timer_started',
    ...mail,
    ...workflowTask,
  ]);
});

test('a reminder costs 12: its timer, a marker, the mail, and the next timer; nothing new is said of the life', async () => {
  const letter = await publish(teller, await house(), '2032-02-03T16:00:00.000Z');
  await teller.until('2032-02-14T22:59:00.000Z');
  const before = (await letter.history()).length;
  await teller.until('2032-02-14T23:02:00.000Z');
  expect((await counted(letter.history())).slice(before)).toEqual([
    'timer_fired',
    ...workflowTask,
    'marker_recorded',
    'activity_task_scheduled',
    'timer_started',
    ...mail,
    ...workflowTask,
  ]);
});

test('a whole life with one decision and completion', async () => {
  const letter = await publish(teller, await house(), '2032-03-01T09:00:00.000Z');
  await letter.history();
  await letter.decide({ kind: 'forward-now', manner: 'standard' });
  await teller.until('2032-03-01T14:02:00.000Z');
  await letter.command('beginTask', {});
  await letter.command('completeTask', { happenedAt: '2032-03-01T14:00:01.000Z', outcome: null });
  await letter.result();
  const update = [
    'workflow_execution_update_accepted',
    'marker_recorded',
    'workflow_execution_update_completed',
  ];
  const standing = 'upsert_workflow_search_attributes';
  const events = await counted(letter.history());
  expect(events.slice(11)).toEqual([
    // decided: the timer moves from the due instant to the cut-off
    ...[...workflowTask, ...update, standing, 'timer_started', 'timer_canceled'],
    // released at the cut-off
    ...['timer_fired', ...workflowTask, 'marker_recorded', standing],
    // begun
    ...[...workflowTask, ...update, standing],
    // completed, the mail that it left
    ...[...workflowTask, ...update, 'activity_task_scheduled', standing, ...mail],
    ...[...workflowTask, 'workflow_execution_completed'],
  ]);
  expect(events).toHaveLength(47);
});
