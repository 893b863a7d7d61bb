import type { NoticeTexts } from './facts.ts';

/** The deadline has passed and the first storage period was charged (PP-09). */
export const storageStarted: NoticeTexts = {
  subject: {
    nl: 'De bewaring van poststuk {siteReference} is begonnen',
    fr: 'La conservation de l’envoi {siteReference} a commencé',
    de: 'Die Aufbewahrung der Sendung {siteReference} hat begonnen',
    en: 'Storage of letter {siteReference} has started',
  },
  heading: {
    nl: 'De bewaring is begonnen',
    fr: 'La conservation a commencé',
    de: 'Die Aufbewahrung hat begonnen',
    en: 'Storage has started',
  },
  lead: {
    nl: 'De termijn om kosteloos te kiezen is voorbij; daarom bewaren we het papier nu tegen betaling. Een bewaarperiode kost {priceCents:charge}. U kunt nog altijd kiezen; wat al aangerekend is, blijft.',
    fr: 'Le délai pour choisir sans frais est passé ; nous conservons donc désormais le papier contre paiement. Une période de conservation coûte {priceCents:charge}. Vous pouvez toujours choisir ; ce qui est déjà facturé reste dû.',
    de: 'Die Frist für eine kostenlose Wahl ist vorbei; deshalb bewahren wir das Papier jetzt gegen Entgelt auf. Ein Zeitraum kostet {priceCents:charge}. Sie können weiterhin wählen; was schon berechnet wurde, bleibt.',
    en: 'The time to choose free of charge has passed, so from now on we store the paper for a fee. One storage period costs {priceCents:charge}. You can still choose; what was charged already stays.',
  },
  parts: ['choices', 'upcoming', 'cost'],
  action: 'choose',
  canBeSilenced: false,
};
