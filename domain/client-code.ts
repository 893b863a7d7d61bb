/**
 * One customer of one issuer: a prefix of the issuer and a customer number (UP-04). Prefixes are data of the issuer, so
 * which ones there are is handed in.
 */
import type { CalendarDay } from './calendar.ts';
import type { Verdict } from './verdict.ts';
import { allow, refuseValue } from './verdict.ts';

export interface ReadClientCode {
  readonly code: string;
  readonly prefix: string;
  readonly customerNumber: string;
}

/** What its issuer knows of a customer. */
export interface ClientFacts extends ReadClientCode {
  readonly companyName: string;
  readonly language: string;
  readonly email: string | null;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly contractStartedOn: CalendarDay | null;
  /** What he chose on the issuer's e-invoicing form, in its words (UP-12). */
  readonly formChannel: string | null;
}

const numberForm = /^[0-9A-Z]{1,32}$/;

/** One code however it is written: `dl2-10 001` and `DL2/10001` are `DL210001`. */
export function clientCodeKey(typed: string): string {
  return typed.replaceAll(/[\s./-]/g, '').toUpperCase();
}

/** As it is kept; null when it begins with none of the prefixes or has no number. */
export function readClientCode(typed: string, prefixes: readonly string[]): ReadClientCode | null {
  const code = clientCodeKey(typed);
  // Of two prefixes that fit, one begins with the other: the longer is meant.
  const prefix = prefixes.filter((each) => code.startsWith(each)).sort((a, b) => b.length - a.length)[0];
  if (prefix === undefined) return null;
  const customerNumber = code.slice(prefix.length);
  return numberForm.test(customerNumber) ? { code, prefix, customerNumber } : null;
}

/** Refuses `client-code.unknown-prefix`, naming the prefixes of the issuer. */
export function checkClientCode(typed: string, prefixes: readonly string[]): Verdict {
  return readClientCode(typed, prefixes) === null
    ? refuseValue('client-code.unknown-prefix', { field: 'code', prefixes })
    : allow;
}
