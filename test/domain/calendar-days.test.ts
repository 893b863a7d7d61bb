import fc from 'fast-check';
import type { Zone } from '../../domain/calendar.ts';
import {
  addDays,
  atLocalTime,
  dayOf,
  daysBetween,
  endAfterPause,
  endOfDay,
  epochOf,
  instantOf,
} from '../../domain/calendar.ts';
import { laterOf, plusMilliseconds, startOfDay } from '../../domain/calendar.ts';

test.each([
  ['more days remain than the minimum: they run on', '2027-02-17', '2027-02-03', '2027-03-01', '2027-03-15'],
  ['fewer remain: the minimum', '2027-02-17', '2027-02-15', '2027-03-01', '2027-03-09'],
  ['the end had passed: the minimum', '2027-02-17', '2027-02-20', '2027-03-01', '2027-03-09'],
  ['over the night to summer time', '2027-03-27', '2027-03-01', '2027-03-10', '2027-04-05'],
])('a count that stood still: %s', (_case, end, from, to, expected) => {
  const zone = 'Europe/Brussels';
  const pause = { from: atLocalTime(from, '10:00', zone), to: atLocalTime(to, '16:00', zone) };
  expect(endAfterPause(startOfDay(end, zone), pause, 7, zone)).toBe(startOfDay(expected, zone));
});

test.each([
  ['over 29 February', '2028-02-28', 2, '2028-03-01'],
  ['over the end of February of another year', '2027-02-28', 1, '2027-03-01'],
  ['over the end of the year', '2027-12-31', 1, '2028-01-01'],
  ['back over the night to summer time', '2027-03-29', -1, '2027-03-28'],
])('days are added: %s', (_case, day, count, expected) => {
  expect(addDays(day, count)).toBe(expected);
  expect(daysBetween(day, expected)).toBe(count);
});

const zones = fc.constantFrom<Zone>(
  'Europe/Brussels',
  'Europe/Amsterdam',
  'Africa/Cairo',
  'America/New_York',
  '+05:30',
  'UTC',
);
const instants = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2029, 0) }).map(instantOf);

test('every day starts where the day before ends, on that day, after less than 26 hours', () => {
  fc.assert(
    fc.property(instants, zones, (at, zone) => {
      const day = dayOf(at, zone);
      expect(startOfDay(day, zone) <= at && at < endOfDay(day, zone)).toBe(true);
      expect(dayOf(startOfDay(day, zone), zone)).toBe(day);
      expect(dayOf(plusMilliseconds(endOfDay(day, zone), -1), zone)).toBe(day);
    }),
  );
});

test('days are added and counted alike; instants compare as their milliseconds do', () => {
  fc.assert(
    fc.property(instants, instants, fc.integer({ min: -800, max: 800 }), (a, b, count) => {
      const day = dayOf(a, 'UTC');
      expect(daysBetween(day, addDays(day, count))).toBe(count);
      expect(laterOf(a, b)).toBe(instantOf(Math.max(epochOf(a), epochOf(b))));
    }),
  );
});
