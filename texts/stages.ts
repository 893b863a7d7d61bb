/** Where the paper stands, in a word or two. */
import type { Stage } from '../domain/mail-item.ts';
import type { Language, Texts } from './languages.ts';
import { sayFirst } from './languages.ts';

const stages: Readonly<Record<Stage, Texts>> = {
  undecided: {
    nl: 'wacht op uw keuze',
    fr: 'attend votre choix',
    de: 'wartet auf Ihre Wahl',
    en: 'awaiting a decision',
  },
  kept: { nl: 'wordt bewaard', fr: 'conservé', de: 'wird aufbewahrt', en: 'kept' },
  forwarding: {
    nl: 'wordt doorgestuurd',
    fr: 'en réexpédition',
    de: 'wird nachgesandt',
    en: 'to be forwarded',
  },
  'pick-up': {
    nl: 'ligt klaar voor afhaling',
    fr: 'à retirer',
    de: 'liegt zur Abholung bereit',
    en: 'ready for pick-up',
  },
  destruction: { nl: 'wordt vernietigd', fr: 'à détruire', de: 'wird vernichtet', en: 'to be destroyed' },
  'in-hand': { nl: 'in uitvoering', fr: 'en cours de traitement', de: 'in Bearbeitung', en: 'in hand' },
  review: { nl: 'wordt nagekeken', fr: 'en vérification', de: 'wird geprüft', en: 'under review' },
  'on-hold': { nl: 'geblokkeerd', fr: 'bloqué', de: 'gesperrt', en: 'on hold' },
  forwarded: { nl: 'doorgestuurd', fr: 'réexpédié', de: 'nachgesandt', en: 'forwarded' },
  'handed-over': { nl: 'afgehaald', fr: 'remis', de: 'übergeben', en: 'handed over' },
  destroyed: { nl: 'vernietigd', fr: 'détruit', de: 'vernichtet', en: 'destroyed' },
};

/** The stage as it stands in a list or a mail: `to be forwarded`. */
export function stageText(stage: Stage, language: Language): string {
  return sayFirst(stages[stage], language);
}
