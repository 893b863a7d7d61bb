/** Duplicates as who asks and who answers see them (WF-38). */
import { z } from 'zod';
import { duplicateRefusals, duplicateStages } from '../../domain/duplicate-request.ts';
import { pageOf, pageQuery } from '../pages.ts';
import { idParameter } from '../parameters.ts';
import { idShown, instantOrNull, instantShown } from '../shapes.ts';

export const duplicateParams = z.strictObject({ id: idParameter('The request.') });
export const duplicatesQuery = z.strictObject(pageQuery);

export const duplicateBody = z
  .strictObject({
    clientCode: z
      .string()
      .min(1)
      .max(60)
      .meta({ description: 'A client code that you read.', example: 'DL210001' }),
    number: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .meta({ description: 'The number of the document, as it is printed.', example: '2027-000123' }),
    issuerId: idParameter('Its issuer, where two have a client code of that text.').optional(),
  })
  .meta({ id: 'DuplicateAsked', description: 'Of which document a duplicate is wanted.' });

const stage = z.enum(duplicateStages).meta({
  description: '`fetching`: it is stored and comes at once. `issuer`, `overdue`: its issuer has to find it.',
  example: 'delivered',
});

const common = {
  id: idShown('The request.'),
  stage,
  clientCode: z.string().meta({ description: 'For which customer number.', example: 'DL210001' }),
  issuerName: z.string().meta({ description: 'Whose document.', example: 'Wagenpark Lease Services' }),
  number: z.string().meta({ description: 'Its number.', example: '2027-000123' }),
  openedAt: instantShown('When it was asked for.'),
  dueAt: instantOrNull('Until when its issuer finds it; null where it is stored.'),
};

export const ownDuplicate = z
  .strictObject({
    ...common,
    deliveredAt: instantOrNull('Since when you can fetch it.'),
    copyEndsAt: instantOrNull('Until when.'),
    refused: z
      .enum([...duplicateRefusals, 'withdrawn', 'destroyed'])
      .nullable()
      .meta({ description: 'Why there is none.', example: null }),
  })
  .meta({ id: 'OwnDuplicate', description: 'A duplicate that you asked for.' });

export const ownDuplicates = z
  .strictObject({ items: z.array(ownDuplicate).meta({ description: 'The latest first.' }) })
  .meta({ id: 'OwnDuplicates', description: 'Duplicates that you asked for.' });

export const waitingDuplicate = z
  .strictObject({
    ...common,
    overdueAt: instantOrNull('Since when it is overdue.'),
  })
  .meta({
    id: 'WaitingDuplicate',
    description: 'A duplicate that its issuer has to find; who asked is not told.',
  });

export const duplicatesPage = pageOf(waitingDuplicate).meta({
  id: 'WaitingDuplicates',
  description: 'A page of the work list.',
});

export const duplicateRefusalBody = z
  .strictObject({
    reason: z.enum(duplicateRefusals).meta({
      description:
        '`unknown-number`: there is no such document. `other-client`: it is another customer’s. `not-kept`: you have no copy.',
      example: 'unknown-number',
    }),
  })
  .meta({ id: 'DuplicateRefused', description: 'Why there is no duplicate.' });
