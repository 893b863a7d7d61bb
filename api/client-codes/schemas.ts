/** Customers of an issuer, as it tells of them and reads them again. */
import { z } from 'zod';
import { calendarDay, idParameter, line, mailAddressOrNull } from '../parameters.ts';
import { pageOf } from '../pages.ts';
import { dayOrNull, idShown, versionShown } from '../shapes.ts';
import { languages } from '../../texts/languages.ts';

export const clientCodeParams = z.strictObject({ id: idParameter('The client code.') });

const optional = <Schema extends z.ZodType>(schema: Schema, description: string, example: string) =>
  schema.nullable().default(null).meta({ description, example });

const facts = {
  companyName: line(200, 'Name of the customer.', 'Garage Vermeulen'),
  language: z.enum(languages).meta({ description: 'In which the customer is written to.', example: 'nl' }),
  email: mailAddressOrNull('Where reminders go; null: none are sent.', 'garage@example.com'),
  street: optional(line(200, 'Street.', 'Kaai 4'), 'Street and number.', 'Kaai 4'),
  postalCode: optional(line(20, 'Postal code.', '9000'), 'Postal code.', '9000'),
  city: optional(line(100, 'City.', 'Gent'), 'City.', 'Gent'),
  country: optional(z.string().regex(/^[A-Z]{2}$/), 'ISO 3166-1, two letters.', 'BE'),
  contractStartedOn: optional(
    calendarDay('Start of the contract.'),
    'Start of the contract: from then on documents are shown.',
    '2019-09-01',
  ),
  formChannel: optional(
    line(80, 'Channel chosen.', 'on paper'),
    'What he chose on your e-invoicing form, in his language: the letter with his code names it.',
    'on paper',
  ),
};

const code = line(
  60,
  'Prefix and customer number; blanks, dots, hyphens and strokes do not matter.',
  'DL210001',
);

export const clientCodeBody = z
  .strictObject({ code, ...facts })
  .meta({ id: 'ClientCodeMade', description: 'A customer, with what letters to him need.' });

/** One row of a file: empty is not said. */
export const clientCodeRow = z.object({ code, ...facts });

const text = (description: string, example: string) => z.string().meta({ description, example });
const textOrNull = (description: string, example: string) =>
  z.string().nullable().meta({ description, example });

export const clientCodeShown = z
  .strictObject({
    id: idShown('The client code.'),
    issuerId: idShown('Whose customer it is.'),
    code: text('Prefix and customer number.', 'DL210001'),
    prefix: text('The prefix.', 'DL2'),
    customerNumber: text('The customer number.', '10001'),
    companyName: text('Name of the customer.', 'Garage Vermeulen'),
    language: text('In which he is written to.', 'nl'),
    email: textOrNull('Where reminders go.', 'garage@example.com'),
    street: textOrNull('Street and number.', 'Kaai 4'),
    postalCode: textOrNull('Postal code.', '9000'),
    city: textOrNull('City.', 'Gent'),
    country: textOrNull('ISO 3166-1, two letters.', 'BE'),
    contractStartedOn: dayOrNull('Start of the contract.', '2019-09-01'),
    formChannel: textOrNull('What he chose on the e-invoicing form.', 'on paper'),
    version: versionShown,
  })
  .meta({
    id: 'ClientCode',
    description: 'A customer of an issuer. Who receives his documents is told to nobody.',
  });

export const clientCodePage = pageOf(clientCodeShown).meta({
  id: 'ClientCodePage',
  description: 'A page of client codes.',
});

const count = (description: string, example: number) => z.int().meta({ description, example });

const refusedRow = z
  .strictObject({
    rowNo: count('From 1, without the heading.', 3),
    clientCode: text('As the file has it.', 'DL9 10001'),
    reason: text('Why.', 'client-code.unknown-prefix'),
    text: text('The same in your language.', 'This client code is not yours'),
  })
  .meta({ id: 'RefusedRow', description: 'A row that nothing was made of.' });

export const importReport = z
  .strictObject({
    rows: count('Rows of the file.', 120),
    made: count('New customers.', 100),
    changed: count('Customers of whom something has changed.', 5),
    unchanged: count('Customers who were known so.', 14),
    refused: z.array(refusedRow).meta({ description: 'Every row that was not taken, in their order.' }),
  })
  .meta({ id: 'ClientCodeImport', description: 'What became of each row.' });
