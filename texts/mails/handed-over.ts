import type { NoticeTexts } from './facts.ts';

/** Somebody collected the paper. */
export const handedOver: NoticeTexts = {
  subject: {
    nl: 'Poststuk {siteReference} is afgehaald',
    fr: 'L’envoi {siteReference} a été retiré',
    de: 'Die Sendung {siteReference} wurde abgeholt',
    en: 'Letter {siteReference} has been picked up',
  },
  heading: {
    nl: 'Uw poststuk is afgehaald',
    fr: 'Votre envoi a été retiré',
    de: 'Ihre Sendung wurde abgeholt',
    en: 'Your letter has been picked up',
  },
  lead: {
    nl: 'Het papier is op de locatie overhandigd. Hiervoor rekenen we {priceCents:charge} aan. Klopt dit niet? Laat het ons dan meteen weten.',
    fr: 'Le papier a été remis sur le site. Nous facturons pour cela {priceCents:charge}. Ce n’est pas exact ? Prévenez-nous aussitôt.',
    de: 'Das Papier wurde am Standort übergeben. Dafür berechnen wir {priceCents:charge}. Stimmt das nicht? Dann melden Sie sich bitte gleich bei uns.',
    en: 'The paper was handed over at the site. For this we charge {priceCents:charge}. Is this not right? Then please tell us at once.',
  },
  parts: ['cost'],
  action: 'view',
  canBeSilenced: false,
};
