import type { Instant, SiteCalendar } from '../../domain/calendar.ts';
import { addWorkingDays, cutOffOn, isWorkingDay, nextRun, workingDayFrom } from '../../domain/calendar.ts';
import { belgianSite, dutchSite } from '../support/mail-items.ts';

const sundaySite: SiteCalendar = { ...belgianSite, workingWeekdays: [7, 1, 2, 3, 4] };
const newYork: SiteCalendar = { ...belgianSite, zone: 'America/New_York', closedDays: [] };
const cairo: SiteCalendar = { ...belgianSite, zone: 'Africa/Cairo', cutOff: '00:30', closedDays: [] };

test.each([
  ['Easter Monday, both', '2027-03-29', false, false],
  ['Ascension, both', '2027-05-06', false, false],
  ["King's Day, the Netherlands only", '2027-04-27', true, false],
  ['21 July, Belgium only', '2027-07-21', false, true],
  ['11 November, Belgium only', '2027-11-11', false, true],
  ['a Saturday', '2027-02-06', false, false],
  ['a Sunday', '2027-02-07', false, false],
  ['a Monday', '2027-02-08', true, true],
])('the sites work: %s', (_case, day, belgian, dutch) => {
  expect(isWorkingDay(day, belgianSite)).toBe(belgian);
  expect(isWorkingDay(day, dutchSite)).toBe(dutch);
});

test.each<[string, string, SiteCalendar, string]>([
  ['a working day stays', '2027-02-08', belgianSite, '2027-02-08'],
  ['a Saturday moves to Monday', '2027-02-06', belgianSite, '2027-02-08'],
  ['the Friday before Easter stays', '2027-03-26', belgianSite, '2027-03-26'],
  ['Easter Saturday moves over Easter Monday', '2027-03-27', belgianSite, '2027-03-30'],
  ["King's Day moves in the Netherlands", '2027-04-27', dutchSite, '2027-04-28'],
  ["King's Day stays in Belgium", '2027-04-27', belgianSite, '2027-04-27'],
  ['New Year moves over its weekend', '2027-01-01', dutchSite, '2027-01-04'],
  ['a Sunday stays where Sundays are worked', '2027-02-07', sundaySite, '2027-02-07'],
])('a duty to act: %s', (_case, day, site, expected) => {
  expect(workingDayFrom(day, site)).toBe(expected);
});

test.each<[string, string, number, SiteCalendar, string]>([
  ['two weeks without a holiday', '2027-02-03', 10, belgianSite, '2027-02-17'],
  ['Easter Monday does not count', '2027-03-22', 10, belgianSite, '2027-04-06'],
  ["King's Day and Ascension do not count", '2027-04-23', 10, dutchSite, '2027-05-11'],
  ['in Belgium only Ascension does not count', '2027-04-23', 10, belgianSite, '2027-05-10'],
  ['from a Saturday', '2027-02-06', 1, belgianSite, '2027-02-08'],
  ['none: the day itself', '2027-02-06', 0, belgianSite, '2027-02-06'],
])('working days are counted: %s', (_case, day, count, site, expected) => {
  expect(addWorkingDays(day, count, site)).toBe(expected);
});

test.each<[string, Instant, SiteCalendar, string]>([
  ['before the cut-off: today', '2027-02-03T13:59:59.999Z', belgianSite, '2027-02-03'],
  ['exactly at the cut-off: today', '2027-02-03T14:00:00.000Z', belgianSite, '2027-02-03'],
  ['a millisecond later: tomorrow', '2027-02-03T14:00:00.001Z', belgianSite, '2027-02-04'],
  ['Friday after the cut-off: Monday', '2027-02-05T14:00:00.001Z', belgianSite, '2027-02-08'],
  ['Saturday morning: Monday', '2027-02-06T08:00:00.000Z', belgianSite, '2027-02-08'],
  ['on a holiday: the next working day', '2027-05-06T08:00:00.000Z', belgianSite, '2027-05-07'],
  ['Friday after the cut-off before Easter', '2027-03-26T14:30:00.000Z', belgianSite, '2027-03-30'],
  ['summer time: 15:00 is an hour earlier in UTC', '2027-03-30T13:00:00.001Z', belgianSite, '2027-03-31'],
  ["the site's day, not the brand's", '2027-02-04T01:00:00.000Z', newYork, '2027-02-04'],
  ["the site's cut-off, not the brand's", '2027-02-03T19:59:00.000Z', newYork, '2027-02-03'],
])('the next run: %s', (_case, at, site, expected) => {
  expect(nextRun(at, site)).toBe(expected);
});

test('a cut-off in the gap at midnight moves forward with the clock', () => {
  expect(cutOffOn('2027-04-30', cairo)).toBe('2027-04-29T22:30:00.000Z');
});

test('a site that never works is a mistake, not an endless search', () => {
  expect(() => workingDayFrom('2027-02-03', { ...belgianSite, workingWeekdays: [] })).toThrow(
    'no working day',
  );
});
