/** The closed vocabularies of the domain in words: what the keys of decisions, manners, tasks and failures are called. */
import type { DecisionKind, PrimaryOption, TaskKind } from '../domain/mail-item.ts';
import type { Manner } from '../domain/policy.ts';
import type { FailureReason } from '../domain/site-task.ts';
import type { Language, Texts } from './languages.ts';
import { sayFirst } from './languages.ts';

const decisions: Readonly<Record<DecisionKind, Texts>> = {
  'forward-now': {
    nl: 'nu doorsturen',
    fr: 'réexpédier maintenant',
    de: 'jetzt nachsenden',
    en: 'forward now',
  },
  'forward-on-date': {
    nl: 'doorsturen op een datum',
    fr: 'réexpédier à une date',
    de: 'an einem Datum nachsenden',
    en: 'forward on a date',
  },
  keep: { nl: 'bewaren', fr: 'conserver', de: 'aufbewahren', en: 'keep' },
  'pick-up': { nl: 'afhalen', fr: 'retirer sur place', de: 'abholen', en: 'pick up' },
  destroy: { nl: 'vernietigen', fr: 'détruire', de: 'vernichten', en: 'destroy' },
};

const manners: Readonly<Record<Manner, Texts>> = {
  standard: { nl: 'standaard', fr: 'standard', de: 'Standard', en: 'standard' },
  registered: { nl: 'aangetekend', fr: 'recommandé', de: 'Einschreiben', en: 'registered' },
  express: { nl: 'express', fr: 'express', de: 'Express', en: 'express' },
};

const tasks: Readonly<Record<TaskKind, Texts>> = {
  ship: { nl: 'verzending', fr: 'expédition', de: 'Versand', en: 'shipment' },
  'hand-over': { nl: 'overhandiging', fr: 'remise', de: 'Übergabe', en: 'hand-over' },
  destroy: { nl: 'vernietiging', fr: 'destruction', de: 'Vernichtung', en: 'destruction' },
  review: { nl: 'controle', fr: 'vérification', de: 'Prüfung', en: 'review' },
};

const failures: Readonly<Record<FailureReason, Texts>> = {
  'no-address': {
    nl: 'er is geen doorstuuradres',
    fr: 'il n’y a pas d’adresse de réexpédition',
    de: 'es gibt keine Nachsendeadresse',
    en: 'there is no forwarding address',
  },
  'address-unusable': {
    nl: 'het doorstuuradres is niet bruikbaar',
    fr: 'l’adresse de réexpédition est inutilisable',
    de: 'die Nachsendeadresse ist nicht verwendbar',
    en: 'the forwarding address cannot be used',
  },
  damaged: {
    nl: 'het poststuk is beschadigd',
    fr: 'l’envoi est endommagé',
    de: 'die Sendung ist beschädigt',
    en: 'the letter is damaged',
  },
  'not-found': {
    nl: 'het poststuk is niet teruggevonden',
    fr: 'l’envoi est introuvable',
    de: 'die Sendung wurde nicht gefunden',
    en: 'the letter could not be found',
  },
  'carrier-refused': {
    nl: 'de vervoerder heeft het poststuk geweigerd',
    fr: 'le transporteur a refusé l’envoi',
    de: 'der Zusteller hat die Sendung abgelehnt',
    en: 'the carrier refused the letter',
  },
  other: { nl: 'een andere reden', fr: 'une autre raison', de: 'ein anderer Grund', en: 'another reason' },
};

const primaryOptions: Readonly<Record<PrimaryOption, Texts>> = {
  scan: { nl: 'scannen', fr: 'numériser', de: 'scannen', en: 'scan' },
  forward: { nl: 'doorsturen', fr: 'réexpédier', de: 'nachsenden', en: 'forward' },
  store: { nl: 'bewaren', fr: 'conserver', de: 'aufbewahren', en: 'store' },
};

const vocabularies = {
  decision: decisions,
  manner: manners,
  task: tasks,
  failure: failures,
  option: primaryOptions,
};

export type Vocabulary = keyof typeof vocabularies;

export const vocabularyNames = Object.keys(vocabularies) as Vocabulary[];

/** The word for a key of a vocabulary; undefined for a key that has none, so that no key is ever shown (UM-27). */
export function wordFor(vocabulary: Vocabulary, key: string, language: Language): string | undefined {
  const words: Readonly<Record<string, Texts>> = vocabularies[vocabulary];
  const texts = Object.hasOwn(words, key) ? words[key] : undefined;
  return texts === undefined ? undefined : sayFirst(texts, language);
}
