import type { Policy } from '../../domain/policy.ts';
import { planFor } from '../../domain/plan.ts';
import { lastStorageDay, periodStart, storageEndsAt } from '../../domain/storage.ts';
import {
  belgianSite,
  dutchSite,
  fourteenDays,
  livedUntil,
  mailItem,
  sevenDays,
} from '../support/mail-items.ts';

const cairo: Policy = { ...fourteenDays, zone: 'Africa/Cairo' };

/** 00:00 in Brussels of the first days of the twelve periods of the worked example, and of the day after the last. */
const grid = [
  '2027-02-16T23:00:00.000Z',
  '2027-02-23T23:00:00.000Z',
  '2027-03-02T23:00:00.000Z',
  '2027-03-09T23:00:00.000Z',
  '2027-03-16T23:00:00.000Z',
  '2027-03-23T23:00:00.000Z',
  '2027-03-30T22:00:00.000Z',
  '2027-04-06T22:00:00.000Z',
  '2027-04-13T22:00:00.000Z',
  '2027-04-20T22:00:00.000Z',
  '2027-04-27T22:00:00.000Z',
  '2027-05-04T22:00:00.000Z',
  '2027-05-11T22:00:00.000Z',
];

test('the worked example: due Wed 17 Feb 2027 00:00, twelve periods, over Wed 12 May 2027 00:00, last day 11 May', () => {
  const item = mailItem();
  expect(item.dueAt).toBe('2027-02-16T23:00:00.000Z');
  expect(grid.map((_start, index) => periodStart(item, index + 1))).toEqual(grid);
  expect(storageEndsAt(item)).toBe('2027-05-11T22:00:00.000Z');
  expect(lastStorageDay(item)).toBe('2027-05-11');
});

test.each([
  ['7 days, Netherlands', { policy: sevenDays, site: dutchSite }, '2027-02-09T23:00:00.000Z', '2027-05-04'],
  [
    'the site in another zone changes nothing',
    { site: { ...belgianSite, zone: 'America/New_York' } },
    grid[0],
    '2027-05-11',
  ],
  [
    'due at a midnight that does not exist',
    { policy: cairo, publishedAt: '2027-04-15T10:00:00.000Z' },
    '2027-04-29T22:00:00.000Z',
    '2027-07-22',
  ],
  ['over 29 February', { publishedAt: '2028-01-31T12:00:00.000Z' }, '2028-02-14T23:00:00.000Z', '2028-05-08'],
  [
    'over the end of the year',
    { policy: sevenDays, publishedAt: '2027-12-27T12:00:00.000Z' },
    '2028-01-03T23:00:00.000Z',
    '2028-03-27',
  ],
])('due and last day of storage: %s', (_case, facts, dueAt, lastDay) => {
  const item = mailItem(facts);
  expect(item.dueAt).toBe(dueAt);
  expect(lastStorageDay(item)).toBe(lastDay);
});

test('a period that starts in the 23-hour gap of Cairo is charged at 01:00, the next again at midnight', () => {
  const item = mailItem({ policy: cairo, publishedAt: '2027-04-15T10:00:00.000Z' });
  expect(periodStart(item, 1)).toBe('2027-04-29T22:00:00.000Z');
  expect(periodStart(item, 2)).toBe('2027-05-06T21:00:00.000Z');
});

test('never decided: twelve times 50 cents, one mail that storage has started, then staff look at it', () => {
  const item = livedUntil(mailItem(), '2028-01-01T00:00:00.000Z');
  expect(item).toMatchObject({ costCents: 600, chargedPeriods: 12, storageEndedAt: grid[12], closed: null });
  expect(item.task).toEqual({ kind: 'review', dueOn: '2027-05-12', state: 'planned' });
  expect(item.toTell.filter(({ kind }) => kind === 'storage-started')).toHaveLength(1);
  expect(planFor(item)).toEqual([]);
});

test.each([
  ['a millisecond before the first period', '2027-02-16T22:59:59.999Z', 0],
  ['at its start', '2027-02-16T23:00:00.000Z', 50],
  ['a millisecond before the second', '2027-02-23T22:59:59.999Z', 50],
  ['at the start of the second', '2027-02-23T23:00:00.000Z', 100],
  ['after the clock has changed: a millisecond before the seventh', '2027-03-30T21:59:59.999Z', 300],
  ['at the start of the seventh', '2027-03-30T22:00:00.000Z', 350],
])('charged so far, undecided, %s', (_case, at, cents) => {
  expect(livedUntil(mailItem(), at).costCents).toBe(cents);
});
