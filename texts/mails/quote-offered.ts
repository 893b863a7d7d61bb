import type { NoticeTexts } from './facts.ts';

/** The tariff has no price for what was asked; staff offer one and wait. */
export const quoteOffered: NoticeTexts = {
  subject: {
    nl: 'Prijsvoorstel voor poststuk {siteReference}',
    fr: 'Offre de prix pour l’envoi {siteReference}',
    de: 'Preisangebot für die Sendung {siteReference}',
    en: 'Quote for letter {siteReference}',
  },
  heading: {
    nl: 'Gaat u akkoord met deze prijs?',
    fr: 'Acceptez-vous ce prix ?',
    de: 'Sind Sie mit diesem Preis einverstanden?',
    en: 'Do you agree with this price?',
  },
  lead: {
    nl: 'Voor wat u gekozen hebt, staat er geen vaste prijs in ons tarief. We stellen u {priceCents:money} voor, zonder btw. We beginnen pas als u de prijs aanvaardt; u kunt ook iets anders kiezen.',
    fr: 'Notre tarif ne prévoit pas de prix fixe pour ce que vous avez choisi. Nous vous proposons {priceCents:money}, hors TVA. Nous ne commençons qu’une fois le prix accepté ; vous pouvez aussi choisir autre chose.',
    de: 'Für das, was Sie gewählt haben, steht kein fester Preis in unserem Tarif. Wir schlagen Ihnen {priceCents:money} vor, ohne Mehrwertsteuer. Wir beginnen erst, wenn Sie den Preis annehmen; Sie können auch etwas anderes wählen.',
    en: 'Our tariff has no fixed price for what you chose. We offer {priceCents:money}, excluding VAT. We begin only when you accept the price; you can also choose otherwise.',
  },
  parts: ['choices', 'cost'],
  action: 'accept',
  canBeSilenced: false,
};
