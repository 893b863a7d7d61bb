import type { NoticeTexts } from './facts.ts';

/** Proves that the notification address of a box is read by whom it was meant for (PP-07). */
export const confirmNotificationAddress: NoticeTexts = {
  subject: {
    nl: 'Bevestig dit adres voor postbus {postboxNumber}',
    fr: 'Confirmez cette adresse pour la boîte postale {postboxNumber}',
    de: 'Bestätigen Sie diese Adresse für das Postfach {postboxNumber}',
    en: 'Confirm this address for postbox {postboxNumber}',
  },
  heading: {
    nl: 'Bevestig dit adres',
    fr: 'Confirmez cette adresse',
    de: 'Bestätigen Sie diese Adresse',
    en: 'Confirm this address',
  },
  lead: {
    nl: 'Dit e-mailadres is opgegeven voor de berichten van postbus {postboxNumber}. Bevestig het om ze hier te krijgen. De link werkt {dueAt:until}.',
    fr: 'Cette adresse a été indiquée pour les messages de la boîte postale {postboxNumber}. Confirmez-la pour les recevoir ici. Le lien fonctionne {dueAt:until}.',
    de: 'Diese Adresse wurde für die Meldungen des Postfachs {postboxNumber} angegeben. Bestätigen Sie sie, um sie hier zu erhalten. Der Link gilt {dueAt:until}.',
    en: 'This address was given for the messages of postbox {postboxNumber}. Confirm it to receive them here. The link works {dueAt:until}.',
  },
  parts: [],
  action: 'confirm',
  canBeSilenced: false,
};
