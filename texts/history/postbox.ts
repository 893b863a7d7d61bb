/** What changed about a postbox, one line an event. */
import type { Texts } from '../languages.ts';

export const postboxHistory: Readonly<Record<string, Texts>> = {
  'postbox.settings-changed': {
    nl: 'De instellingen van de postbus zijn gewijzigd. Elk poststuk: {primaryOption:option}.',
    fr: 'Les réglages de la boîte postale ont changé. Chaque envoi : {primaryOption:option}.',
    de: 'Die Einstellungen des Postfachs wurden geändert. Jede Sendung: {primaryOption:option}.',
    en: 'The settings of the postbox changed. Every letter: {primaryOption:option}.',
  },
  'postbox.promise-changed': {
    nl: 'De beloofde keuzetermijn van de postbus is gewijzigd. Aantal dagen: {days}.',
    fr: 'Le délai de choix promis pour la boîte postale a changé. Nombre de jours : {days}.',
    de: 'Die zugesagte Wahlfrist des Postfachs wurde geändert. Anzahl Tage: {days}.',
    en: 'The decision period promised to the postbox changed. Number of days: {days}.',
  },
  'postbox.address-changed': {
    nl: 'Een adres van de postbus is gewijzigd.',
    fr: 'Une adresse de la boîte postale a changé.',
    de: 'Eine Adresse des Postfachs wurde geändert.',
    en: 'An address of the postbox changed.',
  },
  'postbox.notification-address-asked': {
    nl: 'Er is een ander adres voor berichten gevraagd. Het moet nog bevestigd worden.',
    fr: 'Une autre adresse pour les avis a été demandée. Elle doit encore être confirmée.',
    de: 'Eine andere Adresse für Mitteilungen wurde angefragt. Sie muss noch bestätigt werden.',
    en: 'Another address for notices was asked for. It has yet to be confirmed.',
  },
  'postbox.notification-address-kept': {
    nl: 'Het adres voor berichten blijft zoals het was.',
    fr: 'L’adresse pour les avis reste inchangée.',
    de: 'Die Adresse für Mitteilungen bleibt, wie sie war.',
    en: 'The address for notices stays as it was.',
  },
  'postbox.notification-address-confirmed': {
    nl: 'Het adres voor berichten is bevestigd.',
    fr: 'L’adresse pour les avis a été confirmée.',
    de: 'Die Adresse für Mitteilungen wurde bestätigt.',
    en: 'The address for notices was confirmed.',
  },
  'postbox.notification-address-removed': {
    nl: 'Het adres voor berichten is verwijderd.',
    fr: 'L’adresse pour les avis a été supprimée.',
    de: 'Die Adresse für Mitteilungen wurde entfernt.',
    en: 'The address for notices was removed.',
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
