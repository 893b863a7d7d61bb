import { z } from 'zod';
import { sexes } from '../../domain/user.ts';
import { grantActions } from '../../domain/rights.ts';
import { languages } from '../../texts/languages.ts';
import { line, linkToken, mailAddress } from '../parameters.ts';
import { rightSetShown } from '../rights/schemas.ts';
import { idShown, instantOrNull } from '../shapes.ts';

export const ownDataBody = z
  .strictObject({
    firstName: line(100, 'First name.', 'An').optional(),
    lastName: line(100, 'Last name.', 'Peeters').optional(),
    sex: z.enum(sexes).nullable().optional().meta({ description: 'For the salutation.', example: 'female' }),
    phone: line(40, 'Where you can be called.', '+32 2 555 12 12')
      .nullable()
      .optional()
      .meta({ description: 'Where you can be called.', example: '+32 2 555 12 12' }),
    language: z.enum(languages).optional().meta({ description: 'Of screens and mails.', example: 'nl' }),
  })
  .meta({ id: 'OwnDataChange', description: 'What is left out stays as it is.' });

export const ownEmailBody = z.strictObject({
  email: mailAddress('Where your mails are to go.', 'an@example.com'),
});

export const emailAsked = z
  .strictObject({
    linkEndsAt: instantOrNull(
      'Until when the link in the mail works; null when the address is in force already.',
    ),
  })
  .meta({ id: 'OwnEmailAsked', description: 'What happens next with the address.' });

export const securityBody = z.strictObject({
  question: line(200, 'A question that only you answer.', 'The name of your first teacher?'),
  answer: line(200, 'The answer; only a hash of it is kept.', 'Juf Marijke'),
});

const text = (description: string, example: string) => z.string().nullable().meta({ description, example });

const box = z.strictObject({
  postboxId: idShown('The postbox.'),
  number: z.string().meta({ description: 'Its number.', example: 'BE 1001' }),
  actions: z
    .array(z.enum(grantActions))
    .meta({ description: 'What you may do with it.', example: ['read', 'decide'] }),
});

const account = z.strictObject({
  accountId: idShown('The account.'),
  number: z.string().meta({ description: 'Its number at the operator.', example: '10000042' }),
  companyId: idShown('The company.'),
  name: z.string().meta({ description: 'Its name.', example: 'Bakkerij Peeters' }),
  enterpriseNumber: text('As registered.', 'BE0403170701'),
  street: text('Street and number.', 'Meir 12'),
  postalCode: text('Postal code.', '2000'),
  city: text('City.', 'Antwerpen'),
  country: text('Country.', 'BE'),
  profile: z
    .enum(['administrator', 'user'])
    .meta({ description: 'As what you belong to it.', example: 'user' }),
  isRouter: z.boolean().meta({
    description: 'Whether the account is that of a client for whom your company works as a router.',
    example: false,
  }),
  applications: z
    .array(
      z.strictObject({
        application: z.string().meta({ description: 'By its key.', example: 'postbox' }),
        name: z.string().meta({ description: 'Its name in your language.', example: 'Postbox' }),
        profile: z.string().nullable().meta({ description: 'Where it has profiles.', example: null }),
        rights: rightSetShown,
      }),
    )
    .meta({ description: 'What you may do there.' }),
  postboxes: z.array(box).meta({ description: 'Its postboxes on which you have a right.' }),
});

export const ownAccounts = z
  .strictObject({ accounts: z.array(account).meta({ description: 'By name.' }) })
  .meta({ id: 'OwnAccounts', description: 'Where you have at least one right.' });

export const tokenBody = z.strictObject({
  token: linkToken,
});
