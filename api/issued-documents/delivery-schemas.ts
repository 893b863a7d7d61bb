/** What an issuer says of a document it delivers (WF-33). */
import { z } from 'zod';
import { documentKinds } from '../../domain/issued-document.ts';
import { calendarDay, line } from '../parameters.ts';

const clientCode = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9 ./-]{0,38}[A-Za-z0-9]$/)
  .meta({
    description: 'Prefix and customer number; blanks and small letters do no harm.',
    example: 'DL2 10001',
  });

const documentData = z
  .strictObject({
    number: line(60, 'Its number, once an issuer.', '2027-000123'),
    kind: z.enum(documentKinds).meta({ description: 'What it is.', example: 'invoice' }),
    clientCode,
    issuedOn: calendarDay('The day it bears.'),
    dueOn: calendarDay('Until when it is to be paid.').optional(),
    totalCents: z.int().min(-100_000_000_000).max(100_000_000_000).meta({
      description:
        'VAT included, signed as printed, in hundredths of the currency, also of one that has no cents.',
      example: 12_100,
    }),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .default('EUR')
      .meta({ description: 'ISO 4217.', example: 'EUR' }),
    refersTo: line(
      60,
      'Of a credit note: the number of its invoice, which may come later.',
      '2027-000101',
    ).optional(),
  })
  .meta({ description: 'What is printed on it; of a PDF only, for UBL says it itself.' });

export const deliveryMetadata = z
  .strictObject({
    embargoUntil: calendarDay(
      'Nobody sees it before the start of that day in the zone of the brand.',
    ).optional(),
    data: documentData.optional(),
  })
  .meta({ id: 'DocumentDelivery', description: 'What an issuer says of a document.' });

export type DeliveryMetadata = z.output<typeof deliveryMetadata>;
