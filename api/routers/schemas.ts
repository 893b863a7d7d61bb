/** Entries of the directory of routers as they are shown and set. */
import { z } from 'zod';
import { idParameter, line } from '../parameters.ts';
import { pageOf, pageQuery } from '../pages.ts';
import { idShown, versionShown } from '../shapes.ts';

const types = ['conventional', 'other'] as const;
const typeMeta = {
  description: 'Conventional routers identify the senders they work for; others do not.',
  example: 'conventional',
};

const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .meta({ description: 'ISO 3166-1, two letters.', example: 'FR' });

export const addressFields = {
  name: line(200, 'Its name.', 'Routage Lenoir'),
  street: line(200, 'Street and number.', '14 rue du Molinel'),
  postalCode: line(20, 'Postal code.', '59000'),
  city: line(100, 'City.', 'Lille'),
  country,
};

export const entryFields = { ...addressFields, type: z.enum(types).meta(typeMeta) };
export const entryBody = z
  .strictObject(entryFields)
  .meta({ id: 'RouterEntry', description: 'What the directory says of it.' });

export const enterpriseNumber = z
  .string()
  .regex(/^[A-Z]{2}[A-Z0-9]{6,14}$/)
  .nullable()
  .default(null)
  .meta({ description: 'As the register writes it, country first.', example: 'FR40303265045' });

export const newEntryBody = z
  .strictObject({
    brand: z.string().max(60).meta({ description: 'In whose directory.', example: 'postkamer' }),
    ...entryFields,
    enterpriseNumber,
  })
  .meta({ id: 'NewRouterEntry', description: 'A router that nobody asked for.' });

const text = (description: string, example: string) => z.string().meta({ description, example });

export const routerShown = z
  .strictObject({
    id: idShown('The router.'),
    number: text('By which it is told from others of its name.', 'R10001'),
    name: text('Its name.', 'Routage Lenoir'),
    street: text('Street and number.', '14 rue du Molinel'),
    postalCode: text('Postal code.', '59000'),
    city: text('City.', 'Lille'),
    country: text('ISO 3166-1, two letters.', 'FR'),
    type: z.enum(types).meta(typeMeta),
    hasAccount: z.boolean().meta({ description: 'Whether it has registered here.', example: true }),
    isConfirmed: z
      .boolean()
      .meta({ description: 'Whether one of its administrators has confirmed the entry.', example: true }),
    version: versionShown,
  })
  .meta({ id: 'Router', description: 'An outside mail-service supplier to whom clients give rights.' });

export const routerPage = pageOf(routerShown).meta({ id: 'RouterPage', description: 'A page of routers.' });

export const routerQuery = z.strictObject({
  q: line(100, 'Part of a name, number, place or postal code.', 'lenoir').optional(),
  country: country.optional(),
  type: z.enum(types).meta(typeMeta).optional(),
  ...pageQuery,
});

export const routerParams = z.strictObject({ id: idParameter('The router.') });
