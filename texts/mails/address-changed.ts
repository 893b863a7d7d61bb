import type { NoticeTexts } from './facts.ts';

/** The forwarding address of the box changed while a forwarding is planned: the one valid on the day counts. */
export const addressChanged: NoticeTexts = {
  subject: {
    nl: 'Poststuk {siteReference} gaat naar het nieuwe doorstuuradres',
    fr: 'L’envoi {siteReference} ira à la nouvelle adresse de réexpédition',
    de: 'Die Sendung {siteReference} geht an die neue Nachsendeadresse',
    en: 'Letter {siteReference} will go to the new forwarding address',
  },
  heading: {
    nl: 'Het doorstuuradres is gewijzigd',
    fr: 'L’adresse de réexpédition a changé',
    de: 'Die Nachsendeadresse wurde geändert',
    en: 'The forwarding address has changed',
  },
  lead: {
    nl: 'Het doorstuuradres van uw postbus is gewijzigd. Dit poststuk gaat naar het adres dat geldt op de dag van verzending. Hebt u niets gewijzigd? Laat het ons dan meteen weten.',
    fr: 'L’adresse de réexpédition de votre boîte postale a changé. Cet envoi ira à l’adresse valable le jour de l’expédition. Vous n’avez rien modifié ? Prévenez-nous aussitôt.',
    de: 'Die Nachsendeadresse Ihres Postfachs wurde geändert. Diese Sendung geht an die Adresse, die am Versandtag gilt. Haben Sie nichts geändert? Dann melden Sie sich bitte gleich bei uns.',
    en: 'The forwarding address of your postbox has changed. This letter goes to the address that is valid on the day it is sent. Did you not change anything? Then please tell us at once.',
  },
  parts: ['choices', 'upcoming', 'cost'],
  action: 'view',
  canBeSilenced: false,
};
