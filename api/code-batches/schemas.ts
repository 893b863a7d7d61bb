/** Batches of codes, their reports and their letters. */
import { z } from 'zod';
import { announcementChannels } from '../../domain/activation-code.ts';
import { batchStages } from '../../domain/code-batch.ts';
import { booleanParameter, calendarDay, idParameter, integerParameter } from '../parameters.ts';
import { pageOf, pageQuery } from '../pages.ts';
import { idOrNull, idShown, instantOrNull, instantShown, localShown, zoneShown } from '../shapes.ts';

export const batchParams = z.strictObject({ id: idParameter('The batch.') });

export const batchQuery = z.strictObject({
  reference: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,60}$/)
    .meta({ description: 'Your name for this file; once a file.', example: '2027-02-A' }),
});

const count = (description: string, example: number) => z.int().meta({ description, example });

export const batchShown = z
  .strictObject({
    id: idShown('The batch.'),
    reference: z.string().meta({ description: 'Your name for its file.', example: '2027-02-A' }),
    stage: z.enum(batchStages).meta({
      description:
        '`filling`: its file was not read to the end; send it again. `sealed`: its letters can be printed. `printed`, ' +
        '`lapsed`: the key is destroyed, and nobody reads its codes again.',
      example: 'sealed',
    }),
    rows: count('Rows of the file so far.', 120),
    made: count('Codes that were made of them.', 117),
    createdAt: instantShown('When it was made.'),
    keyEndsAt: instantShown('When its key is destroyed at the latest.'),
    localKeyEndsAt: localShown('The same on the clock of `zone`.'),
    zone: zoneShown('The brand’s.'),
    closedAt: instantOrNull('When the key was destroyed.'),
  })
  .meta({ id: 'CodeBatch', description: 'Codes made from one file.' });

export const batchPage = pageOf(batchShown).meta({
  id: 'CodeBatchPage',
  description: 'A page of batches, the latest first.',
});

export const reportQuery = z.strictObject({
  refusedOnly: booleanParameter('Only rows that nothing was made of.').optional(),
  ...pageQuery,
});

const reportRow = z
  .strictObject({
    rowNo: count('From 1, without the heading.', 3),
    clientCode: z.string().meta({ description: 'As the file has it.', example: 'DL2 10001' }),
    codeId: idOrNull('The code that was made; null when none was.'),
    reason: z
      .string()
      .nullable()
      .meta({ description: 'Why none was made.', example: 'activation-code.live' }),
    text: z
      .string()
      .nullable()
      .meta({ description: 'The same in your language.', example: 'This customer has a code already' }),
  })
  .meta({ id: 'CodeBatchRow', description: 'What became of a row.' });

export const reportPage = pageOf(reportRow).meta({
  id: 'CodeBatchReport',
  description: 'The report of a batch, row by row.',
});

const rowNumber = (description: string) => integerParameter({ minimum: 1, maximum: 5_000, description });

export const lettersQuery = z.strictObject({
  from: rowNumber('The first letter to print, from 1; the first unless given.').optional(),
  count: integerParameter({
    minimum: 1,
    maximum: 1_000,
    description: 'How many; 1,000 unless given.',
  }).optional(),
});

export const announcementBody = z
  .strictObject({
    on: calendarDay('On which day the customer was told: not in the future, not before the code was made.'),
    channel: z.enum(announcementChannels).meta({
      description: 'How: in a letter of its own, on an invoice, by mail, or otherwise.',
      example: 'letter',
    }),
  })
  .meta({ id: 'CodeAnnouncement', description: 'A dated fact; the earliest counts, whatever their order.' });

export const announcedShown = z
  .strictObject({
    announced: count('Codes that were announced with it.', 115),
    skipped: count('Codes that are over by now.', 2),
  })
  .meta({ id: 'CodeBatchAnnounced', description: 'How many codes it concerns.' });
