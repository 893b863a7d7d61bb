import type { NoticeTexts } from './facts.ts';

/** The paper was sent (PP-10). */
export const left: NoticeTexts = {
  subject: {
    nl: 'Poststuk {siteReference} is verzonden',
    fr: 'L’envoi {siteReference} est parti',
    de: 'Die Sendung {siteReference} wurde versandt',
    en: 'Letter {siteReference} has been sent',
  },
  heading: {
    nl: 'Uw poststuk is onderweg',
    fr: 'Votre envoi est en route',
    de: 'Ihre Sendung ist unterwegs',
    en: 'Your letter is on its way',
  },
  lead: {
    nl: 'We hebben het papier naar uw doorstuuradres verzonden. Vervoerder: {carrier}. Zendingsnummer: {tracking}. Hiervoor rekenen we {priceCents:charge} aan.',
    fr: 'Nous avons expédié le papier à votre adresse de réexpédition. Transporteur : {carrier}. Numéro de suivi : {tracking}. Nous facturons pour cela {priceCents:charge}.',
    de: 'Wir haben das Papier an Ihre Nachsendeadresse versandt. Zusteller: {carrier}. Sendungsnummer: {tracking}. Dafür berechnen wir {priceCents:charge}.',
    en: 'We have sent the paper to your forwarding address. Carrier: {carrier}. Tracking number: {tracking}. For this we charge {priceCents:charge}.',
  },
  parts: ['cost'],
  action: 'view',
  canBeSilenced: false,
};
