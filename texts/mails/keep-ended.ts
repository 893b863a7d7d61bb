import type { NoticeTexts } from './facts.ts';

/** The day until which the customer wanted the paper kept is over: undecided again. */
export const keepEnded: NoticeTexts = {
  subject: {
    nl: 'De gevraagde bewaring van poststuk {siteReference} is voorbij',
    fr: 'La conservation demandée de l’envoi {siteReference} est terminée',
    de: 'Die gewünschte Aufbewahrung der Sendung {siteReference} ist beendet',
    en: 'The keeping you asked for has ended: letter {siteReference}',
  },
  heading: {
    nl: 'Wat mag er nu met het papier gebeuren?',
    fr: 'Que faire maintenant du papier ?',
    de: 'Was soll nun mit dem Papier geschehen?',
    en: 'What may happen to the paper now?',
  },
  lead: {
    nl: 'De dag tot wanneer u dit poststuk liet bewaren, is voorbij. Kies opnieuw wat ermee mag gebeuren; tot dan bewaren we het tegen het gewone bewaartarief.',
    fr: 'Le jour jusqu’auquel vous faisiez conserver cet envoi est passé. Choisissez à nouveau ce qu’il faut en faire ; jusque-là, nous le conservons au tarif de conservation habituel.',
    de: 'Der Tag, bis zu dem Sie diese Sendung aufbewahren ließen, ist vorbei. Bitte wählen Sie neu, was damit geschehen soll; bis dahin bewahren wir sie zum üblichen Tarif auf.',
    en: 'The day until which you had this letter kept is over. Please choose again what may happen to it; until then we store it at the usual tariff.',
  },
  parts: ['choices', 'upcoming', 'cost'],
  action: 'choose',
  canBeSilenced: false,
};
