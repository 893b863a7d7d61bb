import { z } from 'zod';
import { stages } from '../../domain/mail-item.ts';
import { idParameter } from '../parameters.ts';
import { format, weightGrams } from './intake-schemas.ts';

export const itemParams = z.strictObject({ id: idParameter('The mail item.') });

export const holdBody = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .regex(/^\P{Cc}+$/u)
    .meta({
      description: 'Why, for colleagues; the customer does not see it.',
      example: 'Seizure, file 27/118',
    }),
});

export const factsBody = z.strictObject({ weightGrams, format });

export const quoteBody = z.strictObject({
  cents: z
    .int()
    .min(0)
    .max(10_000_000)
    .meta({ description: 'Price for the customer in cents, without VAT.', example: 2450 }),
});

/** The answer to a command of staff, the same however often it is repeated. */
export const standing = z
  .strictObject({
    id: z.string().meta({ description: 'The mail item.', example: '0193b0a1-7c1e-7d3a-9f52-3f6a1c2b4d5e' }),
    stage: z.enum(stages).meta({ description: 'Where the paper stands now.', example: 'on-hold' }),
    version: z.int().meta({ description: 'Counts its changes.', example: 3 }),
    isOnHold: z.boolean().meta({ description: 'Whether its clocks stand still.', example: true }),
    dueAt: z.string().meta({
      description: 'End of the time to decide; while on hold, as it was when the hold began.',
      example: '2027-02-16T23:00:00.000Z',
    }),
    weightGrams,
    format,
    quoteCents: z
      .int()
      .nullable()
      .meta({ description: 'The price that was offered where the tariff has none.', example: null }),
  })
  .meta({ id: 'MailItemStanding', description: 'A mail item after a command of staff.' });
