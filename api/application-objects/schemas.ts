import { z } from 'zod';
import { pageOf, pageQuery } from '../pages.ts';
import { idParameter } from '../parameters.ts';
import { centsOrNull, idShown, instantShown } from '../shapes.ts';

export const objectParams = z.strictObject({ id: idParameter('The object.') });

export const objectsQuery = z.strictObject({
  ...pageQuery,
  accountId: idParameter('Only of this account.').optional(),
  application: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
    .meta({ description: 'Only of this application.', example: 'invoice-reporter' })
    .optional(),
  value: z
    .string()
    .regex(/^[a-z0-9-]{1,60}:[^\p{Cc}]{1,100}$/u)
    .meta({
      description: 'Only what is about this: `dimension:value`.',
      example: 'invoice-addresses:100001',
    })
    .optional(),
});

export const objectShown = z
  .strictObject({
    id: idShown('The object.'),
    accountId: idShown('The account.'),
    application: z.string().meta({ description: 'The application.', example: 'invoice-reporter' }),
    applicationName: z
      .string()
      .meta({ description: 'Its name in your language.', example: 'Invoice Reporter' }),
    title: z.string().meta({ description: 'What it is.', example: 'Invoice 2027/0042' }),
    values: z.record(z.string(), z.string()).meta({
      description: 'What it is about, by dimension.',
      example: { 'invoice-addresses': '100001' },
    }),
    isOwn: z.boolean().meta({ description: 'Whether you made it.', example: false }),
    createdAt: instantShown('When it was made.'),
    priceCents: centsOrNull(
      'Null without a right to see prices of this scope, and where it has none.',
      12_50,
    ),
  })
  .meta({ id: 'ApplicationObject', description: 'A deposit, an invoice: what an application shows.' });

export const objectsPage = pageOf(objectShown).meta({
  id: 'ApplicationObjectPage',
  description: 'Objects of the applications that your rights show you.',
});
