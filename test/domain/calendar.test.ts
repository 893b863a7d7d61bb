import type { Instant, Zone } from '../../domain/calendar.ts';
import {
  atLocalTime,
  dayOf,
  endOfDay,
  endOfDaysAfter,
  epochOf,
  isCalendarDay,
  localTimeOf,
  startOfDay,
} from '../../domain/calendar.ts';

const hour = 3_600_000;

test.each([
  ['an ordinary day', '2027-02-17', 'Europe/Brussels', '2027-02-16T23:00:00.000Z'],
  ['the night to summer time, before the gap', '2027-03-28', 'Europe/Brussels', '2027-03-27T23:00:00.000Z'],
  ['the day after it', '2027-03-29', 'Europe/Brussels', '2027-03-28T22:00:00.000Z'],
  ['the night to winter time', '2027-10-31', 'Europe/Amsterdam', '2027-10-30T22:00:00.000Z'],
  ['the day after it', '2027-11-01', 'Europe/Amsterdam', '2027-10-31T23:00:00.000Z'],
  ['midnight that does not exist: 01:00', '2027-04-30', 'Africa/Cairo', '2027-04-29T22:00:00.000Z'],
  ['midnight that exists in Cairo', '2027-04-29', 'Africa/Cairo', '2027-04-28T22:00:00.000Z'],
  ['a fixed offset', '2027-02-17', '+05:30', '2027-02-16T18:30:00.000Z'],
  ['a negative fixed offset', '2027-02-17', '-03:00', '2027-02-17T03:00:00.000Z'],
  ['29 February', '2028-02-29', 'Europe/Brussels', '2028-02-28T23:00:00.000Z'],
  ['the first of the year', '2028-01-01', 'Europe/Amsterdam', '2027-12-31T23:00:00.000Z'],
])('the day starts: %s', (_case, day, zone, expected) => {
  expect(startOfDay(day, zone)).toBe(expected);
});

test.each([
  ['in the gap: moves forward', '2027-03-28', '02:30', 'Europe/Brussels', '2027-03-28T01:30:00.000Z'],
  ['twice: the first', '2027-10-31', '02:30', 'Europe/Brussels', '2027-10-31T00:30:00.000Z'],
  ['in the gap: moves forward', '2027-03-28', '02:00', 'Europe/Amsterdam', '2027-03-28T01:00:00.000Z'],
  ['twice: the first', '2027-10-31', '02:59', 'Europe/Amsterdam', '2027-10-31T00:59:00.000Z'],
  [
    'in the gap at midnight: moves forward',
    '2027-04-30',
    '00:30',
    'Africa/Cairo',
    '2027-04-29T22:30:00.000Z',
  ],
  ['twice before midnight: the first', '2027-10-28', '23:30', 'Africa/Cairo', '2027-10-28T20:30:00.000Z'],
  ['once', '2027-07-21', '15:00', 'Europe/Brussels', '2027-07-21T13:00:00.000Z'],
])('a local time that comes %s: %s %s in %s', (_case, day, time, zone, expected) => {
  expect(atLocalTime(day, time, zone)).toBe(expected);
});

test.each<[string, Instant, number, Zone, Instant]>([
  [
    'the worked example: 14 days',
    '2027-02-02T14:00:00.000Z',
    14,
    'Europe/Brussels',
    '2027-02-16T23:00:00.000Z',
  ],
  ['7 days', '2027-02-02T14:00:00.000Z', 7, 'Europe/Amsterdam', '2027-02-09T23:00:00.000Z'],
  [
    'over the night to summer time',
    '2027-03-22T09:00:00.000Z',
    7,
    'Europe/Brussels',
    '2027-03-29T22:00:00.000Z',
  ],
  [
    'over the night to winter time',
    '2027-10-20T08:00:00.000Z',
    14,
    'Europe/Amsterdam',
    '2027-11-03T23:00:00.000Z',
  ],
  ['over 29 February', '2028-02-20T11:00:00.000Z', 14, 'Europe/Brussels', '2028-03-05T23:00:00.000Z'],
  ['over the end of the year', '2027-12-28T11:00:00.000Z', 7, 'Europe/Brussels', '2028-01-04T23:00:00.000Z'],
  [
    'to a midnight that does not exist',
    '2027-04-15T10:00:00.000Z',
    14,
    'Africa/Cairo',
    '2027-04-29T22:00:00.000Z',
  ],
  [
    'from the last millisecond of a day',
    '2027-02-02T22:59:59.999Z',
    7,
    'Europe/Brussels',
    '2027-02-09T23:00:00.000Z',
  ],
  [
    'from midnight, one millisecond later',
    '2027-02-02T23:00:00.000Z',
    7,
    'Europe/Brussels',
    '2027-02-10T23:00:00.000Z',
  ],
])('days end at local midnight: %s', (_case, anchor, days, zone, expected) => {
  expect(endOfDaysAfter(anchor, days, zone)).toBe(expected);
});

test.each([
  ['2027-02-28', true],
  ['2027-02-29', false],
  ['2028-02-29', true],
  ['2027-13-01', false],
  ['2027-2-1', false],
  ['2027-02-01T00:00', false],
  ['tomorrow', false],
])('%s is a day that exists: %s', (text, expected) => {
  expect(isCalendarDay(text)).toBe(expected);
});

test('an instant is shown on the clock of a zone, with its offset', () => {
  expect(localTimeOf('2027-02-16T23:00:00.000Z', 'Europe/Brussels')).toBe('2027-02-17T00:00:00+01:00');
  expect(localTimeOf('2027-05-11T22:00:00.000Z', 'Europe/Brussels')).toBe('2027-05-12T00:00:00+02:00');
  expect(localTimeOf('2027-04-29T22:00:00.000Z', 'Africa/Cairo')).toBe('2027-04-30T01:00:00+03:00');
});

test('the same instant is another day in another zone', () => {
  expect(dayOf('2027-02-16T23:30:00.000Z', 'Europe/Brussels')).toBe('2027-02-17');
  expect(dayOf('2027-02-16T23:30:00.000Z', 'America/New_York')).toBe('2027-02-16');
});

test('days are 23 and 25 hours long when the clock is moved', () => {
  const length = (day: string, zone: Zone): number =>
    epochOf(endOfDay(day, zone)) - epochOf(startOfDay(day, zone));
  expect(length('2027-03-28', 'Europe/Brussels')).toBe(23 * hour);
  expect(length('2027-10-31', 'Europe/Amsterdam')).toBe(25 * hour);
  expect(length('2027-04-30', 'Africa/Cairo')).toBe(23 * hour);
});
