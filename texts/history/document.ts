/** What happened to a scan, one line an event. */
import type { Texts } from '../languages.ts';

export const documentHistory: Readonly<Record<string, Texts>> = {
  'document.archived': {
    nl: 'De scan is in het archief gelegd.',
    fr: 'La numérisation a été archivée.',
    de: 'Der Scan wurde archiviert.',
    en: 'The scan was archived.',
  },
  'document.trashed': {
    nl: 'De scan is in de prullenbak gelegd. Hij wordt definitief verwijderd op {purgeAt:when}.',
    fr: 'La numérisation a été mise à la corbeille. Elle sera définitivement supprimée le {purgeAt:when}.',
    de: 'Der Scan wurde in den Papierkorb gelegt. Er wird endgültig gelöscht am {purgeAt:when}.',
    en: 'The scan was put in the trash. It will be deleted for ever on {purgeAt:when}.',
  },
  'document.restored': {
    nl: 'De scan is teruggezet uit de prullenbak.',
    fr: 'La numérisation a été restaurée depuis la corbeille.',
    de: 'Der Scan wurde aus dem Papierkorb zurückgeholt.',
    en: 'The scan was restored from the trash.',
  },
  'document.purged': {
    nl: 'De scan is definitief verwijderd.',
    fr: 'La numérisation a été définitivement supprimée.',
    de: 'Der Scan wurde endgültig gelöscht.',
    en: 'The scan was deleted for ever.',
  },
  'document.held': {
    nl: 'De scan is geblokkeerd en wordt niet verwijderd.',
    fr: 'La numérisation est bloquée et ne sera pas supprimée.',
    de: 'Der Scan ist gesperrt und wird nicht gelöscht.',
    en: 'The scan is on hold and will not be deleted.',
  },
  'document.released': {
    nl: 'De blokkering van de scan is opgeheven. Hij wordt definitief verwijderd op {purgeAt:when}.',
    fr: 'Le blocage de la numérisation a été levé. Elle sera définitivement supprimée le {purgeAt:when}.',
    de: 'Die Sperre des Scans wurde aufgehoben. Er wird endgültig gelöscht am {purgeAt:when}.',
    en: 'The hold on the scan was released. It will be deleted for ever on {purgeAt:when}.',
  },
  'document.hold-changed': {
    nl: 'De blokkering van het poststuk is gewijzigd en geldt ook voor de scan.',
    fr: 'Le blocage de l’envoi a changé et vaut aussi pour la numérisation.',
    de: 'Die Sperre der Sendung wurde geändert und gilt auch für den Scan.',
    en: 'The hold on the letter changed and covers the scan too.',
  },
};
