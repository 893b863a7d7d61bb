/** What changed about a postbox, one line an event. */
import type { Texts } from '../languages.ts';

export const postboxHistory: Readonly<Record<string, Texts>> = {
  'postbox.settings-changed': {
    nl: 'De instellingen van de postbus zijn gewijzigd. Elk poststuk: {primaryOption:option}.',
    fr: 'Les réglages de la boîte postale ont changé. Chaque envoi : {primaryOption:option}.',
    de: 'Die Einstellungen des Postfachs wurden geändert. Jede Sendung: {primaryOption:option}.',
    en: 'The settings of the postbox changed. Every letter: {primaryOption:option}.',
  },
  'postbox.address-changed': {
    nl: 'Een adres van de postbus is gewijzigd.',
    fr: 'Une adresse de la boîte postale a changé.',
    de: 'Eine Adresse des Postfachs wurde geändert.',
    en: 'An address of the postbox changed.',
  },
  'addressee.added': {
    nl: 'Een geadresseerde is toegevoegd.',
    fr: 'Un destinataire a été ajouté.',
    de: 'Ein Empfänger wurde hinzugefügt.',
    en: 'An addressee was added.',
  },
  'addressee.removed': {
    nl: 'Een geadresseerde is verwijderd.',
    fr: 'Un destinataire a été supprimé.',
    de: 'Ein Empfänger wurde entfernt.',
    en: 'An addressee was removed.',
  },
};
