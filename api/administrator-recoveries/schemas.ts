import { z } from 'zod';
import { recoveryPurposes, recoveryStages } from '../../domain/administrator-recovery.ts';
import { attempt } from '../factors/schemas.ts';
import { idParameter, line, linkToken } from '../parameters.ts';
import { pageOf } from '../pages.ts';
import { idShown, instantOrNull, instantShown } from '../shapes.ts';

export const recoveryParams = z.strictObject({ id: idParameter('The recovery.') });

const idOrNull = (description: string) =>
  z.string().nullable().meta({ description, example: '0193b0a1-7c1e-7d3a-9f52-3f6a1c2b4d5e' });

export const proposalBody = z
  .strictObject({
    purpose: z.enum(recoveryPurposes).default('administrator').meta({
      description:
        '`administrator`: the company has none any more. `factors`: the user has lost every second factor and recovery code.',
    }),
    userId: idParameter('Who is to administer, or has lost his factors: an active user of the company.'),
    reason: line(
      500,
      'Why, for staff.',
      'The only administrator has left; asked for by letter of the board.',
    ),
  })
  .meta({ id: 'AdministratorRecoveryProposal', description: 'Who is to be helped, by what, and why.' });

export const recovery = z
  .strictObject({
    id: idShown('The recovery.'),
    purpose: z.enum(recoveryPurposes).meta({
      description: 'What the code does: make an administrator, or remove lost factors.',
      example: 'administrator',
    }),
    companyId: idShown('The company to which the letter goes.'),
    userId: idOrNull(
      'Who is to administer, or has lost his factors; null for an applicant who is no user yet.',
    ),
    registrationId: idOrNull('The registration whose applicant is to administer; else null.'),
    reason: z.string().meta({ description: 'Why, for staff.', example: 'The only administrator has left.' }),
    stage: z.enum(recoveryStages).meta({
      description:
        '`asked`: proposed by a registration; a first person of the staff must endorse it. `proposed`: a second person must approve. `objection`: whom it takes something from may object. `code`: the code of the ' +
        'letter may be entered. The others: it is over.',
      example: 'proposed',
    }),
    proposedAt: instantShown('When it was proposed.'),
    approvedAt: instantOrNull('When a second person approved.'),
    objectionEndsAt: instantOrNull('Until when may be objected.'),
    printedAt: instantOrNull('When the letter was printed.'),
    endsAt: instantShown('When it is over if nobody does anything.'),
    awaitsAcceptance: z.boolean().meta({
      description:
        'An applicant was appointed and has not accepted his invitation yet. He may ask for another one; staff may send it again too.',
      example: false,
    }),
    closedAt: instantOrNull('When it was over.'),
  })
  .meta({
    id: 'AdministratorRecovery',
    description: 'A recovery by letter: of an administrator, or of lost factors.',
  });

export const openRecoveries = pageOf(recovery).meta({
  id: 'OpenAdministratorRecoveries',
  description: 'A page of the recoveries that are open, or wait for the appointed to accept.',
});

export const letter = z
  .strictObject({
    purpose: z
      .enum(recoveryPurposes)
      .meta({ description: 'What the letter says of its code.', example: 'administrator' }),
    name: z.string().meta({ description: 'For whose hands.', example: 'Bart Claes' }),
    companyName: z.string().meta({ description: 'To whom.', example: 'Bakkerij Peeters' }),
    language: z.string().meta({ description: 'In which language.', example: 'nl' }),
    street: z.string().meta({ description: 'Street and number.', example: 'Meir 12' }),
    postalCode: z.string().meta({ description: 'Postal code.', example: '2000' }),
    city: z.string().meta({ description: 'City.', example: 'Antwerpen' }),
    country: z.string().nullable().meta({ description: 'Country.', example: 'BE' }),
    code: z.string().meta({
      description: 'Printed in the letter and nowhere else.',
      example: 'FWTV-2M7N-0TBW-DYFS',
    }),
  })
  .meta({ id: 'AdministratorRecoveryLetter', description: 'What is printed.' });

export const objectionBody = z.strictObject({
  token: linkToken,
});
export const objected = z
  .strictObject({ objected: z.literal(true).meta({ description: 'Always `true`.', example: true }) })
  .meta({ id: 'AdministratorRecoveryObjected', description: 'It goes no further; staff look into it.' });

const printedCodeTyped = line(
  40,
  'As it is printed; case, blanks and hyphens do not matter.',
  'FWTV-2M7N-0TBW-DYFS',
);
export const codeBody = z.strictObject({ code: printedCodeTyped });
export const factorCodeBody = z.strictObject({ attempt, code: printedCodeTyped });
export const factorsGone = z
  .strictObject({ removed: z.literal(true).meta({ description: 'Always `true`.', example: true }) })
  .meta({ id: 'LostFactorsRemoved', description: 'Log in again: the password is enough.' });
export const granted = z
  .strictObject({ companyId: idShown('The company you administer now.') })
  .meta({ id: 'AdministratorRecovered', description: 'You are administrator.' });
