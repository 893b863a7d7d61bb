/** Holds on documents as staff place and see them. */
import { z } from 'zod';
import { pageOf, pageQuery } from '../pages.ts';
import { idParameter, line } from '../parameters.ts';
import { idShown, instantOrNull, instantShown } from '../shapes.ts';

export const holdParams = z.strictObject({ id: idParameter('The hold.') });
export const holdsQuery = z.strictObject(pageQuery);

const reason = line(500, 'Why it must be kept: for staff and for whoever audits.', 'Tax audit 2027/118');

export const holdBody = z
  .discriminatedUnion('of', [
    z.strictObject({
      of: z.literal('document').meta({ description: 'One document.', example: 'document' }),
      documentId: idParameter('The document.'),
      reason,
    }),
    z.strictObject({
      of: z
        .literal('client-code')
        .meta({ description: 'Everything of a client code.', example: 'client-code' }),
      clientCodeId: idParameter('The client code.'),
      reason,
    }),
  ])
  .meta({ id: 'RetentionHoldPlacing', description: 'What must not be destroyed, and why.' });

export const retentionHold = z
  .strictObject({
    id: idShown('The hold.'),
    documentId: z
      .string()
      .nullable()
      .meta({ description: 'The document; null of a client code.', example: null }),
    clientCodeId: z
      .string()
      .nullable()
      .meta({ description: 'The client code; null of a document.', example: null }),
    reason: z.string().meta({ description: 'Why.', example: 'Tax audit 2027/118' }),
    placedAt: instantShown('Since when.'),
    releasedAt: instantOrNull('Until when; null while it holds.'),
  })
  .meta({ id: 'RetentionHold', description: 'Something that is not destroyed when its retention ends.' });

export const holdsPage = pageOf(retentionHold).meta({
  id: 'RetentionHolds',
  description: 'A page of holds.',
});
