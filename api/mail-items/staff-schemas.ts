import { z } from 'zod';
import { line } from '../parameters.ts';
import { format, weightGrams } from './intake-schemas.ts';

export const holdBody = z.strictObject({
  reason: line(500, 'Why, for colleagues; the customer does not see it.', 'Seizure, file 27/118'),
});

export const factsBody = z.strictObject({ weightGrams, format });

export const quoteBody = z.strictObject({
  cents: z
    .int()
    .min(0)
    .max(10_000_000)
    .meta({ description: 'Price for the customer in cents, without VAT.', example: 2450 }),
});
