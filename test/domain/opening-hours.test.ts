import fc from 'fast-check';
import { addDays, atLocalTime, epochOf, hours, plusMilliseconds } from '../../domain/calendar.ts';
import type { OpeningCalendar } from '../../domain/opening-hours.ts';
import { addOpeningHours, openingHoursBetween } from '../../domain/opening-hours.ts';
import { decidedPeoplePolicy } from '../../domain/people-policy.ts';

/** Mon-Fri 08:30-17:30, Sat 08:30-12:00; Easter Monday 2027 is 29 March, Ascension Thursday 6 May, All Saints a Monday. */
const brussels: OpeningCalendar = {
  zone: 'Europe/Brussels',
  openingHours: decidedPeoplePolicy.openingHours,
  closedDays: ['2027-03-29', '2027-05-06', '2027-11-01', '2027-11-11'],
};
const at = (day: string, time: string) => atLocalTime(day, time, brussels.zone);
const on = ([day, time]: readonly [string, string]) => at(day, time);

test.each([
  ['within one day', ['2027-02-02', '09:00'], 8, ['2027-02-02', '17:00']],
  ['exactly to the end of the day', ['2027-02-02', '09:30'], 8, ['2027-02-02', '17:30']],
  ['over the night', ['2027-02-02', '15:00'], 8, ['2027-02-03', '14:00']],
  ['asked before the opening: counts from then', ['2027-02-02', '05:00'], 8, ['2027-02-02', '16:30']],
  ['asked after the end: counts from the next morning', ['2027-02-02', '20:00'], 8, ['2027-02-03', '16:30']],
  ['on a Friday afternoon: Saturday counts until noon', ['2027-02-05', '15:30'], 8, ['2027-02-08', '11:00']],
  ['on a Saturday afternoon: from Monday', ['2027-02-06', '14:00'], 8, ['2027-02-08', '16:30']],
  ['over Easter: the Monday is closed', ['2027-03-27', '10:00'], 8, ['2027-03-30', '14:30']],
  ['over the night to summer time (28 March)', ['2027-03-26', '16:30'], 8, ['2027-03-30', '12:00']],
  [
    'over the night to winter time (31 October) and All Saints',
    ['2027-10-30', '11:00'],
    8,
    ['2027-11-02', '15:30'],
  ],
  ['asked on a holiday', ['2027-05-06', '10:00'], 1, ['2027-05-07', '09:30']],
  ['no hours at all: at once when somebody is there', ['2027-02-02', '09:00'], 0, ['2027-02-02', '09:00']],
] as const)('so many opening hours later: %s', (_case, from, count, expected) => {
  expect(addOpeningHours(on(from), count, brussels)).toBe(on(expected));
});

test.each([
  ['a weekend holds a Saturday morning', ['2027-02-05', '17:30'], ['2027-02-08', '08:30'], 3.5],
  ['Easter', ['2027-03-26', '17:30'], ['2027-03-30', '08:30'], 3.5],
  ['a week', ['2027-02-01', '00:00'], ['2027-02-08', '00:00'], 48.5],
  ['backwards: none', ['2027-02-08', '10:00'], ['2027-02-05', '10:00'], 0],
] as const)('opening hours between two instants: %s', (_case, from, to, expected) => {
  expect(openingHoursBetween(on(from), on(to), brussels)).toBe(expected);
});

test('an opening over the night to summer time has an hour less', () => {
  const nights = { ...brussels, openingHours: [{ weekdays: [7], from: '00:00', to: '06:00' }] };
  expect(openingHoursBetween(at('2027-03-28', '00:00'), at('2027-03-28', '23:00'), nights)).toBe(5);
  expect(openingHoursBetween(at('2027-10-31', '00:00'), at('2027-10-31', '23:00'), nights)).toBe(7);
});

test('openings that overlap count once', () => {
  const double = {
    ...brussels,
    openingHours: [
      { weekdays: [2], from: '10:00', to: '12:00' },
      { weekdays: [2], from: '09:00', to: '11:00' },
    ],
  };
  expect(openingHoursBetween(at('2027-02-02', '00:00'), at('2027-02-03', '00:00'), double)).toBe(3);
  expect(addOpeningHours(at('2027-02-02', '08:00'), 2.5, double)).toBe(at('2027-02-02', '11:30'));
});

test('a calendar that is never open is refused, not waited for', () => {
  expect(() => addOpeningHours(at('2027-02-02', '09:00'), 1, { ...brussels, openingHours: [] })).toThrow(
    'no 1 opening hours',
  );
});

const starts = fc.integer({
  min: epochOf('2027-01-01T00:00:00.000Z'),
  max: epochOf('2028-01-01T00:00:00.000Z'),
});
const zones = fc.constantFrom('Europe/Brussels', 'Europe/Amsterdam', 'Africa/Cairo', 'America/New_York');
const closed = fc.uniqueArray(fc.integer({ min: 0, max: 380 }), { maxLength: 30 });

test('what is added is what is between, in any zone and over any holidays', () => {
  fc.assert(
    fc.property(starts, fc.integer({ min: 1, max: 4_000 }), zones, closed, (epoch, minutes, zone, days) => {
      const calendar = { ...brussels, zone, closedDays: days.map((day) => addDays('2027-01-01', day)) };
      const from = new Date(epoch).toISOString();
      const to = addOpeningHours(from, minutes / 60, calendar);
      expect(openingHoursBetween(from, to, calendar)).toBeCloseTo(minutes / 60, 6);
      // A moment earlier it was not yet so far.
      expect(openingHoursBetween(from, plusMilliseconds(to, -1), calendar)).toBeLessThan(minutes / 60);
    }),
    { numRuns: 300 },
  );
});

test('two parts are as long as the whole', () => {
  fc.assert(
    fc.property(starts, fc.nat(hours(200)), fc.nat(hours(200)), zones, (epoch, first, second, zone) => {
      const calendar = { ...brussels, zone };
      const [a, b, c] = [epoch, epoch + first, epoch + first + second].map((each) =>
        new Date(each).toISOString(),
      );
      const whole = openingHoursBetween(a ?? '', c ?? '', calendar);
      const parts =
        openingHoursBetween(a ?? '', b ?? '', calendar) + openingHoursBetween(b ?? '', c ?? '', calendar);
      expect(parts).toBeCloseTo(whole, 9);
    }),
    { numRuns: 200 },
  );
});
