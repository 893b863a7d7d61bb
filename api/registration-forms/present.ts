import type { FoundForm } from '../../db/queries/registration-forms.ts';
import type { FormField } from '../../domain/registration-form.ts';
import type { Language } from '../../texts/languages.ts';
import { sayFirst } from '../../texts/languages.ts';

/** The form in one language. */
export function presentForm({ key, brandKey, form }: FoundForm, language: Language) {
  return {
    form: key,
    brand: brandKey,
    title: sayFirst(form.title, language),
    languages: [...form.languages],
    fields: form.fields.map((field) => presentField(field, language)),
  };
}

function presentField(field: FormField, language: Language) {
  const { name, kind, required, label, hint, maxLength, pattern, choices = [], choiceLabels = {} } = field;
  return {
    name,
    kind,
    required,
    label: sayFirst(label, language),
    hint: hint === undefined ? null : sayFirst(hint, language),
    maxLength: kind === 'text' ? (maxLength ?? 200) : null,
    pattern: pattern ?? null,
    choices: choices.map((value) => ({
      value,
      label: sayFirst(choiceLabels[value] ?? {}, language) || value,
    })),
  };
}
