import type { NoticeTexts } from './facts.ts';

/** Facts were corrected and what will happen, or its price, is no longer what the customer was told. */
export const planChanged: NoticeTexts = {
  subject: {
    nl: 'Poststuk {siteReference}: er verandert iets aan wat u koos',
    fr: 'Envoi {siteReference} : un changement concerne votre choix',
    de: 'Sendung {siteReference}: an Ihrer Wahl ändert sich etwas',
    en: 'Letter {siteReference}: something changes about your choice',
  },
  heading: {
    nl: 'Er verandert iets',
    fr: 'Un changement',
    de: 'Eine Änderung',
    en: 'Something changes',
  },
  lead: {
    nl: 'De gegevens van dit poststuk zijn verbeterd, bijvoorbeeld het gewicht. Daardoor is de prijs of de planning anders dan we u eerder zeiden. Zolang de locatie niet begonnen is, kunt u nog iets anders kiezen.',
    fr: 'Les données de cet envoi ont été corrigées, par exemple son poids. Le prix ou la planification diffère donc de ce que nous vous avions annoncé. Tant que le site n’a pas commencé, vous pouvez encore choisir autre chose.',
    de: 'Die Angaben zu dieser Sendung wurden berichtigt, zum Beispiel das Gewicht. Dadurch ist der Preis oder der Ablauf anders als angekündigt. Solange der Standort nicht begonnen hat, können Sie noch etwas anderes wählen.',
    en: 'The facts of this letter were corrected, its weight for example. The price or the planning therefore differs from what we told you before. As long as the site has not begun, you can still choose otherwise.',
  },
  parts: ['choices', 'upcoming', 'cost'],
  action: 'choose',
  canBeSilenced: false,
};
