import { z } from 'zod';
import { identityStages } from '../../domain/identity-check.ts';
import { registrationStages } from '../../domain/registration.ts';
import { pageOf } from '../pages.ts';
import { idShown, instantOrNull, instantShown } from '../shapes.ts';
import { reviewShown } from './schemas.ts';

const answerShown = z.strictObject({
  name: z.string().meta({ description: 'The field.', example: 'companyName' }),
  label: z.string().meta({ description: 'As the form words it, in your language.', example: 'Company' }),
  answer: z
    .union([z.string(), z.boolean(), z.array(z.string())])
    .nullable()
    .meta({ description: 'What was answered; null when it was not.', example: 'Brasserie du Coin' }),
});

const company = z
  .strictObject({
    id: idShown('The company.'),
    administrators: z.int().meta({ description: 'Active administrators.', example: 1 }),
    hasInvited: z
      .boolean()
      .meta({ description: 'An approved case waits for its administrator.', example: false }),
  })
  .nullable()
  .meta({ description: 'The company of the enterprise number; null when there is none.' });

export const registrationCase = z
  .strictObject({
    id: idShown('The registration.'),
    brand: z.string().meta({ description: 'The brand.', example: 'postkamer' }),
    form: z.string().meta({ description: 'The form.', example: 'postkamer-portal' }),
    stage: z.enum(registrationStages).meta({ description: 'Where it stands.', example: 'review' }),
    language: z.string().meta({ description: 'Of the applicant.', example: 'nl' }),
    begunAt: instantShown('When it was begun.', '2027-02-02T13:00:00.000Z'),
    isEmailConfirmed: z.boolean().meta({ description: 'Whether the address is confirmed.', example: true }),
    review: reviewShown,
    isOverdue: z.boolean().meta({ description: 'Whether the time to answer is over.', example: false }),
    openingHoursLeft: z
      .number()
      .nullable()
      .meta({ description: 'Opening hours left to answer; null when staff do not have it.', example: 3.5 }),
    answers: z.array(answerShown).meta({ description: 'In the order of the form.' }),
    company,
    linked: z
      .array(
        z.strictObject({
          id: idShown('Another registration.'),
          stage: z.enum(registrationStages).meta({ description: 'Where that one stands.', example: 'draft' }),
        }),
      )
      .meta({ description: 'Other registrations of this enterprise number.' }),
    identity: z
      .strictObject({
        isAsked: z.boolean().meta({ description: 'Whether the brand asks for a document.', example: false }),
        state: z.enum(identityStages).nullable().meta({ description: 'Of the latest check.', example: null }),
        dueAt: instantOrNull('By when you have looked.'),
      })
      .meta({ description: 'The check of the identity document.' }),
    closedAt: instantOrNull('When it was closed.'),
  })
  .meta({ id: 'RegistrationCase', description: 'A registration as staff see it.' });

export const registrationWork = pageOf(registrationCase).meta({
  id: 'RegistrationWork',
  description: 'A page of the work list.',
});
