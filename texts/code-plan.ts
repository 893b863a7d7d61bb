/** What will happen to a code by itself, said to its issuer. */
import type { CodeAct } from '../domain/activation-code.ts';
import type { BatchAct } from '../domain/code-batch.ts';
import type { Language, Texts } from './languages.ts';
import { sayFirst } from './languages.ts';

export type CodePlanAct = CodeAct['kind'] | BatchAct['kind'];

const acts: Readonly<Record<CodePlanAct, Texts>> = {
  'destroy-key': {
    nl: 'De sleutel wordt vernietigd: de code kan niet meer gelezen worden',
    fr: 'La clé est détruite : le code ne peut plus être lu',
    de: 'Der Schlüssel wird vernichtet: Der Code kann nicht mehr gelesen werden',
    en: 'The key is destroyed: the code can no longer be read',
  },
  remind: {
    nl: 'De klant wordt aan zijn ongebruikte code herinnerd',
    fr: 'Un rappel du code non utilisé est envoyé au client',
    de: 'Der Kunde wird an seinen unbenutzten Code erinnert',
    en: 'The customer is reminded of his unused code',
  },
  expire: {
    nl: 'De code werkt niet meer',
    fr: 'Le code ne fonctionne plus',
    de: 'Der Code gilt nicht mehr',
    en: 'The code no longer works',
  },
};

export function codePlanText(kind: CodePlanAct, language: Language): string {
  return sayFirst(acts[kind], language);
}
