/** Forms for tests, as a brand has them: a portal's, and one that asks for two numbers some have. */
import type { Knex } from 'knex';
import { v7 as uuid } from 'uuid';
import type { FormAnswers, FormField, RegistrationForm } from '../../domain/registration-form.ts';

const words = (text: string) => ({ nl: `${text} nl`, fr: `${text} fr`, de: `${text} de`, en: text });
const field = (name: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({
  name,
  kind,
  required: true,
  label: words(name),
  ...more,
});

const common = [
  field('companyName', 'text', { maxLength: 200 }),
  field('enterpriseNumber', 'enterprise-number', { choices: ['BE', 'NL', 'FR', 'DE', 'LU'] }),
  field('firstName', 'text', { maxLength: 100 }),
  field('lastName', 'text', { maxLength: 100 }),
  field('email', 'email'),
  field('phone', 'phone', { required: false }),
  field('applications', 'choices', { choices: ['postbox', 'e-masspost'] }),
  field('referralConsent', 'consent', { required: false }),
];

export const portalForm: RegistrationForm = {
  key: 'portal',
  languages: ['nl', 'fr', 'de', 'en'],
  title: words('Register'),
  fields: common,
};

export const numbersForm: RegistrationForm = {
  ...portalForm,
  key: 'collect-and-stamp',
  fields: [
    ...common,
    field('webpass', 'text', { required: false, pattern: '[A-Z0-9]{6,20}' }),
    field('customerNumber', 'text', { required: false, pattern: '\\d{6,10}' }),
  ],
};

export const wholeAnswers: FormAnswers = {
  companyName: 'Brasserie du Coin',
  enterpriseNumber: 'BE 0403.170.701',
  firstName: 'Zoë',
  lastName: 'Maes',
  email: 'zoe.maes@example.com',
  applications: ['postbox'],
};

/** A form of that brand, under a key of its own. Returns its id. */
export async function writeForm(knex: Knex, brandId: string, form: RegistrationForm): Promise<string> {
  const id = uuid();
  const form_key = keyOfForm(form, id);
  await knex('registration_forms').insert({
    id,
    brand_id: brandId,
    form_key,
    definition: JSON.stringify(form),
  });
  return id;
}

const keyOfForm = (form: RegistrationForm, id: string) => `${form.key}-${id.slice(-12)}`;
