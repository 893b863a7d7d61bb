/**
 * Hours in which staff are there (UM-25): clock times of the brand's zone, closed on the public holidays of its country.
 * A promise in opening hours counts only those; how long a night takes makes no difference to it.
 */
import type { CalendarDay, Instant, Zone } from './calendar.ts';
import { addDays, atLocalTime, dayOf, epochOf, hours, instantOf } from './calendar.ts';
import type { OpeningHours } from './people-policy.ts';

export interface OpeningCalendar {
  readonly zone: Zone;
  readonly openingHours: readonly OpeningHours[];
  readonly closedDays: readonly CalendarDay[];
}

/** From when to when somebody is there, in milliseconds since 1970; the end is not open any more. */
interface Opening {
  readonly from: number;
  readonly to: number;
}

/** Further than any row of closed days reaches. */
const farthestDays = 400;

/**
 * The instant at which so many opening hours have passed since `from`: within an opening, or exactly at its end. Throws
 * when the calendar is never open.
 */
export function addOpeningHours(from: Instant, count: number, calendar: OpeningCalendar): Instant {
  let left = hours(count);
  const start = epochOf(from);
  let day = dayOf(from, calendar.zone);
  for (let looked = 0; looked < farthestDays; looked += 1, day = addDays(day, 1)) {
    for (const opening of openingsOn(day, calendar)) {
      const begin = Math.max(opening.from, start);
      if (begin >= opening.to) continue;
      if (begin + left <= opening.to) return instantOf(begin + left);
      left -= opening.to - begin;
    }
  }
  throw new Error(`no ${String(count)} opening hours within ${String(farthestDays)} days from ${from}`);
}

/** Opening hours between two instants; none when `to` is not after `from`. */
export function openingHoursBetween(from: Instant, to: Instant, calendar: OpeningCalendar): number {
  const [begin, end] = [epochOf(from), epochOf(to)];
  let total = 0;
  const last = dayOf(to, calendar.zone);
  for (let day = dayOf(from, calendar.zone); day <= last; day = addDays(day, 1)) {
    for (const opening of openingsOn(day, calendar))
      total += Math.max(0, Math.min(opening.to, end) - Math.max(opening.from, begin));
  }
  return total / hours(1);
}

/** In order and without overlaps, whatever order the policy names them in. */
function openingsOn(day: CalendarDay, { zone, openingHours, closedDays }: OpeningCalendar): Opening[] {
  if (closedDays.includes(day)) return [];
  const weekday = new Date(day).getUTCDay() || 7;
  const openings = openingHours
    .filter(({ weekdays }) => weekdays.includes(weekday))
    .map(({ from, to }) => ({
      from: epochOf(atLocalTime(day, from, zone)),
      to: epochOf(atLocalTime(day, to, zone)),
    }))
    .sort((one, other) => one.from - other.from);
  const apart: Opening[] = [];
  for (const opening of openings) {
    const before = apart.at(-1);
    const from = Math.max(opening.from, before?.to ?? opening.from);
    if (from < opening.to) apart.push({ from, to: opening.to });
  }
  return apart;
}
