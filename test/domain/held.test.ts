import { decisionDueAt } from '../../domain/storage.ts';
import { begun, decided, destroy, forwardNow, forwardOn, keepUntil } from '../support/mail-items.ts';
import { livedUntil, mailItem, pickUp } from '../support/mail-items.ts';

/** In Brussels: Wed 17 Feb, 24 Feb 2027, 00:00. */
const first = '2027-02-16T23:00:00.000Z';
const second = '2027-02-23T23:00:00.000Z';

const store = mailItem({ primaryOption: 'store' });

/** Received on Tue 9 Feb, before anything was due; the second period starts on Wed 24 Feb. */
const early = '2027-02-09T09:00:00.000Z';

test.each([
  ['undecided', mailItem(), [1, 2, 3, 4]],
  ['a box that stores, undecided', store, [1, 2, 3, 4]],
  ['kept until the end of storage', decided(keepUntil('2027-05-11'), early), [1, 2, 3, 4]],
  ['kept until 20 Feb, then undecided again', decided(keepUntil('2027-02-20'), early), [1, 2, 3, 4]],
  ['forward now', decided(forwardNow, early), []],
  ['forward now, received exactly when the first period starts', decided(forwardNow, first), []],
  [
    'forward now, a millisecond after: that period stays charged',
    decided(forwardNow, '2027-02-16T23:00:00.001Z'),
    [1],
  ],
  ['destroy', decided(destroy, early), []],
  ['destroy, received exactly when the first period starts', decided(destroy, first), []],
  ['forward on a date before the due day', decided(forwardOn('2027-02-12'), early), []],
  ['forward on the day the second period starts', decided(forwardOn('2027-02-24'), early), [1]],
  ['forward on the day after', decided(forwardOn('2027-02-25'), early), [1, 2]],
  ['pick up: the collection window ends as the second period starts', decided(pickUp, early), [2, 3, 4]],
  ['pick up a day later: the window covers that start', decided(pickUp, '2027-02-10T09:00:00.000Z'), [3, 4]],
  ['free days after a failure until 24 Feb 00:00', mailItem({ freeUntil: second }), [2, 3, 4]],
  [
    'kept in the free days after a failure',
    decided(keepUntil('2027-05-11'), early, mailItem({ freeUntil: second })),
    [2, 3, 4],
  ],
  ['the site has begun', begun(decided(pickUp, early), '2027-02-11T09:00:00.000Z'), []],
  ['on hold', mailItem({ heldSince: early }), []],
])('charged up to the fourth period: %s', (_case, item, periods) => {
  const lived = livedUntil(item, '2027-03-09T23:00:00.000Z');
  expect(lived.costCents).toBe(periods.length * 50);
  expect(lived.chargedPeriods).toBe(periods.length);
});

test.each([
  ['forward now', forwardNow, '2027-02-25T09:00:00.000Z', 100],
  ['destroy', destroy, '2027-03-05T09:00:00.000Z', 150],
  ['forward on a date', forwardOn('2027-03-12'), '2027-02-25T09:00:00.000Z', 200],
])('a decision after the deadline is accepted and charged periods stay: %s', (_case, asked, at, cents) => {
  const item = decided(asked, at, livedUntil(mailItem(), at));
  expect(livedUntil(item, '2027-12-01T00:00:00.000Z').costCents).toBe(cents);
});

test('what passed free stays free: forwarding for weeks, then a vain pick-up over the end of storage', () => {
  const forwarding = livedUntil(decided(forwardNow, early), '2027-04-28T09:00:00.000Z');
  const collecting = decided(pickUp, '2027-04-28T09:00:00.000Z', forwarding);
  const over = livedUntil(collecting, '2027-12-01T00:00:00.000Z');
  expect(over).toMatchObject({
    costCents: 0,
    storageEndedAt: '2027-05-13T22:00:00.000Z',
    task: { kind: 'review' },
  });
});

test.each([
  ['undecided: the due instant', mailItem(), first],
  ['decided', decided(keepUntil('2027-03-01'), early), null],
  ['a box that stores', store, null],
  ['in the second period', livedUntil(mailItem(), '2027-02-18T00:00:00.000Z'), null],
  [
    'kept until before the due day, undecided again',
    livedUntil(decided(keepUntil('2027-02-12'), early), '2027-02-12T23:00:00.000Z'),
    first,
  ],
  ['free days after a failure: the first period after them', mailItem({ freeUntil: second }), second],
])('to be decided by: %s', (_case, item, due) => {
  expect(decisionDueAt(item)).toBe(due);
});
