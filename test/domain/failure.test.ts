/** Site failure and missing address: the customer is asked, seven days are free, staff look at what is left over. */
import { planFor } from '../../domain/plan.ts';
import { checkFail, reopenAfterFailure } from '../../domain/site-task.ts';
import {
  begun,
  decided,
  forwardNow,
  forwardOn,
  livedUntil,
  mailItem,
  pickUp,
} from '../support/mail-items.ts';

/** Wed 3 Feb 2027, 10:00 in Brussels; the cut-off is at 14:00 in UTC. */
const wednesday = '2027-02-03T09:00:00.000Z';
const cutOff = '2027-02-03T14:00:00.000Z';
const shipping = begun(decided(forwardNow, wednesday), cutOff);
const ended = livedUntil(mailItem(), '2027-05-12T09:00:00.000Z');

test.each([
  [
    'before the due day: nothing changes for storage',
    '2027-02-04T09:00:00.000Z',
    '2027-02-11T23:00:00.000Z',
    '2027-02-16T23:00:00.000Z',
  ],
  [
    'so that they end on the due day: charged then',
    '2027-02-09T09:00:00.000Z',
    '2027-02-16T23:00:00.000Z',
    '2027-02-16T23:00:00.000Z',
  ],
  [
    'over the due day: the first period is free',
    '2027-02-12T09:00:00.000Z',
    '2027-02-19T23:00:00.000Z',
    '2027-02-23T23:00:00.000Z',
  ],
])('seven free days after a failure, %s', (_case, at, freeUntil, firstCharge) => {
  const { item } = reopenAfterFailure(shipping, at, 'damaged');
  expect(item).toMatchObject({ decision: null, task: null, freeUntil, undecidedSince: at });
  expect(planFor(item).find(({ kind }) => kind === 'charge-storage')?.at).toBe(firstCharge);
  expect(item.toTell.at(-1)?.kind).toBe('forwarding-failed');
});

test('the failure is told with its reason; only what was begun can fail', () => {
  const failed = reopenAfterFailure(shipping, cutOff, 'carrier-refused');
  expect(failed.event).toMatchObject({ kind: 'task-failed', facts: { reason: 'carrier-refused' } });
  expect(checkFail(shipping)).toEqual({ ok: true });
  expect(checkFail(decided(forwardNow, wednesday))).toMatchObject({ reason: 'task.not-begun' });
});

test('a failure over the end of storage: staff look at it after the free days', () => {
  const item = decided(
    forwardOn('2027-05-11'),
    '2027-05-10T09:00:00.000Z',
    livedUntil(mailItem(), '2027-05-10T09:00:00.000Z'),
  );
  const failed = reopenAfterFailure(
    begun(item, '2027-05-12T09:00:00.000Z'),
    '2027-05-13T09:00:00.000Z',
    'other',
  ).item;
  expect(planFor(failed)).toMatchObject([{ kind: 'end-storage', at: '2027-05-20T22:00:00.000Z' }]);
  expect(livedUntil(failed, '2027-05-21T00:00:00.000Z').task?.kind).toBe('review');
});

test('a pick-up that nobody came for after storage had ended: staff look at it again', () => {
  const item = decided(pickUp, '2027-05-12T10:00:00.000Z', ended);
  expect(livedUntil(item, '2027-05-27T22:00:00.000Z')).toMatchObject({
    decision: null,
    task: { kind: 'review' },
  });
});

test('a failure when storage had ended already: staff look at it at once', () => {
  const item = begun(decided(forwardNow, '2027-05-12T10:00:00.000Z', ended), '2027-05-12T13:00:00.000Z');
  const failed = reopenAfterFailure(item, '2027-05-12T14:00:00.000Z', 'other').item;
  expect(failed.task).toEqual({ kind: 'review', dueOn: '2027-05-12', state: 'planned' });
  expect(planFor(failed)).toEqual([]);
});
