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
    nl: 'Eens per jaar kijkt u na wie bij {companyName} wat mag. Log in; u kunt {endsAt:until} per recht zeggen of het blijft. Aantal rechten: {left}. Waar u niets over zegt, blijft.',
    fr: 'Une fois par an, vous vérifiez qui peut faire quoi chez {companyName}. Connectez-vous ; vous pouvez dire {endsAt:until}, pour chaque droit, s’il reste. Nombre de droits : {left}. Ce dont vous ne dites rien reste.',
    de: 'Einmal im Jahr prüfen Sie, wer bei {companyName} was darf. Melden Sie sich an; Sie können {endsAt:until} zu jedem Recht sagen, ob es bleibt. Anzahl der Rechte: {left}. Was Sie nicht beantworten, bleibt.',
    en: 'Once a year you look over who may do what at {companyName}. Log in; {endsAt:until} you can say of each right whether it stays. Number of rights: {left}. What you say nothing about stays.',
  },
  footer: 'account',
};

export const reviewReminder: PersonMailTexts = {
  subject: {
    nl: 'Nog na te kijken rechten bij {companyName}: {left}',
    fr: 'Droits encore à vérifier chez {companyName} : {left}',
    de: 'Noch zu prüfende Rechte bei {companyName}: {left}',
    en: 'Rights still to look over at {companyName}: {left}',
  },
  heading: lookOver,
  lead: {
    nl: 'U kunt bij {companyName} nog {endsAt:until} zeggen welke rechten blijven. Rechten waarvan nog niets is gezegd: {left}. Wat niemand beantwoordt, blijft, en onze medewerkers horen ervan.',
    fr: 'Chez {companyName}, vous pouvez encore dire {endsAt:until} quels droits restent. Droits dont rien n’a encore été dit : {left}. Ce à quoi personne ne répond reste, et nos collaborateurs en sont avertis.',
    de: 'Bei {companyName} können Sie noch {endsAt:until} sagen, welche Rechte bleiben. Rechte, zu denen noch nichts gesagt ist: {left}. Was niemand beantwortet, bleibt, und unsere Mitarbeiter erfahren davon.',
    en: 'At {companyName} you can still say {endsAt:until} which rights stay. Rights of which nothing has been said yet: {left}. What nobody answers stays, and our staff hear of it.',
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
    nl: 'Een andere beheerder van {companyName} heeft u gevraagd rechten na te kijken. Log in; u kunt {endsAt:until} per recht zeggen of het blijft.',
    fr: 'Un autre administrateur de {companyName} vous a demandé de vérifier des droits. Connectez-vous ; vous pouvez dire {endsAt:until}, pour chaque droit, s’il reste.',
    de: 'Ein anderer Administrator von {companyName} hat Sie gebeten, Rechte zu prüfen. Melden Sie sich an; Sie können {endsAt:until} zu jedem Recht sagen, ob es bleibt.',
    en: 'Another administrator of {companyName} has asked you to look over rights. Log in; {endsAt:until} you can say of each right whether it stays.',
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
    nl: 'Rechten bij {companyName} waarvan binnen de termijn niets is gezegd: {left}. Ze blijven, en onze medewerkers zijn verwittigd. U kunt rechten altijd zelf wijzigen.',
    fr: 'Droits chez {companyName} dont rien n’a été dit dans le délai : {left}. Ils restent, et nos collaborateurs sont avertis. Vous pouvez toujours modifier les droits vous-même.',
    de: 'Rechte bei {companyName}, zu denen in der Frist nichts gesagt wurde: {left}. Sie bleiben, und unsere Mitarbeiter sind benachrichtigt. Rechte können Sie jederzeit selbst ändern.',
    en: 'Rights at {companyName} of which nothing was said in time: {left}. They stay, and our staff have been told. You can always change rights yourself.',
  },
  footer: 'account',
};
