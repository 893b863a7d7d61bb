/** Mails of the yearly review of rights, to the administrators of a company (WF-43). */
import type { PersonMailTexts } from './facts.ts';

const lookOver = {
  nl: 'Kijk de rechten na',
  fr: 'Vérifiez les droits',
  de: 'Prüfen Sie die Rechte',
  en: 'Look over the rights',
};

export const reviewOpened: PersonMailTexts = {
  subject: {
    nl: 'Kijk de rechten bij {companyName} na',
    fr: 'Vérifiez les droits chez {companyName}',
    de: 'Prüfen Sie die Rechte bei {companyName}',
    en: 'Look over the rights at {companyName}',
  },
  heading: lookOver,
  lead: {
    nl: 'Eens per jaar kijkt u na wie bij {companyName} wat mag. Log in en zeg per recht of het blijft, vóór {endsAt:when}. Het zijn er {left}. Waar u niets over zegt, blijft.',
    fr: 'Une fois par an, vous vérifiez qui peut faire quoi chez {companyName}. Connectez-vous et dites pour chaque droit s’il reste, avant le {endsAt:when}. Il y en a {left}. Ce dont vous ne dites rien reste.',
    de: 'Einmal im Jahr prüfen Sie, wer bei {companyName} was darf. Melden Sie sich an und sagen Sie zu jedem Recht, ob es bleibt, vor {endsAt:when}. Es sind {left}. Was Sie nicht beantworten, bleibt.',
    en: 'Once a year you look over who may do what at {companyName}. Log in and say of each right whether it stays, before {endsAt:when}. There are {left}. What you say nothing about stays.',
  },
  footer: 'account',
};

export const reviewReminder: PersonMailTexts = {
  subject: {
    nl: 'Nog {left} rechten na te kijken bij {companyName}',
    fr: 'Encore {left} droits à vérifier chez {companyName}',
    de: 'Noch {left} Rechte zu prüfen bei {companyName}',
    en: 'Still {left} rights to look over at {companyName}',
  },
  heading: lookOver,
  lead: {
    nl: 'U kunt bij {companyName} nog tot {endsAt:when} zeggen welke rechten blijven. Van {left} rechten is nog niets gezegd. Wat niemand beantwoordt, blijft, en onze medewerkers horen ervan.',
    fr: 'Chez {companyName}, vous pouvez encore dire jusqu’au {endsAt:when} quels droits restent. De {left} droits, rien n’a encore été dit. Ce à quoi personne ne répond reste, et nos collaborateurs en sont avertis.',
    de: 'Bei {companyName} können Sie noch bis {endsAt:when} sagen, welche Rechte bleiben. Zu {left} Rechten ist noch nichts gesagt. Was niemand beantwortet, bleibt, und unsere Mitarbeiter erfahren davon.',
    en: 'At {companyName} you can still say until {endsAt:when} which rights stay. Of {left} rights nothing has been said yet. What nobody answers stays, and our staff hear of it.',
  },
  footer: 'account',
};

export const reviewDelegated: PersonMailTexts = {
  subject: {
    nl: 'U is gevraagd rechten bij {companyName} na te kijken',
    fr: 'Il vous est demandé de vérifier des droits chez {companyName}',
    de: 'Sie wurden gebeten, Rechte bei {companyName} zu prüfen',
    en: 'You were asked to look over rights at {companyName}',
  },
  heading: lookOver,
  lead: {
    nl: 'Een andere beheerder van {companyName} heeft u gevraagd rechten na te kijken. Log in en zeg per recht of het blijft, vóór {endsAt:when}.',
    fr: 'Un autre administrateur de {companyName} vous a demandé de vérifier des droits. Connectez-vous et dites pour chaque droit s’il reste, avant le {endsAt:when}.',
    de: 'Ein anderer Administrator von {companyName} hat Sie gebeten, Rechte zu prüfen. Melden Sie sich an und sagen Sie zu jedem Recht, ob es bleibt, vor {endsAt:when}.',
    en: 'Another administrator of {companyName} has asked you to look over rights. Log in and say of each right whether it stays, before {endsAt:when}.',
  },
  footer: 'account',
};

export const reviewUnanswered: PersonMailTexts = {
  subject: {
    nl: 'De rechten bij {companyName} zijn niet allemaal nagekeken',
    fr: 'Les droits chez {companyName} n’ont pas tous été vérifiés',
    de: 'Die Rechte bei {companyName} wurden nicht alle geprüft',
    en: 'The rights at {companyName} were not all looked over',
  },
  heading: {
    nl: 'De rechten blijven zoals ze zijn',
    fr: 'Les droits restent tels quels',
    de: 'Die Rechte bleiben, wie sie sind',
    en: 'The rights stay as they are',
  },
  lead: {
    nl: 'Van {left} rechten bij {companyName} is binnen {days} dagen niets gezegd. Ze blijven, en onze medewerkers zijn verwittigd. U kunt rechten altijd zelf wijzigen.',
    fr: 'De {left} droits chez {companyName}, rien n’a été dit en {days} jours. Ils restent, et nos collaborateurs sont avertis. Vous pouvez toujours modifier les droits vous-même.',
    de: 'Zu {left} Rechten bei {companyName} wurde binnen {days} Tagen nichts gesagt. Sie bleiben, und unsere Mitarbeiter sind benachrichtigt. Rechte können Sie jederzeit selbst ändern.',
    en: 'Of {left} rights at {companyName} nothing was said within {days} days. They stay, and our staff have been told. You can always change rights yourself.',
  },
  footer: 'account',
};
