/**
 * The web form of a registration as data (UM-03, CS-06): which fields, which of them required, in which words. Forms of
 * one process differ in their fields alone. What a form asks beside the fields the process needs is kept and shown to
 * staff as it was answered.
 */
import { enterpriseNumberExamples, enterpriseNumberOf } from './enterprise-number.ts';

/** How the answer to a field is written. */
export const fieldKinds = [
  'text',
  'email',
  'phone',
  'country',
  'enterprise-number',
  'choices',
  'consent',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** One text in every language of the form. */
type Worded = Readonly<Record<string, string>>;

export interface FormField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly label: Worded;
  readonly hint?: Worded;
  /** Of a text; 200 unless said. */
  readonly maxLength?: number;
  /** How a text must be written, as a whole. */
  readonly pattern?: string;
  /** What can be chosen; for enterprise numbers the countries whose numbers are taken, the home country first. */
  readonly choices?: readonly string[];
  readonly choiceLabels?: Readonly<Record<string, Worded>>;
}

export interface RegistrationForm {
  readonly key: string;
  readonly languages: readonly string[];
  readonly title: Worded;
  readonly fields: readonly FormField[];
}

export type FormAnswer = string | boolean | readonly string[];
export type FormAnswers = Readonly<Record<string, FormAnswer>>;

/** One field at fault and what would be accepted there, in the words of JSON Schema. */
export interface AnswerFault {
  readonly field: string;
  readonly reason:
    'field.missing' | 'field.unknown' | 'field.type' | 'field.value' | 'field.format' | 'field.too-big';
  readonly accepted: Readonly<Record<string, string | number | readonly string[]>>;
}

/** What the process itself must know of an applicant; every form asks for these, in its own words. */
const neededFields = {
  email: 'email',
  firstName: 'text',
  lastName: 'text',
  companyName: 'text',
  enterpriseNumber: 'enterprise-number',
  applications: 'choices',
} as const satisfies Record<string, FieldKind>;

/** Whether an existing administrator may be told who asked (decided.md, Registration); a form may leave it out. */
export const consentField = 'referralConsent';

const addressForm =
  /^[^\s@<>"(),:;[\]\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,63}$/u;
const phoneForm = /^\+?[\d ()./-]{6,30}$/;
const countryForm = /^[A-Z]{2}$/;
const nameForm = /^[a-z][A-Za-z0-9]{0,39}$/;
const noControl = /^\P{Cc}*$/u;

/** Every answer that was given is written as it must be; with `whole`, every required field is answered too. */
export function answerFaults(
  form: RegistrationForm,
  answers: FormAnswers,
  { whole }: { readonly whole: boolean },
): readonly AnswerFault[] {
  const fields = new Map(form.fields.map((field) => [field.name, field]));
  const unknown = Object.keys(answers)
    .filter((name) => !fields.has(name))
    .map((field): AnswerFault => ({ field, reason: 'field.unknown', accepted: {} }));
  const wrong = form.fields.flatMap((field) => {
    const answer = Object.hasOwn(answers, field.name) ? answers[field.name] : undefined;
    if (answer === undefined || isEmpty(answer)) return whole && field.required ? [missing(field)] : [];
    return faultsOf(field, answer);
  });
  return [...unknown, ...wrong];
}

/** The answers as they are kept: ends trimmed, empty ones left out, the enterprise number as its register writes it. */
export function keptAnswers(form: RegistrationForm, answers: FormAnswers): FormAnswers {
  const kept: [string, FormAnswer][] = [];
  for (const { name, kind, choices = [] } of form.fields) {
    const answer = answers[name];
    if (answer === undefined || isEmpty(answer)) continue;
    const text = typeof answer === 'string' ? answer.trim() : answer;
    kept.push([
      name,
      kind === 'enterprise-number' && typeof text === 'string'
        ? (enterpriseNumberOf(text, choices) ?? text)
        : text,
    ]);
  }
  return Object.fromEntries(kept);
}

/** Null takes an answer away, what is not named stays. */
export function mergedAnswers(
  before: FormAnswers,
  given: Readonly<Record<string, FormAnswer | null>>,
): FormAnswers {
  const entries = Object.entries({ ...before, ...given });
  return Object.fromEntries(entries.filter((entry): entry is [string, FormAnswer] => entry[1] !== null));
}

/** What is wrong with the form itself: it is data, and whoever wrote it may have slipped. Empty when nothing is. */
export function formFaults(form: RegistrationForm): readonly string[] {
  const names = form.fields.map(({ name }) => name);
  const needed = Object.entries(neededFields).filter(
    ([name, kind]) =>
      !form.fields.some((field) => field.name === name && field.kind === kind && field.required),
  );
  const isWorded = (words: Worded) =>
    form.languages.every((language) => (words[language] ?? '').trim() !== '');
  return [
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} is there twice`),
    ...names.filter((name) => !nameForm.test(name)).map((name) => `${name} is no name of a field`),
    ...needed.map(([name, kind]) => `the required field ${name} of kind ${kind} is missing`),
    ...form.fields
      .filter(({ kind }) => !fieldKinds.includes(kind))
      .map(({ name, kind }) => `${name} is of an unknown kind: ${kind}`),
    ...form.fields
      .filter(
        ({ kind, choices = [] }) => ['choices', 'enterprise-number'].includes(kind) && choices.length === 0,
      )
      .map(({ name }) => `${name} has nothing to choose`),
    ...form.fields
      .filter(
        ({ label, hint, choiceLabels = {} }) =>
          ![label, hint ?? label, ...Object.values(choiceLabels)].every(isWorded),
      )
      .map(({ name }) => `${name} is not worded in every language`),
    ...(isWorded(form.title) ? [] : ['the title is not worded in every language']),
  ];
}

/** What a form offers and no application of the registry is called: it could never be approved. */
export function unknownApplications(
  form: RegistrationForm,
  isKnown: (key: string) => boolean,
): readonly string[] {
  const offered = form.fields.find(({ name }) => name === 'applications')?.choices ?? [];
  return offered.filter((key) => !isKnown(key));
}

function isEmpty(answer: FormAnswer): boolean {
  if (typeof answer === 'string') return answer.trim() === '';
  return typeof answer === 'boolean' ? false : answer.length === 0;
}

function faultsOf(field: FormField, answer: FormAnswer): AnswerFault[] {
  if (field.kind === 'consent')
    return typeof answer === 'boolean' ? [] : [fault(field, 'field.type', { type: 'boolean' })];
  if (field.kind === 'choices') return choiceFaults(field, answer);
  if (typeof answer !== 'string') return [fault(field, 'field.type', { type: 'string' })];
  return textFaults(field, answer.trim());
}

function choiceFaults(field: FormField, answer: FormAnswer): AnswerFault[] {
  const { choices = [] } = field;
  if (typeof answer === 'string' || typeof answer === 'boolean')
    return [fault(field, 'field.type', { type: 'array' })];
  const isOffered = answer.every((each) => choices.includes(each)) && new Set(answer).size === answer.length;
  return isOffered ? [] : [fault(field, 'field.value', { enum: choices })];
}

function textFaults(field: FormField, text: string): AnswerFault[] {
  const { kind, maxLength = 200, choices = [], pattern } = field;
  if (text.length > maxLength) return [fault(field, 'field.too-big', { maxLength })];
  if (!noControl.test(text)) return [fault(field, 'field.format', { pattern: '^\\P{Cc}*$' })];
  if (kind === 'email' && (text.length > 254 || !addressForm.test(text)))
    return [fault(field, 'field.format', { format: 'email' })];
  if (kind === 'phone' && !phoneForm.test(text))
    return [fault(field, 'field.format', { pattern: phoneForm.source })];
  if (kind === 'country' && !countryForm.test(text))
    return [fault(field, 'field.format', { pattern: countryForm.source })];
  if (kind === 'enterprise-number' && enterpriseNumberOf(text, choices) === null)
    return [
      fault(field, 'field.format', {
        format: 'enterprise-number',
        countries: choices,
        examples: enterpriseNumberExamples(choices),
      }),
    ];
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(text))
    return [fault(field, 'field.format', { pattern })];
  return [];
}

function missing(field: FormField): AnswerFault {
  return fault(field, 'field.missing', field.kind === 'choices' ? { enum: field.choices ?? [] } : {});
}

function fault(
  field: FormField,
  reason: AnswerFault['reason'],
  accepted: AnswerFault['accepted'],
): AnswerFault {
  return { field: field.name, reason, accepted };
}
