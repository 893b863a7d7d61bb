/** When new documents are told, by cases (IP-09, UP-13). */
import { expect, test } from '@jest/globals';
import { decidedDocumentPolicy } from '../../domain/document-policy.ts';
import type { DocumentNotice, Frequency } from '../../domain/document-notice.ts';
import {
  changeFrequency,
  closeNotice,
  noticeDueAt,
  noticeTerms,
  planForNotice,
} from '../../domain/document-notice.ts';
import { isActDue } from '../../domain/next-act.ts';

const termsIn = (zone: string) => noticeTerms({ ...decidedDocumentPolicy, version: 1, zone });
const brussels = termsIn('Europe/Brussels');

test.each<[string, Frequency, string, string]>([
  [
    'at once: with what comes in a quarter of an hour',
    'at-once',
    '2027-02-02T14:00:00.000Z',
    '2027-02-02T14:15:00.000Z',
  ],
  ['daily: the next morning at seven', 'daily', '2027-02-02T14:00:00.000Z', '2027-02-03T06:00:00.000Z'],
  ['daily, in the night: the same morning', 'daily', '2027-02-02T23:30:00.000Z', '2027-02-03T06:00:00.000Z'],
  ['daily, at seven sharp: tomorrow', 'daily', '2027-02-03T06:00:00.000Z', '2027-02-04T06:00:00.000Z'],
  [
    'daily, over the change to summer time: at seven on the clock',
    'daily',
    '2027-03-27T20:00:00.000Z',
    '2027-03-28T05:00:00.000Z',
  ],
  [
    'daily, over the change to winter time: at seven on the clock',
    'daily',
    '2027-10-30T20:00:00.000Z',
    '2027-10-31T06:00:00.000Z',
  ],
  ['weekly, on a Tuesday: next Monday', 'weekly', '2027-02-02T14:00:00.000Z', '2027-02-08T06:00:00.000Z'],
  [
    'weekly, on Monday before seven: at seven',
    'weekly',
    '2027-02-08T05:00:00.000Z',
    '2027-02-08T06:00:00.000Z',
  ],
  [
    'weekly, on Monday after seven: in a week',
    'weekly',
    '2027-02-08T06:00:00.001Z',
    '2027-02-15T06:00:00.000Z',
  ],
])('%s', (_words, frequency, openedAt, expected) => {
  expect(noticeDueAt(frequency, openedAt, brussels)).toBe(expected);
});

test('an hour that a clock skips is the next one there is', () => {
  const terms = { ...termsIn('Africa/Cairo'), hour: '00:30' };
  // In Cairo 30 Apr 2027 begins at one o'clock.
  expect(noticeDueAt('daily', '2027-04-29T12:00:00.000Z', terms)).toBe('2027-04-29T22:30:00.000Z');
});

const notice: DocumentNotice = {
  ...{ id: 'n', brand: 'b', terms: brussels, version: 1, frequency: 'daily', closed: null },
  ...{ openedAt: '2027-02-02T14:00:00.000Z', dueAt: '2027-02-03T06:00:00.000Z' },
};

test('another frequency counts from when the gathering began, and may be due at once', () => {
  const soon = changeFrequency(notice, 'at-once');
  expect([soon.frequency, soon.dueAt, soon.version]).toEqual(['at-once', '2027-02-02T14:15:00.000Z', 2]);
  expect(isActDue(planForNotice(soon), 'tell', '2027-02-02T20:00:00.000Z')).toBe(true);
  expect(isActDue(planForNotice(notice), 'tell', '2027-02-02T20:00:00.000Z')).toBe(false);
});

test.each([
  [3, 'told'],
  [0, 'nothing-left'],
])('with %i documents left it ends as %s, and then nothing more happens', (left, outcome) => {
  const closed = closeNotice(notice, left, notice.dueAt);
  expect([closed.closed?.outcome, planForNotice(closed)]).toEqual([outcome, null]);
});
