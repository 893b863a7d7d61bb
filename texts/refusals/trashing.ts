/** Refusals of the second life: a scan in the archive, in the trash, under hold, or gone (PP-13, PP-14). */
import type { RefusalCatalogue } from './catalogue.ts';
import { nothingChanged } from './shared.ts';

const purged = {
  title: {
    nl: 'Deze scan is definitief verwijderd',
    fr: 'Cette numérisation est définitivement supprimée',
    de: 'Dieser Scan ist endgültig gelöscht',
    en: 'This scan is gone for ever',
  },
  detail: {
    nl: 'De scan is vernietigd en kan niet teruggehaald worden.',
    fr: 'La numérisation a été détruite et ne peut pas être récupérée.',
    de: 'Der Scan wurde vernichtet und kann nicht zurückgeholt werden.',
    en: 'The scan was destroyed and cannot be brought back.',
  },
};

export const trashingRefusals = {
  'trashing.on-hold': {
    title: {
      nl: 'Deze scan is geblokkeerd',
      fr: 'Cette numérisation est bloquée',
      de: 'Dieser Scan ist gesperrt',
      en: 'This scan is on hold',
    },
    detail: {
      nl: 'Zolang de blokkering duurt, wordt de scan niet verwijderd.',
      fr: 'Tant que dure le blocage, la numérisation n’est pas supprimée.',
      de: 'Solange die Sperre dauert, wird der Scan nicht gelöscht.',
      en: 'While the hold lasts, the scan is not deleted.',
    },
  },
  'document.purged': purged,
  'trashing.purged': purged,
  'document.in-trash': {
    title: {
      nl: 'Deze scan ligt in de prullenbak',
      fr: 'Cette numérisation est dans la corbeille',
      de: 'Dieser Scan liegt im Papierkorb',
      en: 'This scan is in the trash',
    },
    detail: {
      nl: 'Zet de scan eerst terug uit de prullenbak.',
      fr: 'Restaurez d’abord la numérisation depuis la corbeille.',
      de: 'Holen Sie den Scan zuerst aus dem Papierkorb zurück.',
      en: 'First restore the scan from the trash.',
    },
  },
  'document.archived': {
    title: {
      nl: 'Deze scan ligt al in het archief',
      fr: 'Cette numérisation est déjà dans les archives',
      de: 'Dieser Scan liegt schon im Archiv',
      en: 'This scan is already in the archive',
    },
    detail: nothingChanged,
  },
  'trashing.restored': {
    title: {
      nl: 'Deze scan is al teruggezet',
      fr: 'Cette numérisation est déjà restaurée',
      de: 'Dieser Scan wurde schon zurückgeholt',
      en: 'This scan has already been restored',
    },
    detail: {
      nl: 'De scan ligt niet meer in de prullenbak en wordt niet verwijderd.',
      fr: 'La numérisation n’est plus dans la corbeille et ne sera pas supprimée.',
      de: 'Der Scan liegt nicht mehr im Papierkorb und wird nicht gelöscht.',
      en: 'The scan is no longer in the trash and will not be deleted.',
    },
  },
  'trashing.confirmation-wrong': {
    title: {
      nl: 'De bevestiging klopt niet',
      fr: 'La confirmation n’est pas correcte',
      de: 'Die Bestätigung stimmt nicht',
      en: 'The confirmation is not right',
    },
    detail: {
      nl: 'Definitief verwijderen bevestigt u zelf, met de code uit het eerste antwoord. Begin opnieuw.',
      fr: 'Vous confirmez vous-même la suppression définitive, avec le code de la première réponse. Recommencez.',
      de: 'Das endgültige Löschen bestätigen Sie selbst mit dem Code aus der ersten Antwort. Beginnen Sie neu.',
      en: 'You confirm the final deletion yourself, with the token from the first answer. Start again.',
    },
  },
  'trashing.confirmation-expired': {
    title: {
      nl: 'De bevestiging komt te laat',
      fr: 'La confirmation arrive trop tard',
      de: 'Die Bestätigung kommt zu spät',
      en: 'The confirmation comes too late',
    },
    detail: {
      nl: 'Bevestig binnen de gegeven tijd. Begin opnieuw.',
      fr: 'Confirmez dans le délai indiqué. Recommencez.',
      de: 'Bestätigen Sie innerhalb der angegebenen Zeit. Beginnen Sie neu.',
      en: 'Confirm within the time given. Start again.',
    },
  },
} satisfies RefusalCatalogue;
