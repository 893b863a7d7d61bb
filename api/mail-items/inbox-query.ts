import { z } from 'zod';
import { stages } from '../../domain/mail-item.ts';
import { documentLocations } from '../../domain/trashing.ts';
import { pageQuery } from '../pages.ts';
import { booleanParameter, idParameter, instant } from '../parameters.ts';

/** What the inbox can be asked for; all that is asked must hold. */
export const inboxQuery = z.strictObject({
  ...pageQuery,
  stage: z.enum(stages).meta({ description: 'Where the paper stands.', example: 'undecided' }).optional(),
  postboxId: idParameter('Letters of this box.').optional(),
  addresseeId: idParameter('Letters for this addressee.').optional(),
  dueBefore: instant('Letters whose decision is awaited before this instant.').optional(),
  location: z
    .enum(documentLocations)
    .meta({ description: 'Where the scan lies; without it wherever.', example: 'inbox' })
    .optional(),
  unread: booleanParameter('`true`: letters you have not read; `false`: those you have.').optional(),
});
