import type { NoticeTexts } from './facts.ts';

/** A letter was scanned and can be read (PP-06). */
export const arrived: NoticeTexts = {
  subject: {
    nl: 'Nieuwe post in postbus {postboxNumber}: {siteReference}',
    fr: 'Nouveau courrier dans la boîte postale {postboxNumber} : {siteReference}',
    de: 'Neue Post im Postfach {postboxNumber}: {siteReference}',
    en: 'New mail in postbox {postboxNumber}: {siteReference}',
  },
  heading: {
    nl: 'Er is post voor u',
    fr: 'Vous avez du courrier',
    de: 'Sie haben Post',
    en: 'You have mail',
  },
  lead: {
    nl: 'Er is een poststuk voor u aangekomen. We hebben het gescand en u kunt het nu lezen.',
    fr: 'Un envoi est arrivé pour vous. Nous l’avons numérisé et vous pouvez le lire dès maintenant.',
    de: 'Für Sie ist eine Sendung angekommen. Wir haben sie gescannt, und Sie können sie jetzt lesen.',
    en: 'A letter has arrived for you. We have scanned it and you can read it now.',
  },
  parts: ['choices', 'upcoming', 'cost'],
  action: 'choose',
  canBeSilenced: true,
};
