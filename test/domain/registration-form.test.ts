import { describe, expect, test } from '@jest/globals';
import { enterpriseNumberOf } from '../../domain/enterprise-number.ts';
import type { FormAnswers, RegistrationForm } from '../../domain/registration-form.ts';
import {
  answerFaults,
  formFaults,
  keptAnswers,
  unknownApplications,
} from '../../domain/registration-form.ts';
import { numbersForm, portalForm, wholeAnswers } from '../support/forms.ts';
import { registry } from '../support/registry.ts';

const faultsOf = (answers: object, form: RegistrationForm = portalForm, whole = true) =>
  answerFaults(form, answers as FormAnswers, { whole }).map(({ field, reason }) => [field, reason]);

describe('an enterprise number', () => {
  test.each([
    ['as the register writes it', 'BE0403170701', 'BE0403170701'],
    ['with dots', 'BE 0403.170.701', 'BE0403170701'],
    ['without the country: the first one', '0403 170 701', 'BE0403170701'],
    ['of nine digits, from before 2005', '403.170.701', 'BE0403170701'],
    ['that begins with 1', 'BE1000000021', 'BE1000000021'],
    ['that begins with 2: there are none', 'BE2000000045', null],
    ['with a wrong check number', 'BE0403170702', null],
    ['with one digit too few', 'BE040317070', null],
    ['of the Netherlands', 'nl004495445b01', 'NL004495445B01'],
    ['of the Netherlands, wrong', 'NL004495446B01', null],
    ['of France', 'FR 40 303 265 045', 'FR40303265045'],
    ['of Luxembourg', 'LU26375245', 'LU26375245'],
    ['of a country the form does not take', 'ESB58378431', null],
    ['that is none', 'none', null],
    ['that is empty', '', null],
  ])('%s', (_case, written, expected) => {
    expect(enterpriseNumberOf(written, ['BE', 'NL', 'FR', 'LU'])).toBe(expected);
  });

  test('every number from 1000000000 that has its check number is taken', () => {
    for (const head of [10_000_000, 10_123_456, 17_999_999]) {
      const digits = `${head}${String(97 - (head % 97)).padStart(2, '0')}`;
      expect(enterpriseNumberOf(digits, ['BE'])).toBe(`BE${digits}`);
    }
  });
});

describe('the answers to a form', () => {
  test('are whole, and nothing is wrong', () => {
    expect(faultsOf(wholeAnswers)).toEqual([]);
  });

  test('may be unfinished in a draft, but what is there must be right (CS-06)', () => {
    expect(faultsOf({ email: 'zoe@example.com' }, portalForm, false)).toEqual([]);
    expect(faultsOf({ email: 'zoe@' }, portalForm, false)).toEqual([['email', 'field.format']]);
    expect(faultsOf({ email: 'zoe@example.com' }).map(([name]) => name)).toEqual([
      'companyName',
      'enterpriseNumber',
      'firstName',
      'lastName',
      'applications',
    ]);
  });

  test('WF-01: webpass empty is fine, and so is a missing customer number (CS-06)', () => {
    expect(faultsOf({ ...wholeAnswers, webpass: '' }, numbersForm)).toEqual([]);
    expect(faultsOf({ ...wholeAnswers, webpass: 'AB12CD34', customerNumber: '123456' }, numbersForm)).toEqual(
      [],
    );
    expect(faultsOf({ ...wholeAnswers, webpass: 'a!', customerNumber: 'PRS' }, numbersForm)).toEqual([
      ['webpass', 'field.format'],
      ['customerNumber', 'field.format'],
    ]);
  });

  test.each([
    ['a field nobody asked for', { webpass: 'AB12CD34' }, ['webpass', 'field.unknown']],
    ['a blank instead of a name', { firstName: '   ' }, ['firstName', 'field.missing']],
    ['a name of control characters', { firstName: 'Zo\u0007' }, ['firstName', 'field.format']],
    ['a name that is too long', { firstName: 'z'.repeat(101) }, ['firstName', 'field.too-big']],
    ['a number instead of a name', { firstName: 5 }, ['firstName', 'field.type']],
    ['a list instead of a name', { firstName: ['Zoë'] }, ['firstName', 'field.type']],
    ['a mail address with two at-signs', { email: 'a@b@example.com' }, ['email', 'field.format']],
    [
      'a mail address with a line break in it',
      { email: 'a@example.com\nBcc: b@example.com' },
      ['email', 'field.format'],
    ],
    ['a mail address with a name', { email: 'Zoë <a@example.com>' }, ['email', 'field.format']],
    ['a telephone number of letters', { phone: 'call me' }, ['phone', 'field.format']],
    ['no application at all', { applications: [] }, ['applications', 'field.missing']],
    ['an application that is not offered', { applications: ['gold'] }, ['applications', 'field.value']],
    ['one application twice', { applications: ['postbox', 'postbox'] }, ['applications', 'field.value']],
    ['a word instead of a consent', { referralConsent: 'yes' }, ['referralConsent', 'field.type']],
  ])('%s is refused, and the field is named', (_case, wrong, expected) => {
    expect(faultsOf({ ...wholeAnswers, ...wrong })).toEqual([expected]);
  });

  test('a fault says what would be accepted', () => {
    const [fault] = answerFaults(portalForm, { ...wholeAnswers, enterpriseNumber: 'BE1' }, { whole: true });
    expect(fault?.accepted).toMatchObject({
      format: 'enterprise-number',
      countries: ['BE', 'NL', 'FR', 'DE', 'LU'],
    });
  });

  test('are kept trimmed, with the number as its register writes it, and without what is empty', () => {
    expect(keptAnswers(portalForm, { ...wholeAnswers, firstName: ' Zoë ', phone: '' })).toEqual({
      ...wholeAnswers,
      enterpriseNumber: 'BE0403170701',
    });
  });
});

describe('a form, being data, is checked when it is read', () => {
  const first = portalForm.fields[0];
  if (first === undefined) throw new Error('a form without fields');
  test.each<[string, Partial<RegistrationForm>, string]>([
    [
      'without the mail address',
      { fields: portalForm.fields.filter(({ name }) => name !== 'email') },
      'email',
    ],
    ['with a field twice', { fields: [...portalForm.fields, first] }, 'companyName is there twice'],
    [
      'with nothing to choose',
      {
        fields: [
          ...portalForm.fields.filter(({ name }) => name !== 'applications'),
          { ...first, name: 'applications', kind: 'choices' },
        ],
      },
      'nothing to choose',
    ],
    ['that says nothing in German', { title: { nl: 'a', fr: 'b', en: 'c' } }, 'title'],
    [
      'with a field that says nothing in French',
      { fields: [...portalForm.fields, { ...first, name: 'extra', label: { nl: 'a', de: 'b', en: 'c' } }] },
      'extra',
    ],
  ])('%s', (_case, wrong, expected) => {
    expect(formFaults({ ...portalForm, ...wrong }).join()).toContain(expected);
  });

  test('and applications that are none: each that it offers stands in the registry (UM-26)', () => {
    const offering = (choices: readonly string[]): RegistrationForm => ({
      ...portalForm,
      fields: portalForm.fields.map((field) =>
        field.name === 'applications' ? { ...field, choices } : field,
      ),
    });
    const unknown = (form: RegistrationForm) => unknownApplications(form, (key) => registry.has(key));
    expect(unknown(offering(['postbox', 'deposits', 'e-masspost', 'Postbox']))).toEqual([
      'deposits',
      'Postbox',
    ]);
    expect([unknown(portalForm), unknown(numbersForm)]).toEqual([[], []]);
  });

  test('the forms of these tests are right', () => {
    expect([formFaults(portalForm), formFaults(numbersForm)]).toEqual([[], []]);
  });
});
