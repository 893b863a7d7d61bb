import type { NoticeTexts } from './facts.ts';

/** We carried out a storage timer too late, so the customer gets time to choose without that charge. */
export const lateGrace: NoticeTexts = {
  subject: {
    nl: 'U krijgt extra tijd voor poststuk {siteReference}',
    fr: 'Vous avez plus de temps pour l’envoi {siteReference}',
    de: 'Sie erhalten mehr Zeit für die Sendung {siteReference}',
    en: 'You have extra time for letter {siteReference}',
  },
  heading: {
    nl: 'U krijgt extra tijd',
    fr: 'Vous avez plus de temps',
    de: 'Sie erhalten mehr Zeit',
    en: 'You have extra time',
  },
  lead: {
    nl: 'Door een storing bij ons is uw termijn later verwerkt dan gepland. Kies {dueAt:until}, en de bewaring die nu zou beginnen, wordt niet aangerekend. Kiest u later, dan rekenen we aan alsof er niets gebeurd was.',
    fr: 'À cause d’un incident chez nous, votre délai a été traité plus tard que prévu. Choisissez {dueAt:until}, et la conservation qui devait commencer ne sera pas facturée. Si vous choisissez plus tard, nous facturons comme si de rien n’était.',
    de: 'Durch eine Störung bei uns wurde Ihre Frist später verarbeitet als vorgesehen. Wählen Sie {dueAt:until}, und die Aufbewahrung, die jetzt beginnen würde, wird nicht berechnet. Wählen Sie später, berechnen wir, als wäre nichts geschehen.',
    en: 'Because of a fault on our side your deadline was handled later than planned. Choose {dueAt:until}, and the storage that would start now is not charged. If you choose later, we charge as if nothing had happened.',
  },
  parts: ['choices', 'upcoming', 'cost'],
  action: 'choose',
  canBeSilenced: false,
};
