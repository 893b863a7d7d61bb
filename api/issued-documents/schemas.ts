/** Invoices and credit notes as they are shown (WF-33, IP-10). */
import { z } from 'zod';
import { caseStages } from '../../domain/document-case.ts';
import { documentChannels, documentKinds } from '../../domain/issued-document.ts';
import { pageOf } from '../pages.ts';
import { idParameter } from '../parameters.ts';
import { dayOrNull, dayShown, idShown, instantOrNull, instantShown } from '../shapes.ts';

export const documentParams = z.strictObject({ id: idParameter('The document.') });

const delivery = z
  .strictObject({
    channel: z.enum(documentChannels).nullable().meta({
      description: 'Fixed when it was issued; null as long as nobody knows whose it is.',
      example: 'electronic',
    }),
    visibleFromAt: instantOrNull('Until then nobody sees it; null when it had no embargo.'),
    withdrawnAt: instantOrNull('Since when nobody sees it any more.'),
    corrects: z.string().nullable().meta({ description: 'The document whose place it took.', example: null }),
    waits: z.enum(caseStages).nullable().meta({
      description:
        '`quarantined`: staff look whose it is. `embargoed`: until its day. Null: it is simply there, or gone.',
      example: null,
    }),
  })
  .meta({ description: 'How it went out. Who receives it, and whether it was read, no issuer learns.' });

export const issuedDocument = z
  .strictObject({
    id: idShown('The document.'),
    issuer: z
      .strictObject({
        id: idShown('The issuer.'),
        name: z.string().meta({ description: 'Its name.', example: 'Wagenpark Lease' }),
      })
      .meta({ description: 'Who sent it.' }),
    clientCode: z.string().meta({ description: 'Prefix and customer number.', example: 'DL210001' }),
    number: z.string().meta({ description: 'Its number.', example: '2027-000123' }),
    kind: z.enum(documentKinds).meta({ description: 'What it is.', example: 'invoice' }),
    issuedOn: dayShown('The day it bears.'),
    dueOn: dayOrNull('Until when it is to be paid.'),
    totalCents: z.int().meta({ description: 'In cents, VAT included, signed as printed.', example: 12_100 }),
    currency: z.string().meta({ description: 'ISO 4217.', example: 'EUR' }),
    refersTo: z
      .string()
      .nullable()
      .meta({ description: 'The number of the document it refers to.', example: null }),
    publishedAt: instantShown('When it was handed in.'),
    forms: z.array(z.enum(['pdf', 'ubl'])).meta({ description: 'As what it can be read.', example: ['pdf'] }),
    isUnread: z
      .boolean()
      .nullable()
      .meta({ description: 'For you; null for an issuer and staff.', example: true }),
    delivery: delivery
      .nullable()
      .meta({ description: 'For its issuer and staff; null for who receives it.' }),
  })
  .meta({ id: 'IssuedDocument', description: 'An invoice or a credit note.' });

export const issuedDocumentsPage = pageOf(issuedDocument).meta({
  id: 'IssuedDocuments',
  description: 'A page of documents.',
});
