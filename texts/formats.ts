/**
 * Days, times, money and weights as people of each language write them. Pure: instants and zones are handed in,
 * and `Intl` only names weekdays and months and places separators, so that another ICU changes no layout.
 */
import type { CalendarDay, Instant, Zone } from '../domain/calendar.ts';
import { addDays, dayOf, localTimeOf, startOfDay } from '../domain/calendar.ts';
import type { Cents } from '../domain/money.ts';
import type { Language } from './languages.ts';

type Width = 'long' | 'short';

interface DayParts {
  readonly weekday: string;
  readonly date: string;
  readonly month: string;
  readonly year: string;
}

/** Formatters are made when needed: a thousand sleeping workflows must not each keep some. */
function partsOf(day: CalendarDay, language: Language, width: Width): DayParts {
  if (language === 'en') return englishParts(day, width);
  const format = new Intl.DateTimeFormat(language, {
    weekday: width,
    day: 'numeric',
    month: width,
    year: 'numeric',
    timeZone: 'UTC',
  });
  const found = new Map(
    format.formatToParts(Date.parse(`${day}T00:00:00Z`)).map((part) => [part.type, part.value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => found.get(type) ?? '';
  return { weekday: part('weekday'), date: part('day'), month: part('month'), year: part('year') };
}

const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Lives write English for staff at every wake-up, and making a formatter would take longer than all else they do. */
function englishParts(day: CalendarDay, width: Width): DayParts {
  const at = new Date(`${day}T00:00:00Z`);
  const named = (name = '') => (width === 'long' ? name : name.slice(0, 3));
  return {
    weekday: named(weekdays[at.getUTCDay()]),
    date: String(at.getUTCDate()),
    month: named(months[at.getUTCMonth()]),
    year: String(at.getUTCFullYear()),
  };
}

function dayIn(day: CalendarDay, language: Language, width: Width): string {
  const { weekday, date, month, year } = partsOf(day, language, width);
  if (language === 'de') return `${weekday}, ${date}. ${month} ${year}`;
  const ordinal = language === 'fr' && date === '1' ? '1er' : date;
  return `${weekday} ${ordinal} ${month} ${year}`;
}

/** `Wed 17 Feb 2027`. */
export function shortDay(day: CalendarDay, language: Language): string {
  return dayIn(day, language, 'short');
}

/** `Wednesday 17 February 2027`. */
export function longDay(day: CalendarDay, language: Language): string {
  return dayIn(day, language, 'long');
}

/** `Wed 17 Feb 2027, 00:00 (Europe/Brussels)`: exact, for staff and for the API. */
export function exactTime(instant: Instant, zone: Zone, language: Language): string {
  return `${shortDay(dayOf(instant, zone), language)}, ${clockOf(instant, zone)} (${zone})`;
}

function clockOf(instant: Instant, zone: Zone): string {
  return localTimeOf(instant, zone).slice(11, 16);
}

function spokenClock(instant: Instant, zone: Zone, language: Language): string {
  const clock = clockOf(instant, zone);
  return { nl: `${clock} uur`, fr: clock.replace(':', ' h '), de: `${clock} Uhr`, en: clock }[language];
}

/** Whether the instant is where a local day begins: midnight, or the first instant after a gap at midnight. */
function isStartOfDay(instant: Instant, zone: Zone): boolean {
  return startOfDay(dayOf(instant, zone), zone) === instant;
}

/**
 * A deadline in a sentence. Midnight is said as the end of the day before, for "until Wednesday 00:00" is read a
 * day late: `until the end of Tuesday 16 February 2027`, else `until Tuesday 16 February 2027, 15:00`.
 */
export function until(instant: Instant, zone: Zone, language: Language): string {
  if (isStartOfDay(instant, zone)) {
    const lastDay = longDay(addDays(dayOf(instant, zone), -1), language);
    return {
      nl: `tot en met ${lastDay}`,
      fr: `jusqu’au ${lastDay} inclus`,
      de: `bis einschließlich ${lastDay}`,
      en: `until the end of ${lastDay}`,
    }[language];
  }
  const day = longDay(dayOf(instant, zone), language);
  const clock = spokenClock(instant, zone, language);
  return {
    nl: `tot ${day} om ${clock}`,
    fr: `jusqu’au ${day} à ${clock}`,
    de: `bis ${day}, ${clock}`,
    en: `until ${day}, ${clock}`,
  }[language];
}

/** When something happens by itself: the day alone when it happens as the day begins, else with the time. */
export function moment(instant: Instant, zone: Zone, language: Language): string {
  const day = longDay(dayOf(instant, zone), language);
  return isStartOfDay(instant, zone) ? day : `${day}, ${spokenClock(instant, zone, language)}`;
}

/** `€0.50` from 50 cents. */
export function money(cents: Cents, language: Language): string {
  if (language === 'en' && cents >= 0 && cents < 100_000) return `€${(cents / 100).toFixed(2)}`;
  return new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' }).format(cents / 100);
}

function inUnit(amount: number, unit: 'gram' | 'kilogram' | 'megabyte', language: Language): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 2 }).format(amount);
}

/** `250 g`, from a kilogram on `1.25 kg`. */
export function weight(grams: number, language: Language): string {
  return grams < 1000 ? inUnit(grams, 'gram', language) : inUnit(grams / 1000, 'kilogram', language);
}

/** `50 MB` from bytes, a megabyte being 1,048,576 of them. */
export function megabytes(bytes: number, language: Language): string {
  return inUnit(bytes / 1_048_576, 'megabyte', language);
}

/** `45 seconds`, from two minutes on `58 minutes`, from two hours on `23 hours`: after that one has waited long enough. */
export function wait(seconds: number, language: Language): string {
  const [amount, unit] =
    seconds < 120
      ? [seconds, 'second']
      : seconds < 7_200
        ? [Math.ceil(seconds / 60), 'minute']
        : [Math.ceil(seconds / 3_600), 'hour'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
}

export function plainNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(language).format(value);
}

/** `a, b or c`. */
export function eitherOf(words: readonly string[], language: Language): string {
  // en-GB, for English lists here carry no comma before "or"
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'disjunction' }).format(words);
}
