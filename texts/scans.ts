/** What is said of a scan and of the paper that it shows: the two are two things (PP-13, PP-14). */
import type { TrashingState } from '../domain/trashing.ts';
import type { Facts } from './fill.ts';
import { say } from './fill.ts';
import type { Language, Texts } from './languages.ts';
import { sayFirst } from './languages.ts';

const paper: Texts = {
  nl: 'Voor het papier verandert er niets: het poststuk gaat zijn eigen weg, wat er ook met de scan gebeurt.',
  fr: 'Rien ne change pour le papier : l’envoi suit son propre cours, quoi qu’il arrive à la numérisation.',
  de: 'Für das Papier ändert sich nichts: Die Sendung geht ihren eigenen Weg, was auch mit dem Scan geschieht.',
  en: 'Nothing changes for the paper: the letter goes its own way, whatever happens to the scan.',
};

const stays: Readonly<Record<TrashingState, Texts>> = {
  'in-trash': {
    nl: 'De scan wordt definitief verwijderd op {purgeAt:when}. Tot dan kunt u hem terugzetten.',
    fr: 'La numérisation sera définitivement supprimée le {purgeAt:when}. D’ici là, vous pouvez la restaurer.',
    de: 'Der Scan wird endgültig gelöscht am {purgeAt:when}. Bis dahin können Sie ihn zurückholen.',
    en: 'The scan will be deleted for ever on {purgeAt:when}. Until then you can restore it.',
  },
  'on-hold': {
    nl: 'De scan is geblokkeerd en wordt niet verwijderd zolang de blokkering duurt.',
    fr: 'La numérisation est bloquée et n’est pas supprimée tant que dure le blocage.',
    de: 'Der Scan ist gesperrt und wird nicht gelöscht, solange die Sperre dauert.',
    en: 'The scan is on hold and is not deleted while the hold lasts.',
  },
  purging: {
    nl: 'De scan wordt nu definitief verwijderd.',
    fr: 'La numérisation est en cours de suppression définitive.',
    de: 'Der Scan wird jetzt endgültig gelöscht.',
    en: 'The scan is being deleted for ever.',
  },
  purged: {
    nl: 'De scan is definitief verwijderd op {closedAt:when}.',
    fr: 'La numérisation a été définitivement supprimée le {closedAt:when}.',
    de: 'Der Scan wurde endgültig gelöscht am {closedAt:when}.',
    en: 'The scan was deleted for ever on {closedAt:when}.',
  },
  restored: {
    nl: 'De scan is teruggezet op {closedAt:when}.',
    fr: 'La numérisation a été restaurée le {closedAt:when}.',
    de: 'Der Scan wurde zurückgeholt am {closedAt:when}.',
    en: 'The scan was restored on {closedAt:when}.',
  },
};

const confirm: Texts = {
  nl: 'Bevestig vóór {endsAt:when}, dan wordt de scan meteen en definitief verwijderd. Dat kan niet ongedaan gemaakt worden.',
  fr: 'Confirmez avant le {endsAt:when} et la numérisation sera supprimée aussitôt et définitivement. C’est irréversible.',
  de: 'Bestätigen Sie vor {endsAt:when}, dann wird der Scan sofort und endgültig gelöscht. Das ist unumkehrbar.',
  en: 'Confirm before {endsAt:when} and the scan is deleted at once and for ever. That cannot be undone.',
};

/** What a move of the scan means for the paper: nothing. */
export function paperText(language: Language): string {
  return sayFirst(paper, language);
}

/** How a stay in the trash stands: needs `purgeAt` or `closedAt`, and the `zone` they are written in. */
export function stayText(state: TrashingState, language: Language, facts: Facts): string {
  return say(stays[state], language, facts);
}

/** What the second confirmation of a purge does: needs `endsAt` and `zone`. */
export function confirmPurgeText(language: Language, facts: Facts): string {
  return say(confirm, language, facts);
}
