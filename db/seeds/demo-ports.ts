import type { Registry } from '../../domain/application.ts';
import type { CalendarDay } from '../../domain/calendar.ts';

/** What the seed needs of the platform. */
export interface DemoPorts {
  readonly registry: Registry;
  /** Random, so that no two installations share one. */
  newPassword(): string;
  hashPassword(password: string): Promise<string>;
  newToken(): string;
  hashToken(token: string): string;
  newCompanyKey(companyId: string): string;
  /** Public holidays of a country, both years included. */
  publicHolidays(country: string, fromYear: number, toYear: number): readonly CalendarDay[];
}
