import {
  exactTime,
  longDay,
  megabytes,
  moment,
  money,
  shortDay,
  until,
  wait,
  weight,
} from '../../texts/formats.ts';
import { languages } from '../../texts/languages.ts';

const brussels = 'Europe/Brussels';
/** As people type them: no-break spaces become spaces. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const inAll = (say: (language: (typeof languages)[number]) => string): string[] =>
  languages.map((one) => plain(say(one)));

describe('days and times', () => {
  test('a day, long and short', () => {
    expect(inAll((language) => longDay('2027-02-17', language))).toEqual([
      'woensdag 17 februari 2027',
      'mercredi 17 février 2027',
      'Mittwoch, 17. Februar 2027',
      'Wednesday 17 February 2027',
    ]);
    expect(inAll((language) => shortDay('2027-02-17', language))).toEqual([
      'wo 17 feb 2027',
      'mer. 17 févr. 2027',
      'Mi., 17. Feb. 2027',
      'Wed 17 Feb 2027',
    ]);
  });

  test('the English names are those of Intl, without one', () => {
    for (let month = 1; month <= 12; month += 1) {
      const day = `2027-${String(month).padStart(2, '0')}-${String(month + 9)}`;
      for (const [width, said] of [
        ['long', longDay(day, 'en')],
        ['short', shortDay(day, 'en')],
      ] as const) {
        const format = new Intl.DateTimeFormat('en', { weekday: width, month: width, timeZone: 'UTC' });
        const { weekday = '', month: name = '' } = Object.fromEntries(
          format.formatToParts(Date.parse(day)).map(({ type, value }) => [type, value]),
        );
        expect(said).toBe(`${weekday} ${String(month + 9)} ${name} 2027`);
      }
    }
  });

  test('the first of a month is "1er" in French', () => {
    expect(longDay('2027-03-01', 'fr')).toBe('lundi 1er mars 2027');
  });

  test('staff read the exact local time and its zone', () => {
    expect(exactTime('2027-02-16T23:00:00.000Z', brussels, 'en')).toBe(
      'Wed 17 Feb 2027, 00:00 (Europe/Brussels)',
    );
    expect(exactTime('2027-09-01T10:05:00.000Z', '+05:30', 'en')).toBe('Wed 1 Sep 2027, 15:35 (+05:30)');
  });

  test('a deadline at midnight is said as the end of the day before', () => {
    expect(inAll((language) => until('2027-02-16T23:00:00.000Z', brussels, language))).toEqual([
      'tot en met dinsdag 16 februari 2027',
      'jusqu’au mardi 16 février 2027 inclus',
      'bis einschließlich Dienstag, 16. Februar 2027',
      'until the end of Tuesday 16 February 2027',
    ]);
  });

  test('so is one where midnight does not exist (Cairo, 30 April 2027)', () => {
    expect(until('2027-04-29T22:00:00.000Z', 'Africa/Cairo', 'en')).toBe(
      'until the end of Thursday 29 April 2027',
    );
  });

  test('any other deadline is said with its time', () => {
    expect(inAll((language) => until('2027-02-16T14:00:00.000Z', brussels, language))).toEqual([
      'tot dinsdag 16 februari 2027 om 15:00 uur',
      'jusqu’au mardi 16 février 2027 à 15 h 00',
      'bis Dienstag, 16. Februar 2027, 15:00 Uhr',
      'until Tuesday 16 February 2027, 15:00',
    ]);
  });

  test('what happens as a day begins is said by the day alone', () => {
    expect(moment('2027-02-16T23:00:00.000Z', brussels, 'en')).toBe('Wednesday 17 February 2027');
    expect(moment('2027-02-17T14:00:00.000Z', brussels, 'nl')).toBe('woensdag 17 februari 2027, 15:00 uur');
  });

  test('the zone decides which day it is', () => {
    expect(moment('2027-02-16T23:00:00.000Z', 'UTC', 'en')).toBe('Tuesday 16 February 2027, 23:00');
  });
});

describe('amounts', () => {
  test('money from integer cents', () => {
    expect(inAll((language) => money(50, language))).toEqual(['€ 0,50', '0,50 €', '0,50 €', '€0.50']);
    expect(inAll((language) => money(123_456_789, language))).toEqual([
      '€ 1.234.567,89',
      '1 234 567,89 €',
      '1.234.567,89 €',
      '€1,234,567.89',
    ]);
    expect(plain(money(-250, 'en'))).toBe('-€2.50');
  });

  test('weights', () => {
    expect(inAll((language) => weight(250, language))).toEqual(['250 g', '250 g', '250 g', '250 g']);
    expect(inAll((language) => weight(1250, language))).toEqual(['1,25 kg', '1,25 kg', '1,25 kg', '1.25 kg']);
  });

  test('what is left to wait, one of it too', () => {
    expect(inAll((language) => wait(1, language))).toEqual([
      '1 seconde',
      '1 seconde',
      '1 Sekunde',
      '1 second',
    ]);
    expect(inAll((language) => wait(119, language))).toEqual([
      '119 seconden',
      '119 secondes',
      '119 Sekunden',
      '119 seconds',
    ]);
    expect(inAll((language) => wait(3_541, language))).toEqual([
      '60 minuten',
      '60 minutes',
      '60 Minuten',
      '60 minutes',
    ]);
    expect(inAll((language) => wait(82_801, language))).toEqual([
      '24 uur',
      '24 heures',
      '24 Stunden',
      '24 hours',
    ]);
  });

  test('sizes', () => {
    expect(inAll((language) => megabytes(52_428_800, language))).toEqual([
      '50 MB',
      '50 Mo',
      '50 MB',
      '50 MB',
    ]);
  });
});
