import { expect, test } from '@jest/globals';
import { checkReceivedAt } from '../../domain/intake.ts';
import { checkBegin } from '../../domain/site-task.ts';
import { decided, livedUntil, pickUp } from '../support/mail-items.ts';

const now = '2027-02-02T14:00:00.000Z';

test.each([
  ['an hour ago', '2027-02-02T13:00:00.000Z', { ok: true }],
  ['just now', now, { ok: true }],
  ['five minutes ahead of our clock', '2027-02-02T14:05:00.000Z', { ok: true }],
  [
    'later than that',
    '2027-02-02T14:05:00.001Z',
    { reason: 'intake.future-date', kind: 'value', details: { field: 'receivedAt', latest: now } },
  ],
])('paper that came %s', (_when, receivedAt, expected) => {
  expect(checkReceivedAt(receivedAt, now)).toMatchObject(expected);
});

test.each([
  ['the task that was seen', { kind: 'hand-over', dueOn: '2027-02-02' }, { ok: true }],
  ['another kind', { kind: 'ship', dueOn: '2027-02-02' }, { reason: 'task.cancelled' }],
  ['another day', { kind: 'hand-over', dueOn: '2027-02-03' }, { reason: 'task.cancelled' }],
] as const)('what is begun is %s', (_what, seen, expected) => {
  const item = livedUntil(decided(pickUp, now), now);
  expect(checkBegin(item, '2027-02-02T15:00:00.000Z', seen)).toMatchObject(expected);
});
