/**
 * Instants, calendar days and working days: the only module that knows time zones (decided.md, Time).
 * An instant is written in UTC to the millisecond, so that two of them compare as strings.
 */
import { Temporal } from 'temporal-polyfill';

/** `2027-02-16T23:00:00.000Z`: UTC, always with milliseconds. */
export type Instant = string;
/** `2027-02-16`: a day on a calendar, without a zone. */
export type CalendarDay = string;
/** `15:00`: a time on the clock of a zone named beside it. */
export type LocalTime = string;
/** An IANA zone name or a fixed offset such as `+05:30`. */
export type Zone = string;

/** From when to when clocks stood still. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant;
}

/** Working days of a site: weekdays 1 (Monday) to 7, closed days, and the time after which today's run is missed. */
export interface SiteCalendar {
  readonly zone: Zone;
  readonly cutOff: LocalTime;
  readonly workingWeekdays: readonly number[];
  readonly closedDays: readonly CalendarDay[];
}

/** The instant so many milliseconds after 1970-01-01T00:00:00Z. */
export function instantOf(epochMilliseconds: number): Instant {
  return new Date(epochMilliseconds).toISOString();
}

/** Milliseconds since 1970-01-01T00:00:00Z. */
export function epochOf(instant: Instant): number {
  return Date.parse(instant);
}

/** So many milliseconds later, or earlier when negative. */
export function plusMilliseconds(instant: Instant, milliseconds: number): Instant {
  return instantOf(epochOf(instant) + milliseconds);
}

/** Minutes in milliseconds. */
export const minutes = (count: number): number => count * 60_000;
/** Hours of 60 minutes, in milliseconds: never a way to count days. */
export const hours = (count: number): number => count * 3_600_000;

/** The later of two instants. */
export function laterOf(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

/** Whether the text is a day that exists: `2027-02-29` is not. */
export function isCalendarDay(text: string): text is CalendarDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

/** The day on the calendar of the zone. */
export function dayOf(instant: Instant, zone: Zone): CalendarDay {
  return localTimeOf(instant, zone).slice(0, 'YYYY-MM-DD'.length);
}

/** A day of a calendar without a zone, where every day has 24 hours: thirty times faster than the polyfill. */
const dayMilliseconds = 86_400_000;

/** So many calendar days later, or earlier when negative. */
export function addDays(day: CalendarDay, count: number): CalendarDay {
  return new Date(Date.parse(day) + count * dayMilliseconds).toISOString().slice(0, 10);
}

/** The same day so many calendar months later; where that month has no such day, its last one: 29 Feb + 12 is 28 Feb. */
export function addMonths(day: CalendarDay, count: number): CalendarDay {
  return Temporal.PlainDate.from(day).add({ months: count }).toString();
}

/** Days from one to the other; negative when `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return (Date.parse(to) - Date.parse(from)) / dayMilliseconds;
}

/** The first instant of the day: where midnight does not exist, the first instant after the gap. */
export function startOfDay(day: CalendarDay, zone: Zone): Instant {
  const key = `${day} ${zone}`;
  const known = midnights.get(key);
  if (known !== undefined) return known;
  const start = instantOf(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone }).epochMilliseconds);
  midnights.set(key, start);
  return start;
}

/** A plan asks for the same few midnights again and again, and each costs a search in the zone's rules. */
const midnights = new Map<string, Instant>();

/** Local midnight at which the day ends: the start of the next one. */
export function endOfDay(day: CalendarDay, zone: Zone): Instant {
  return startOfDay(addDays(day, 1), zone);
}

/** N days from an anchor: the anchor's local day is day 0, day N ends at local midnight (decided.md, Time). */
export function endOfDaysAfter(anchor: Instant, count: number, zone: Zone): Instant {
  return endOfDay(addDays(dayOf(anchor, zone), count), zone);
}

/**
 * When a count of whole days that stood still runs out: the days that remained run on from the resumption, and at
 * least `minimumDays` of them (decided.md, Decisions: hold).
 */
export function endAfterPause(end: Instant, pause: Pause, minimumDays: number, zone: Zone): Instant {
  const remaining = daysBetween(dayOf(pause.from, zone), addDays(dayOf(end, zone), -1));
  return endOfDaysAfter(pause.to, Math.max(minimumDays, remaining), zone);
}

/** A clock time on a day: a non-existent one moves forward, an ambiguous one takes the first (processes.md). */
export function atLocalTime(day: CalendarDay, time: LocalTime, zone: Zone): Instant {
  const local = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time));
  return instantOf(local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
}

/** The same instant on the clock of a zone, with its offset: `2027-02-17T00:00:00+01:00`. */
export function localTimeOf(instant: Instant, zone: Zone): string {
  const key = `${instant} ${zone}`;
  const known = localTimes.get(key);
  if (known !== undefined) return known;
  const local = Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
  if (localTimes.size >= mostLocalTimes) localTimes.clear();
  localTimes.set(key, local);
  return local;
}

/** Plans ask again and again for the days and times of the same few instants; forgotten when they become many. */
const localTimes = new Map<string, string>();
const mostLocalTimes = 200;

/** 1 (Monday) to 7. */
export function weekdayOf(day: CalendarDay): number {
  return new Date(day).getUTCDay() || 7;
}

/** Whether the site works on that day of its own calendar. */
export function isWorkingDay(day: CalendarDay, site: SiteCalendar): boolean {
  return site.workingWeekdays.includes(weekdayOf(day)) && !site.closedDays.includes(day);
}

/** The day itself when the site works, else its next working day (a duty to act moves, WF-11). */
export function workingDayFrom(day: CalendarDay, site: SiteCalendar): CalendarDay {
  let candidate = day;
  for (let tried = 0; tried < 366; tried += 1) {
    if (isWorkingDay(candidate, site)) return candidate;
    candidate = addDays(candidate, 1);
  }
  throw new Error(`no working day within a year from ${day} in ${site.zone}`);
}

/** The working day that is `count` working days after `day`; `day` itself is day 0. */
export function addWorkingDays(day: CalendarDay, count: number, site: SiteCalendar): CalendarDay {
  let reached = day;
  for (let added = 0; added < count; added += 1) reached = workingDayFrom(addDays(reached, 1), site);
  return reached;
}

/** The instant after which the run of that day is missed; a message received exactly then is in time. */
export function cutOffOn(day: CalendarDay, site: SiteCalendar): Instant {
  return atLocalTime(day, site.cutOff, site.zone);
}

/** The first day whose run can still be caught: today before its cut-off, else the next working day. */
export function nextRun(at: Instant, site: SiteCalendar): CalendarDay {
  const today = dayOf(at, site.zone);
  const isCaught = isWorkingDay(today, site) && at <= cutOffOn(today, site);
  return isCaught ? today : workingDayFrom(addDays(today, 1), site);
}
