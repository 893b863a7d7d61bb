/** Policies of the two demo brands: 14 days in Belgium, 7 in the Netherlands, with tariffs of a realistic size. */
import type { Format, Manner, Policy, PostageRate } from '../../domain/policy.ts';

/** Version and zone are columns of their own. */
export type DemoPolicy = Omit<Policy, 'version' | 'zone'>;

const european =
  'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LT LU LV MT NL NO PL PT RO SE SI SK';

/** Up to so many grams for so many cents, by destination; a combination without a line needs a quote. */
type Bands = Partial<Record<PostageRate['zone'], Readonly<Record<number, number>>>>;

function rates(manner: Manner, format: Format, bands: Bands): PostageRate[] {
  return (Object.keys(bands) as PostageRate['zone'][]).flatMap((zone) =>
    Object.entries(bands[zone] ?? {}).map(([grams, cents]) => ({
      manner,
      zone,
      format,
      upToGrams: Number(grams),
      cents,
    })),
  );
}

const common = {
  reminderDaysBefore: [3, 1],
  storage: { periodDays: 7, periodCents: 50, periods: 12 },
  lateness: { toleranceMinutes: 15, graceHours: 24 },
  messageSeconds: 60,
  collectionWorkingDays: 10,
  failureFreeDays: 7,
  holdMinimumDays: 7,
  handlingCents: { forward: 150, pickUp: 0, destroy: 0 },
  manners: ['standard', 'registered', 'express'],
  europeanCountries: european.split(' '),
  trash: { days: 30, confirmationMinutes: 10 },
  intake: { maxBytes: 50_000_000, maxPages: 500 },
} as const satisfies Partial<DemoPolicy>;

export const fourteenDayPolicy: DemoPolicy = {
  ...common,
  decisionDays: 14,
  postage: [
    ...rates('standard', 'letter', {
      domestic: { 50: 157, 100: 314, 350: 471 },
      europe: { 50: 285, 100: 570, 350: 1140 },
      world: { 50: 310, 100: 620, 350: 1240 },
    }),
    ...rates('standard', 'large-letter', {
      domestic: { 350: 471, 1000: 785, 2000: 1099 },
      europe: { 350: 1140, 1000: 1995, 2000: 2850 },
      world: { 350: 1240, 1000: 2170, 2000: 3100 },
    }),
    ...rates('standard', 'parcel', {
      domestic: { 2000: 590, 5000: 690, 10_000: 890, 30_000: 1590 },
      europe: { 2000: 1890, 5000: 2290, 10_000: 3190 },
      world: { 2000: 3690, 5000: 6490 },
    }),
    ...rates('registered', 'letter', {
      domestic: { 50: 1034, 100: 1191, 350: 1348 },
      europe: { 50: 1285, 100: 1570 },
      world: { 50: 1410, 100: 1720 },
    }),
    ...rates('registered', 'large-letter', { domestic: { 350: 1348, 1000: 1662, 2000: 1976 } }),
    ...rates('express', 'letter', { domestic: { 350: 1450 }, europe: { 350: 4950 } }),
    ...rates('express', 'large-letter', { domestic: { 2000: 1750 }, europe: { 2000: 5950 } }),
    ...rates('express', 'parcel', { domestic: { 10_000: 2450 } }),
  ],
};

export const sevenDayPolicy: DemoPolicy = {
  ...common,
  decisionDays: 7,
  reminderDaysBefore: [3, 1],
  handlingCents: { forward: 175, pickUp: 0, destroy: 0 },
  postage: [
    ...rates('standard', 'letter', {
      domestic: { 20: 140, 50: 280, 350: 420 },
      europe: { 20: 190, 50: 380, 100: 570, 350: 950 },
      world: { 20: 190, 50: 380, 100: 570, 350: 950 },
    }),
    ...rates('standard', 'large-letter', {
      domestic: { 350: 420, 2000: 560 },
      europe: { 350: 950, 2000: 1710 },
      world: { 350: 950, 2000: 2090 },
    }),
    ...rates('standard', 'parcel', {
      domestic: { 10_000: 795, 23_000: 1450 },
      europe: { 2000: 1350, 5000: 1950, 10_000: 2500 },
      world: { 2000: 2500, 5000: 3450 },
    }),
    ...rates('registered', 'letter', { domestic: { 350: 995 }, europe: { 350: 1495 }, world: { 350: 1595 } }),
    ...rates('registered', 'large-letter', { domestic: { 2000: 1095 } }),
    ...rates('express', 'letter', { domestic: { 350: 1295 } }),
    ...rates('express', 'parcel', { domestic: { 10_000: 1995 } }),
  ],
};
