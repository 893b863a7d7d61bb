/** Shapes of path and query parameters: they arrive as text and leave typed. */
import { z } from 'zod';
import { isCalendarDay } from '../domain/calendar.ts';

/** An id as we make them: UUID in lower case. */
export function idParameter(description: string) {
  return z
    .string()
    .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
    .meta({ description, format: 'uuid', example: '0193b0a1-7c1e-7d3a-9f52-3f6a1c2b4d5e' });
}

interface Bounds {
  readonly minimum: number;
  readonly maximum: number;
  readonly description: string;
}

/** A whole number written in digits. */
export function integerParameter({ minimum, maximum, description }: Bounds) {
  return z
    .string()
    .regex(/^-?\d{1,15}$/)
    .transform(Number)
    .pipe(z.number().min(minimum).max(maximum))
    .meta({ description, example: minimum, override: written({ type: 'integer', minimum, maximum }) });
}

/** `true` or `false`. */
export function booleanParameter(description: string) {
  return z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .meta({ description, example: true, override: written({ type: 'boolean' }) });
}

/** A day that exists: `2027-02-16`. */
export function calendarDay(description: string) {
  return z
    .string()
    .refine(isCalendarDay, { params: { accepted: { type: 'string', format: 'date' } } })
    .meta({ description, format: 'date', example: '2027-02-16' });
}

/** An instant with its offset, read as UTC with milliseconds: `2027-02-16T23:00:00.000Z`. */
export function instant(description: string) {
  return z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text).toISOString())
    .meta({ description, format: 'date-time', example: '2027-02-16T23:00:00.000Z' });
}

/** What the text stands for is documented, not the text. */
function written(facts: object): ({ jsonSchema }: { jsonSchema: object }) => void {
  return ({ jsonSchema }) => {
    Object.assign(jsonSchema, { pattern: undefined, enum: undefined }, facts);
  };
}

/** One line of plain text: without control characters, blanks at its ends taken away. */
export function line(most: number, description: string, example: string) {
  return z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}*$/u)
    .meta({ description, example });
}

/** The token of a one-time link: 256 bits in base64url. */
export const linkToken = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/)
  .meta({
    description: 'From the link in the mail.',
    example: 'p2Qy0N1x9mR6mGHaQ7rP2m9V8zO5lM4kJ3iH2gF1eD0',
  });

/** As long as an address may be (RFC 5321). */
const address = z.email().max(254);

/** Where mails go. */
export const mailAddress = (description: string, example: string) =>
  address.meta({ description, format: 'email', example });

/** The same where there may be none; null unless given. */
export const mailAddressOrNull = (description: string, example: string) =>
  address.nullable().default(null).meta({ description, example });

/** New or known: which are accepted is the policy's to say, by its signs, of which one may be several units of a text. */
const typed = z.string().min(1).max(1_000);

/** A password as it is typed. */
export const passwordTyped = (description: string, example: string) => typed.meta({ description, example });

/** The same where none is needed; null unless given. */
export const passwordTypedOrNull = (description: string, example: string) =>
  typed.nullable().default(null).meta({ description, example });
