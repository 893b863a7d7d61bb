import { z } from 'zod';
import { fieldKinds } from '../../domain/registration-form.ts';

export const formKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,59}$/)
  .meta({ description: 'The form.', example: 'postkamer-portal' });

export const formParams = z.strictObject({ form: formKey });

const choice = z.strictObject({
  value: z.string().meta({ description: 'What is sent.', example: 'postbox' }),
  label: z.string().meta({ description: 'What is shown.', example: 'Postboxes' }),
});

const field = z.strictObject({
  name: z.string().meta({ description: 'Its name among the answers.', example: 'enterpriseNumber' }),
  kind: z.enum(fieldKinds).meta({ description: 'How the answer is written.', example: 'enterprise-number' }),
  required: z.boolean().meta({ description: 'Whether the form can be handed in without it.', example: true }),
  label: z
    .string()
    .meta({ description: 'Beside the field, in your language.', example: 'Enterprise number' }),
  hint: z.string().nullable().meta({
    description: 'Below the field; null when there is nothing to say.',
    example: 'With or without dots.',
  }),
  maxLength: z.int().nullable().meta({ description: 'Characters at most.', example: 200 }),
  pattern: z.string().nullable().meta({ description: 'How a text is written, as a whole.', example: null }),
  choices: z.array(choice).meta({
    description: 'What can be chosen; for an enterprise number the countries whose numbers are taken.',
  }),
});

export const registrationForm = z
  .strictObject({
    form: z
      .string()
      .meta({ description: 'Name it when you begin a registration.', example: 'postkamer-portal' }),
    brand: z.string().meta({ description: 'Whose form it is.', example: 'postkamer' }),
    title: z.string().meta({ description: 'In your language.', example: 'Get access to Postkamer' }),
    languages: z.array(z.string()).meta({
      description: 'In which it is worded; asked for by `Accept-Language`.',
      example: ['nl', 'fr', 'de', 'en'],
    }),
    fields: z.array(field).meta({ description: 'In the order in which they are shown.' }),
  })
  .meta({ id: 'RegistrationForm', description: 'A web form by which a company gets in.' });

export const registrationForms = z
  .strictObject({ items: z.array(registrationForm).meta({ description: 'By name.' }) })
  .meta({ id: 'RegistrationForms', description: 'The forms that can be filled in now.' });

export const formsQuery = z.strictObject({
  brand: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
    .meta({ description: 'Only of this brand.', example: 'postkamer' })
    .optional(),
});
