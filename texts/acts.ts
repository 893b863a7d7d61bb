/** What the acts of a plan are called: what will happen by itself, said to the customer. */
import type { ActKind as PaperActKind } from '../domain/plan.ts';
import type { PurgeAct } from '../domain/trashing.ts';
import type { Language, Texts } from './languages.ts';
import { sayFirst } from './languages.ts';

export type ActKind = PaperActKind | PurgeAct['kind'] | 'tell';

const acts: Readonly<Record<ActKind, Texts>> = {
  remind: {
    nl: 'We sturen u een herinnering',
    fr: 'Nous vous envoyons un rappel',
    de: 'Wir schicken Ihnen eine Erinnerung',
    en: 'We send you a reminder',
  },
  'charge-storage': {
    nl: 'Bewaring wordt aangerekend',
    fr: 'La conservation est facturée',
    de: 'Die Aufbewahrung wird berechnet',
    en: 'Storage is charged',
  },
  'release-forwarding': {
    nl: 'Het doorsturen wordt vrijgegeven',
    fr: 'La réexpédition est confiée au site',
    de: 'Die Nachsendung wird freigegeben',
    en: 'The forwarding is released to the site',
  },
  ship: {
    nl: 'Het papier wordt verzonden',
    fr: 'Le papier est expédié',
    de: 'Das Papier wird versandt',
    en: 'The paper is sent',
  },
  'hand-over': {
    nl: 'Het papier ligt klaar om afgehaald te worden',
    fr: 'Le papier est prêt à être retiré',
    de: 'Das Papier liegt zur Abholung bereit',
    en: 'The paper is ready to be picked up',
  },
  'destroy-paper': {
    nl: 'Het papier wordt vernietigd',
    fr: 'Le papier est détruit',
    de: 'Das Papier wird vernichtet',
    en: 'The paper is destroyed',
  },
  'end-keep': {
    nl: 'De bewaring die u vroeg, loopt af',
    fr: 'La conservation demandée se termine',
    de: 'Die gewünschte Aufbewahrung endet',
    en: 'The keeping you asked for ends',
  },
  'end-storage': {
    nl: 'De bewaartermijn loopt af; er wordt niets meer aangerekend',
    fr: 'La période de conservation se termine ; plus rien n’est facturé',
    de: 'Die Aufbewahrungszeit endet; es wird nichts mehr berechnet',
    en: 'The storage period ends; nothing more is charged',
  },
  'purge-scan': {
    nl: 'De scan wordt definitief verwijderd',
    fr: 'La numérisation est définitivement supprimée',
    de: 'Der Scan wird endgültig gelöscht',
    en: 'The scan is deleted for ever',
  },
  tell: {
    nl: 'We sturen u een bericht',
    fr: 'Nous vous envoyons un message',
    de: 'Wir schicken Ihnen eine Nachricht',
    en: 'We send you a message',
  },
};

/** What will happen, as a short sentence without its end: `Storage is charged`. */
export function actText(kind: ActKind, language: Language): string {
  return sayFirst(acts[kind], language);
}
