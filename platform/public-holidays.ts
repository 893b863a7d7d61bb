import Holidays from 'date-holidays';

/** Public holidays of a country (ISO 3166-1 alpha-2) as `YYYY-MM-DD`, from one year to another, both included. */
export function publicHolidays(country: string, fromYear: number, toYear: number): readonly string[] {
  const calendar = new Holidays(country);
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);
  const days = years.flatMap((year) =>
    calendar
      .getHolidays(year, 'en')
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10)),
  );
  return [...new Set(days)].sort();
}
