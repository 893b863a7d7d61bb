import type { NoticeTexts } from './facts.ts';

/** The last storage period is over: nothing more is charged, staff look at it, nothing is destroyed unasked. */
export const storageEnded: NoticeTexts = {
  subject: {
    nl: 'De bewaartermijn van poststuk {siteReference} is voorbij',
    fr: 'La période de conservation de l’envoi {siteReference} est terminée',
    de: 'Die Aufbewahrungszeit der Sendung {siteReference} ist beendet',
    en: 'The storage period of letter {siteReference} has ended',
  },
  heading: {
    nl: 'De bewaartermijn is voorbij',
    fr: 'La période de conservation est terminée',
    de: 'Die Aufbewahrungszeit ist beendet',
    en: 'The storage period has ended',
  },
  lead: {
    nl: 'Vanaf nu rekenen we niets meer aan. Een medewerker kijkt na wat er met het papier moet gebeuren; zolang daar niemand aan begonnen is, kunt u nog kiezen. Zonder uw opdracht vernietigen we niets.',
    fr: 'À partir de maintenant, nous ne facturons plus rien. Un collaborateur vérifie ce qu’il faut faire du papier ; tant que personne n’a commencé, vous pouvez encore choisir. Sans votre ordre, nous ne détruisons rien.',
    de: 'Ab jetzt berechnen wir nichts mehr. Ein Mitarbeiter prüft, was mit dem Papier geschehen soll; solange damit niemand begonnen hat, können Sie noch wählen. Ohne Ihren Auftrag vernichten wir nichts.',
    en: 'From now on we charge nothing more. A member of staff looks at what is to happen to the paper; as long as nobody has begun, you can still choose. We destroy nothing unless you ask for it.',
  },
  parts: ['choices', 'cost'],
  action: 'choose',
  canBeSilenced: false,
};
