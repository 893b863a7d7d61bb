/**
 * The versioned policy set of a brand (X-rules): every number of decided.md that an operator may change.
 * A mail item keeps the version under which its clock started.
 */
import type { Zone } from './calendar.ts';
import type { Cents } from './money.ts';

export const manners = ['standard', 'registered', 'express'] as const;
export type Manner = (typeof manners)[number];
export type Format = 'letter' | 'large-letter' | 'parcel';
export type DestinationZone = 'domestic' | 'europe' | 'world';

/** One line of the postage tariff: the price up to a weight; no line for a combination means a quote. */
export interface PostageRate {
  readonly manner: Manner;
  readonly zone: DestinationZone;
  readonly format: Format;
  readonly upToGrams: number;
  readonly cents: Cents;
}

export interface Policy {
  readonly version: number;
  /** Zone of the brand: rules deadlines and storage. */
  readonly zone: Zone;
  /** Calendar days to decide (X-01, PP-09). */
  readonly decisionDays: number;
  /** Days before the due instant on which an undecided item is recalled. */
  readonly reminderDaysBefore: readonly number[];
  readonly storage: { readonly periodDays: number; readonly periodCents: Cents; readonly periods: number };
  /** How late a timer may be before the customer is given time. */
  readonly lateness: { readonly toleranceMinutes: number; readonly graceHours: number };
  /** How long a message that was received in time may still be on its way to the life. */
  readonly messageSeconds: number;
  /** Working days of the site during which a pick-up is free of storage. */
  readonly collectionWorkingDays: number;
  /** Days free of storage after a failure of ours. */
  readonly failureFreeDays: number;
  /** Days that at least remain after a hold is released. */
  readonly holdMinimumDays: number;
  readonly handlingCents: { readonly forward: Cents; readonly pickUp: Cents; readonly destroy: Cents };
  readonly manners: readonly Manner[];
  readonly postage: readonly PostageRate[];
  /** Countries (ISO 3166-1 alpha-2) that the `europe` tariff reaches. */
  readonly europeanCountries: readonly string[];
  readonly trash: { readonly days: number; readonly confirmationMinutes: number };
  readonly intake: { readonly maxBytes: number; readonly maxPages: number };
}

type Clock = Pick<Policy, 'version' | 'zone'>;

/** What is stored beside a deadline of N calendar days: the rule, and the policy version that produced it. */
export function daysRule(rule: string, days: number, { zone, version }: Clock): string {
  return `${rule}: ${String(days)} calendar days, ${zone}, policy ${String(version)}`;
}

/** What is stored beside a deadline that a hold has moved (decided.md, Decisions). */
export function holdRule({
  zone,
  version,
  holdMinimumDays,
}: Clock & Pick<Policy, 'holdMinimumDays'>): string {
  return `after a hold: the days that were left, at least ${String(holdMinimumDays)}, ${zone}, policy ${String(version)}`;
}
