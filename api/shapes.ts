/** Shapes that many answers share, each described once. */
import { z } from 'zod';

const exampleInstant = '2027-02-16T23:00:00.000Z';

/** An id of ours. */
export const idShown = (description: string) =>
  z.string().meta({ description, example: '0193b0a1-7c1e-7d3a-9f52-3f6a1c2b4d5e' });

/** An id of ours, where there may be none. */
export const idOrNull = (description: string) =>
  z.string().nullable().meta({ description, example: '0193b0a1-7c1e-7d3a-9f52-3f6a1c2b4d5e' });

const instantMeta = (description: string, example: string) =>
  ({ description, format: 'date-time', example }) as const;

/** An instant in UTC. */
export const instantShown = (description: string, example = exampleInstant) =>
  z.string().meta(instantMeta(description, example));

export const instantOrNull = (description: string, example = exampleInstant) =>
  z.string().nullable().meta(instantMeta(description, example));

const dayMeta = (description: string, example: string) => ({ description, format: 'date', example }) as const;

/** A day on a calendar. */
export const dayShown = (description: string, example = '2027-02-16') =>
  z.string().meta(dayMeta(description, example));

export const dayOrNull = (description: string, example = '2027-02-16') =>
  z.string().nullable().meta(dayMeta(description, example));

const centsMeta = (description: string, example: number) => ({
  description: `${description} Euro cents, without VAT.`,
  example,
});

/** Euro cents without VAT. */
export const centsShown = (description: string, example = 50) =>
  z.int().meta(centsMeta(description, example));

export const centsOrNull = (description: string, example = 50) =>
  z.int().nullable().meta(centsMeta(description, example));

/** The same instant on the clock of the zone beside it. */
export const localShown = (description: string) =>
  z.string().meta({ description, example: '2027-02-17T00:00:00+01:00' });

export const zoneShown = (description: string) =>
  z.string().meta({ description, example: 'Europe/Brussels' });

export const versionShown = z.int().meta({ description: 'What `If-Match` must name.', example: 3 });
