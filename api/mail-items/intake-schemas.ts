import { z } from 'zod';
import type { Format } from '../../domain/policy.ts';
import { idParameter, instant, line } from '../parameters.ts';

const formats = ['letter', 'large-letter', 'parcel'] as const satisfies readonly Format[];

/** Printable ASCII without blanks at its ends: what a label on paper can carry. */
const label = /^[!-~]([ -~]*[!-~])?$/;

export const weightGrams = z.int().min(1).max(100_000).meta({ description: 'Weight in grams.', example: 20 });
export const format = z
  .enum(formats)
  .meta({ description: 'What the carrier will take it for.', example: 'letter' });

/** What a site says about a letter; the scan follows. */
export const letter = z
  .strictObject({
    siteReference: z.string().max(80).regex(label).meta({
      description: 'The label on the paper, unique at the site.',
      example: 'GNT-2027-000123',
    }),
    postbox: z.string().min(1).max(40).meta({ description: 'Number of the postbox.', example: 'BE 1001' }),
    addresseeId: idParameter('The addressee, when the name was recognised.').optional(),
    senderLine: line(200, 'The sender as it stands on the letter, when known.', 'Stad Gent').optional(),
    receivedAt: instant('When the paper came; not in the future.'),
    weightGrams,
    format,
  })
  .meta({ id: 'LetterHandedIn', description: 'What a site knows of a letter before it is opened.' });

export type Letter = z.output<typeof letter>;
