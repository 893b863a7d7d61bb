/** Two recipient accounts that become one, as staff, their contacts and an issuer see it (WF-37). */
import { z } from 'zod';
import { consentStages } from '../../domain/channel-consent.ts';
import { mergeRefusers, mergeSides, mergeStages } from '../../domain/account-merge.ts';
import { pageOf, pageQuery } from '../pages.ts';
import { idParameter } from '../parameters.ts';
import { idOrNull, idShown, instantOrNull, instantShown } from '../shapes.ts';

export const mergeParams = z.strictObject({ id: idParameter('The merge.') });
export const mergesQuery = z.strictObject(pageQuery);

export const mergeBody = z
  .strictObject({
    sourceAccountId: idParameter('The account that closes.'),
    targetAccountId: idParameter('The account that stays, with its main contact.'),
    contactStays: z
      .boolean()
      .meta({
        description:
          'Whether the main contact of the account that closes goes on seeing what moves, as somebody with whom it is shared.',
        example: false,
      })
      .default(false),
  })
  .meta({ id: 'AccountMergeAsked', description: 'Two accounts that should be one.' });

export const issuerMergeBody = z
  .strictObject({
    clientCodeId: idParameter('One of your client codes.'),
    intoClientCodeId: idParameter('The client code where it should be received too.'),
  })
  .meta({
    id: 'AccountMergeAskedByIssuer',
    description: 'Two client codes that one customer wants in one account.',
  });

export const issuerMergeShown = z
  .strictObject({
    outcome: z.enum(['accepted', 'nothing-to-do']).meta({
      description: '`accepted`: those concerned are asked. Nothing more is said of it.',
      example: 'accepted',
    }),
  })
  .meta({ id: 'AccountMergeAnswer', description: 'Whether there is anything to do.' });

const moving = z
  .strictObject({
    clientCode: z.string().meta({ description: 'The customer number.', example: 'DL210001' }),
    issuerName: z.string().meta({ description: 'Whose documents.', example: 'Wagenpark Lease Services' }),
    isReceived: z
      .boolean()
      .meta({ description: 'False where only what was received before moves.', example: true }),
  })
  .meta({ id: 'MovingNumber', description: 'A client code that moves.' });

const common = {
  id: idShown('The merge.'),
  stage: z.enum(mergeStages).meta({
    description:
      '`consent`: waits for both main contacts. `approval`: for staff. `revertible`: done, and can be undone. The others are over.',
    example: 'consent',
  }),
  openedAt: instantShown('When it was asked for.'),
  endsAt: instantShown('Until when it waits for consent or approval; afterwards it lapses.'),
  mergedAt: instantOrNull('When it was done.'),
  revertEndsAt: instantOrNull('Until when it can be undone.'),
  closedAt: instantOrNull('When it was over.'),
  refusedBy: z.enum(mergeRefusers).nullable().meta({ description: 'Whose no it was.', example: null }),
  contactStays: z.boolean().meta({
    description: 'Whether the contact of the account that closes goes on seeing what moves.',
    example: false,
  }),
  moves: z.array(moving).nullable().meta({
    description:
      'What moves, by client code. Null for the contact of the account that stays until the other one has consented, and where it ended without a merge.',
  }),
  sharedWith: z.int().nullable().meta({
    description: 'With how many people the account that closes shares. Null where `moves` is.',
    example: 1,
  }),
};

const ownSide = z.enum(mergeSides).meta({
  description: '`source`: your account closes. `target`: it takes the other one over.',
  example: 'source',
});

export const ownMerge = z
  .strictObject({
    ...common,
    sides: z.array(ownSide).meta({ description: 'What it means for you; both where both are yours.' }),
    closes: z.string().nullable().meta({
      description: 'Company of the account that closes. Null where `moves` is.',
      example: 'Garage Vermeulen',
    }),
    stays: z.string().meta({ description: 'Company of the account that stays.', example: 'Vermeulen Group' }),
    hasConsented: z.boolean().meta({ description: 'Whether you have said yes.', example: false }),
  })
  .meta({ id: 'OwnAccountMerge', description: 'A merge of your account with another one.' });

export const ownMerges = z
  .strictObject({ items: z.array(ownMerge).meta({ description: 'The latest first.' }) })
  .meta({ id: 'OwnAccountMerges', description: 'Merges of your accounts.' });

const account = (description: string) =>
  z
    .strictObject({
      id: idShown('The account.'),
      companyName: z.string().meta({ description: 'Its company.', example: 'Garage Vermeulen' }),
      kind: z.enum(['b2b', 'b2c']).meta({ description: 'A business or a person.', example: 'b2b' }),
      enterpriseNumber: z
        .string()
        .nullable()
        .meta({ description: 'Its enterprise number.', example: 'BE0403170701' }),
      consentedAt: instantOrNull('When its main contact consented.'),
    })
    .meta({ description });

export const accountMerge = z
  .strictObject({
    ...common,
    askedBy: idOrNull('Who of the staff asked for it; null for an issuer.'),
    source: account('The account that closes.'),
    target: account('The account that stays.'),
  })
  .meta({ id: 'AccountMerge', description: 'Two recipient accounts that become one.' });

export const mergesPage = pageOf(accountMerge).meta({
  id: 'AccountMerges',
  description: 'A page of merges.',
});

export const accountsQuery = z.strictObject({
  clientCode: z
    .string()
    .min(1)
    .max(60)
    .meta({ description: 'A client code that is or was received in them.', example: 'DL210001' }),
});

const receptionOfAccount = z
  .strictObject({
    id: idShown('The reception: by it staff report that a mail came back.'),
    issuerName: z.string().meta({ description: 'Whose documents.', example: 'Wagenpark Lease Services' }),
    stage: z.enum(consentStages).meta({
      description: '`electronic`, `asked` whether his mails arrive, or how it ended.',
      example: 'electronic',
    }),
    consentedAt: instantShown('When he agreed.'),
  })
  .meta({ id: 'ReceptionOfAccount', description: 'A client code received in an account, now or before.' });

export const recipientAccounts = z
  .strictObject({
    items: z
      .array(
        z
          .strictObject({
            id: idShown('The account.'),
            brand: z.string().meta({ description: 'Its brand.', example: 'postkamer' }),
            companyName: z.string().meta({ description: 'Its company.', example: 'Garage Vermeulen' }),
            kind: z.enum(['b2b', 'b2c']).meta({ description: 'A business or a person.', example: 'b2b' }),
            enterpriseNumber: z
              .string()
              .nullable()
              .meta({ description: 'Its enterprise number.', example: 'BE0403170701' }),
            username: z.string().meta({ description: 'Of its main contact.', example: 'BE0403170701' }),
            closedAt: instantOrNull('When it was closed.'),
            receptions: z
              .array(receptionOfAccount)
              .meta({ description: 'Each time that client code was received in it, the latest first.' }),
          })
          .meta({ id: 'RecipientAccount', description: 'The log-in of somebody who receives documents.' }),
      )
      .meta({ description: 'The oldest first.' }),
  })
  .meta({ id: 'RecipientAccounts', description: 'Accounts in which a client code is or was received.' });
