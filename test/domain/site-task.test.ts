import type { MailItem } from '../../domain/mail-item.ts';
import { stageFor } from '../../domain/mail-item.ts';
import { planFor } from '../../domain/plan.ts';
import { beginTask, checkBegin, checkComplete, checkFail } from '../../domain/site-task.ts';
import { checkTaskOpen, completeTask } from '../../domain/site-task.ts';
import { begun, decided, destroy, forwardNow, keepUntil } from '../support/mail-items.ts';
import { livedUntil, mailItem, pickUp } from '../support/mail-items.ts';

/** Wed 3 Feb 2027, 10:00 in Brussels; the cut-off is at 14:00 in UTC. */
const wednesday = '2027-02-03T09:00:00.000Z';
const cutOff = '2027-02-03T14:00:00.000Z';
const shipping = begun(decided(forwardNow, wednesday), cutOff);
const heavy = mailItem({ weightGrams: 5000 });
const ended = livedUntil(mailItem(), '2027-05-12T09:00:00.000Z');
const unreleased = decided(forwardNow, wednesday);
const destruction = decided(destroy, wednesday);

test.each<[string, MailItem, string, string | null]>([
  ['a shipment before the cut-off', unreleased, '2027-02-03T13:59:59.999Z', 'task.too-early'],
  ['a shipment whose address is not fixed yet', unreleased, cutOff, 'task.too-early'],
  ['a shipment at the cut-off', livedUntil(unreleased, cutOff), cutOff, null],
  [
    'a destruction in the time to change one’s mind',
    destruction,
    '2027-02-04T22:59:59.999Z',
    'task.too-early',
  ],
  ['a destruction after it', destruction, '2027-02-04T23:00:00.000Z', null],
  ['a hand-over at once', decided(pickUp, wednesday), wednesday, null],
  ['a review', ended, '2027-05-12T10:00:00.000Z', null],
  ['a task begun already', shipping, cutOff, 'task.begun'],
  ['a task cancelled meanwhile', decided(keepUntil('2027-02-10'), wednesday), cutOff, 'task.cancelled'],
  [
    'a shipment without a price',
    livedUntil(decided(forwardNow, wednesday, heavy), cutOff),
    cutOff,
    'task.quote-not-accepted',
  ],
  [
    'a shipment whose address was taken away',
    { ...livedUntil(unreleased, cutOff), destinationCountry: null },
    cutOff,
    'forwarding.no-address',
  ],
])('the site begins %s', (_case, item, at, reason) => {
  expect(checkBegin(item, at)).toMatchObject(
    reason === null ? { ok: true } : { ok: false, kind: 'state', reason },
  );
});

test.each([
  ['the task that was seen', { kind: 'destroy', dueOn: '2027-02-05' }, { ok: true }],
  ['another kind', { kind: 'hand-over', dueOn: '2027-02-05' }, { reason: 'task.cancelled' }],
  ['another day', { kind: 'destroy', dueOn: '2027-02-04' }, { reason: 'task.cancelled' }],
] as const)('the site begins what it has before it: %s', (_case, seen, expected) => {
  expect(checkBegin(destruction, '2027-02-05T09:00:00.000Z', seen)).toMatchObject(expected);
});

test('a site that is too early is told from when', () => {
  const details = { changeableUntil: '2027-02-04T23:00:00.000Z' };
  expect(checkBegin(destruction, wednesday)).toMatchObject({ details });
});

test('from the beginning on, no storage is charged: a hand-over begun after the window that takes days', () => {
  const waiting = decided(pickUp, '2027-02-09T09:00:00.000Z');
  const item = begun(waiting, '2027-02-25T10:00:00.000Z');
  expect(item).toMatchObject({ costCents: 50, task: { state: 'begun' } });
  expect(stageFor(item)).toBe('in-hand');
  expect(planFor(item).filter(({ by }) => by === 'timer')).toEqual([]);
});

const happened = '2027-02-03T15:00:00.000Z';
const reviewing = begun(ended, '2027-05-12T10:00:00.000Z');

test.each<[string, MailItem, string, 'forwarded' | 'handed-over' | 'destroyed' | null, object]>([
  ['begun, just now', shipping, happened, null, { ok: true }],
  ['five minutes ahead of our clock', shipping, '2027-02-03T15:05:00.000Z', null, { ok: true }],
  [
    'later than that',
    shipping,
    '2027-02-03T15:05:00.001Z',
    null,
    { reason: 'task.completed-in-future', details: { field: 'happenedAt', latest: happened } },
  ],
  [
    'before the paper arrived',
    shipping,
    '2027-02-02T13:59:59.999Z',
    null,
    { reason: 'task.completed-before-arrival', details: { zone: shipping.site.zone } },
  ],
  ['not begun', unreleased, happened, null, { kind: 'state', reason: 'task.not-begun' }],
  ['nothing to do', mailItem(), happened, null, { kind: 'state', reason: 'task.not-begun' }],
  ['a review without its outcome', reviewing, happened, null, { reason: 'task.review-outcome' }],
  [
    'a review never ends in destruction',
    reviewing,
    happened,
    'destroyed',
    { details: { field: 'outcome', allowed: ['forwarded', 'handed-over'] } },
  ],
  ['a review that ends in a hand-over', reviewing, happened, 'handed-over', { ok: true }],
])('completion: %s', (_case, item, happenedAt, outcome, expected) => {
  expect(checkComplete(item, happenedAt, outcome, happened)).toMatchObject(expected);
});

test.each([
  ['the task reported on', { kind: 'ship', dueOn: '2027-02-03' }, { ok: true }],
  ['another kind', { kind: 'destroy', dueOn: '2027-02-03' }, { reason: 'task.cancelled' }],
  ['another day', { kind: 'ship', dueOn: '2027-02-04' }, { reason: 'task.cancelled' }],
] as const)('a report is about the task that was seen: %s', (_case, seen, expected) => {
  expect(checkComplete(shipping, happened, null, happened, seen)).toMatchObject(expected);
  expect(checkFail(shipping, seen)).toMatchObject(expected);
});

test.each([
  ['planned', null],
  ['begun', null],
  ['done', 'task.done'],
  ['failed', 'task.failed'],
  ['cancelled', 'task.cancelled'],
] as const)('a task that is %s can be worked on: %s', (state, reason) => {
  expect(checkTaskOpen(state)).toMatchObject(reason === null ? { ok: true } : { kind: 'state', reason });
});

test.each([
  ['a shipment: handling and postage of the policy', shipping, null, 'forwarded', 'left', 282],
  [
    'a hand-over: free',
    begun(decided(pickUp, wednesday), happened),
    null,
    'handed-over',
    'handed-over',
    null,
  ],
  [
    'a destruction: free',
    begun(destruction, '2027-02-05T09:00:00.000Z'),
    null,
    'destroyed',
    'destroyed',
    null,
  ],
  ['a review: free', reviewing, 'forwarded' as const, 'forwarded', 'left', null],
])('completion ends the life: %s', (_case, item, asked, outcome, notice, feeCents) => {
  const done = completeTask(item, '2027-05-13T09:00:00.000Z', asked, 0);
  expect(done).toMatchObject({ feeCents, charges: [] });
  expect(done.item).toMatchObject({ task: null, closed: { outcome, at: '2027-05-13T09:00:00.000Z' } });
  expect(done.item.costCents).toBe(item.costCents + (feeCents ?? 0));
  expect(done.item.toTell.at(-1)?.kind).toBe(notice);
  expect(planFor(done.item)).toEqual([]);
});

test('a pick-up recorded late: storage from the hand-over on is reversed', () => {
  const waiting = begun(decided(pickUp, '2027-02-09T09:00:00.000Z'), '2027-02-27T10:00:00.000Z');
  expect(waiting.costCents).toBe(50);
  const done = completeTask(waiting, '2027-02-20T10:00:00.000Z', null, 50);
  expect(done.reverseFrom).toBe('2027-02-20T10:00:00.000Z');
  expect(done.item.costCents).toBe(0);
});

test('there is nothing to begin or to complete without a task', () => {
  expect(() => beginTask(mailItem(), wednesday)).toThrow('no task to begin');
  expect(() => completeTask(mailItem(), wednesday, null, 0)).toThrow('no task to complete');
});
