import { z } from 'zod';
import { identityStages } from '../../domain/identity-check.ts';
import { languages } from '../../texts/languages.ts';
import type { HeldStage } from '../../texts/registrations.ts';
import { scopeValue } from '../accounts/schemas.ts';
import { idParameter, line, linkToken } from '../parameters.ts';
import { formKey } from '../registration-forms/schemas.ts';
import { idShown, instantOrNull, instantShown, localShown, zoneShown } from '../shapes.ts';

export const registrationParams = z.strictObject({ id: idParameter('The registration.') });

/** What the holder of a case proves himself by; documented with every operation of his. */
export const formKeyHeader = {
  'Registration-Key': z
    .string()
    .regex(/^[A-Za-z0-9_-]{43,86}$/)
    .meta({
      description:
        'A secret of yours, made at random before the form is sent for the first time (256 bits in base64url). It ' +
        'opens the registration to you alone, and makes one of a form that is sent twice.',
      example: 'q8Wm2x0Yk5Jt7Vb1Nc4Rz6Lp9Hd3Gf0Sa8Ue5Io2TyQ',
    }),
};

const answer = z.union([z.string().max(2_000), z.boolean(), z.array(z.string().max(200)).max(50)]);

const answersMeta = {
  description: 'Answers by the name of their field, as the form describes them.',
  example: {
    companyName: 'Brasserie du Coin',
    enterpriseNumber: 'BE0403170701',
    street: 'Rue Haute 1',
    postalCode: '1000',
    city: 'Bruxelles',
    country: 'BE',
    firstName: 'Zoë',
    lastName: 'Maes',
    email: 'zoe.maes@example.com',
    applications: ['postbox'],
  },
};

export const beginBody = z
  .strictObject({
    form: formKey,
    language: z.enum(languages).meta({ description: 'In which you are answered.', example: 'nl' }),
    answers: z.record(z.string().max(40), answer).meta(answersMeta),
  })
  .meta({ id: 'RegistrationBegun', description: 'A form, whole or unfinished; the mail address is needed.' });

export const supplementBody = z
  .strictObject({
    language: z.enum(languages).meta({ description: 'In which you are answered.', example: 'fr' }).optional(),
    answers: z
      .record(z.string().max(40), answer.nullable())
      .meta({ ...answersMeta, description: 'What is to be changed; null takes an answer away.' }),
  })
  .meta({ id: 'RegistrationSupplement', description: 'More answers, or other ones.' });

export const tokenBody = z.strictObject({
  token: linkToken,
});

export const confirmed = z
  .strictObject({ confirmed: z.literal(true).meta({ description: 'Always `true`.', example: true }) })
  .meta({ id: 'RegistrationConfirmed', description: 'The mail address is confirmed.' });

/** How a case stands for its applicant: how it was answered goes by mail to the confirmed address alone. */
const heldStages = [
  'draft',
  'unconfirmed',
  'returned',
  'review',
  'approved',
  'granted',
  'rejected',
  'answered',
  'abandoned',
  'withdrawn',
] as const satisfies readonly HeldStage[];

const answersShown = z.record(z.string(), answer).meta(answersMeta);

const correction = z
  .strictObject({
    fields: z.array(z.string()).meta({ description: 'To be corrected.', example: ['enterpriseNumber'] }),
    note: z
      .string()
      .nullable()
      .meta({ description: 'What staff wrote.', example: 'The number is not yours.' }),
  })
  .nullable()
  .meta({ description: 'While it is returned for correction; else null.' });

export const reviewShown = z
  .strictObject({
    since: instantShown('Since when staff have it.', '2027-02-02T14:00:00.000Z'),
    dueAt: instantShown('Until then they answer.', '2027-02-03T13:00:00.000Z'),
    localDueAt: localShown('The same on the clock of `zone`.'),
    zone: zoneShown('The brand’s.'),
  })
  .nullable()
  .meta({ description: 'While staff have it; else null.' });

export const heldRegistration = z
  .strictObject({
    id: idShown('The registration.'),
    form: z.string().meta({ description: 'The form.', example: 'postkamer-portal' }),
    stage: z.enum(heldStages).meta({
      description:
        '`answered`: closed, and how is said by mail. `approved`: the invitation is on its way. `granted`: it was used.',
      example: 'review',
    }),
    text: z.string().meta({
      description: 'The same as a sentence in your language.',
      example: 'Our staff are looking at it.',
    }),
    language: z.string().meta({ description: 'In which you are answered.', example: 'nl' }),
    answers: answersShown,
    isEmailConfirmed: z
      .boolean()
      .meta({ description: 'Whether the link in the mail was used.', example: true }),
    confirmationEndsAt: instantOrNull('Until when the link that is out works; null when none is.'),
    correction,
    review: reviewShown,
    identityDocument: z
      .strictObject({
        isAsked: z.boolean().meta({ description: 'Whether the brand asks for one.', example: false }),
        state: z
          .enum(identityStages)
          .nullable()
          .meta({ description: 'Of the latest; null when none came.', example: null }),
      })
      .meta({ description: 'A picture of an identity document.' }),
    closesAt: instantOrNull('When it is given up if you do nothing; null when it does not wait for you.'),
    note: z.string().nullable().meta({ description: 'The reason of a rejection.', example: null }),
    closedAt: instantOrNull('When it was closed.'),
  })
  .meta({ id: 'Registration', description: 'A registration as its applicant sees it.' });

export const returnBody = z
  .strictObject({
    fields: z
      .array(z.string().max(40))
      .min(1)
      .max(50)
      .meta({ description: 'What is to be corrected, by name.', example: ['enterpriseNumber'] }),
    note: line(1_000, 'A sentence to the applicant.', 'The number is not that of your company.').optional(),
  })
  .meta({ id: 'RegistrationReturn', description: 'What is to be corrected.' });

export const approvalBody = z
  .strictObject({
    applications: z
      .array(z.string().min(1).max(60))
      .min(1)
      .max(50)
      .meta({ description: 'The applications of the company’s boundary.', example: ['postbox'] }),
    scopeValues: z
      .record(z.string().max(60), z.array(scopeValue).max(200))
      .default({})
      .meta({
        description:
          'Their scope values by dimension, as you confirm them; each application gets those that it takes.',
        example: { 'invoice-addresses': [{ value: '100001', label: 'Meir 12, Antwerpen', kind: null }] },
      }),
    profiles: z
      .record(z.string().max(60), z.string().max(60))
      .default({})
      .meta({
        description:
          'For an application with profiles, the one under which the administrator receives his rights; without one he gets none there.',
        example: { 'parcels-international': 'general-access' },
      }),
    note: line(1_000, 'For the record; nobody is told.', 'Called back.').optional(),
  })
  .meta({ id: 'RegistrationApproval', description: 'The boundary of the company, confirmed by staff.' });

export const rejectionBody = z
  .strictObject({ reason: line(1_000, 'Told to the applicant.', 'This is not a company we serve.') })
  .meta({ id: 'RegistrationRejection', description: 'Why.' });

export const identityResultBody = z
  .strictObject({
    result: z.enum(['passed', 'failed', 'another']).meta({
      description:
        '`another`: this picture is of no use and is destroyed; the applicant is asked for a new one.',
      example: 'passed',
    }),
  })
  .meta({ id: 'IdentityResult', description: 'What staff found.' });

export const identityState = z
  .strictObject({
    state: z.enum(identityStages).meta({ description: 'How the check stands.', example: 'to-check' }),
    dueAt: instantShown(
      'By when staff have looked, or another picture has come.',
      '2027-02-05T14:00:00.000Z',
    ),
  })
  .meta({ id: 'IdentityCheck', description: 'A check of an identity document.' });

export const appointed = z
  .strictObject({
    appointed: z.literal(true).meta({ description: 'Always `true`.', example: true }),
  })
  .meta({ id: 'ApplicantAppointed', description: 'The code was right; an invitation is on its way.' });
