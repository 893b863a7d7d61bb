import { z } from 'zod';
import { documentLocations } from '../../domain/trashing.ts';
import { idParameter } from '../parameters.ts';
import { idShown, instantShown } from '../shapes.ts';
import { paper, trashing } from '../trashings/schemas.ts';

export const documentParams = z.strictObject({ id: idParameter('The document.') });

const location = z.enum(documentLocations).meta({
  description: 'Where the scan lies; `destroyed`: only the record of its destruction is left.',
  example: 'inbox',
});

export const document = z
  .strictObject({
    id: idShown('The document.'),
    mailItemId: idShown('The letter whose picture it is.'),
    postboxId: idShown('The box it came to.'),
    siteReference: z.string().meta({ description: 'The label on the paper.', example: 'GNT-2027-000123' }),
    publishedAt: instantShown('When it appeared.', '2027-02-02T14:00:00.000Z'),
    location,
    pageCount: z.int().meta({ description: 'Pages.', example: 2 }),
    bytes: z.int().meta({ description: 'Size of the PDF.', example: 48_213 }),
    trashing: trashing.nullable().meta({ description: 'Its stay in the trash; null unless it is there.' }),
    paper,
  })
  .meta({ id: 'Document', description: 'The scan of a letter. The paper and its picture are two things.' });

export const documentMoved = z
  .strictObject({
    id: idShown('The document.'),
    mailItemId: idShown('The letter whose picture it is.'),
    location,
    paper,
  })
  .meta({ id: 'DocumentMoved', description: 'A scan after it was moved.' });
