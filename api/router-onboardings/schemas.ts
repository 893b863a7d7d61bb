/** Routers that clients ask for, as they are asked for, vetted and shown. */
import { z } from 'zod';
import { onboardingStages } from '../../domain/router-onboarding.ts';
import { idParameter, line, mailAddressOrNull } from '../parameters.ts';
import { pageOf, pageQuery } from '../pages.ts';
import { addressFields, enterpriseNumber, entryFields, routerShown } from '../routers/schemas.ts';
import { idShown, instantOrNull, instantShown } from '../shapes.ts';

const email = mailAddressOrNull(
  'Of somebody there, whom to invite to register.',
  'info@routage-lenoir.example',
);
export const askBody = z
  .strictObject({
    ...addressFields,
    email,
    enterpriseNumber,
    note: line(500, 'What else is known of it, for staff.', 'They print our catalogue.')
      .nullable()
      .default(null)
      .meta({ description: 'What else is known of it, for staff.', example: 'They print our catalogue.' }),
  })
  .meta({ id: 'RouterAsked', description: 'What you know of a router that the directory lacks.' });

export const approvalBody = z
  .union([
    z.strictObject({ routerId: idParameter('The router of the directory that it turned out to be.') }),
    z.strictObject({
      entry: z
        .strictObject({ ...entryFields, email, enterpriseNumber })
        .meta({ description: 'A new entry, which gets the next number.' }),
    }),
  ])
  .meta({
    id: 'RouterApproval',
    description:
      'What it is listed as: a router that stands in the directory, or a new entry. With the enterprise number of a company ' +
      'that is registered, the entry is its own at once.',
  });

export const declineBody = z
  .strictObject({ note: line(500, 'Why, as the client reads it.', 'We could not reach this company.') })
  .meta({ id: 'RouterDeclined', description: 'Why it is not listed.' });

export const onboardingParams = z.strictObject({ id: idParameter('The onboarding.') });

const text = (description: string, example: string) => z.string().meta({ description, example });
const textOrNull = (description: string, example: string) =>
  z.string().nullable().meta({ description, example });

export const onboardingShown = z
  .strictObject({
    id: idShown('The onboarding.'),
    companyId: idShown('The client that asked.'),
    companyName: text('Its name.', 'Bakkerij Peeters'),
    stage: z.enum(onboardingStages).meta({
      description:
        '`vetting` and `overdue`: with staff. `registration`: listed, and invited to register. `confirmation`: one of its ' +
        'administrators is to confirm. The others: it is over.',
      example: 'vetting',
    }),
    name: text('As it was asked for.', 'Routage Lenoir'),
    street: text('Street and number.', '14 rue du Molinel'),
    postalCode: text('Postal code.', '59000'),
    city: text('City.', 'Lille'),
    country: text('ISO 3166-1, two letters.', 'FR'),
    email: textOrNull('Of somebody there; only for the client and staff.', 'info@routage-lenoir.example'),
    enterpriseNumber: textOrNull('As the client knew it.', 'FR40303265045'),
    note: textOrNull(
      'What else the client wrote; only for the client and staff.',
      'They print our catalogue.',
    ),
    decisionNote: textOrNull('Why it was declined.', 'We could not reach this company.'),
    router: routerShown.nullable().meta({ description: 'The entry that was made of it.' }),
    askedAt: instantShown('When it was asked for.'),
    dueAt: instantShown('Until when staff answer, in opening hours.'),
    listedAt: instantOrNull('When it was listed.'),
    endsAt: instantOrNull('Until when the router may confirm.'),
    closedAt: instantOrNull('When it was over.'),
  })
  .meta({ id: 'RouterOnboarding', description: 'A router on its way into the directory.' });

export const onboardingPage = pageOf(onboardingShown).meta({
  id: 'RouterOnboardingPage',
  description: 'A page of routers on their way into the directory.',
});

export const onboardingQuery = z.strictObject({
  stage: z
    .enum(onboardingStages)
    .meta({ description: 'Only these; for staff those that they have, unless given.', example: 'vetting' })
    .optional(),
  ...pageQuery,
});
