/** The mails of a new mail address: the link to the new one, a word to the one before (check 47). */
import type { Texts } from '../languages.ts';
import type { PersonMailTexts } from './facts.ts';

const confirmHeading: Texts = {
  nl: 'Bevestig uw nieuwe e-mailadres',
  fr: 'Confirmez votre nouvelle adresse e-mail',
  de: 'Bestätigen Sie Ihre neue E-Mail-Adresse',
  en: 'Confirm your new e-mail address',
};

export const emailConfirm: PersonMailTexts = {
  subject: confirmHeading,
  heading: confirmHeading,
  lead: {
    nl: '{username} wil berichten voortaan op dit adres krijgen. De link werkt één keer, {endsAt:until}; tot u bevestigt, blijft het vorige adres gelden.',
    fr: '{username} souhaite désormais recevoir les messages à cette adresse. Le lien fonctionne une fois, {endsAt:until} ; tant que vous ne confirmez pas, l’adresse précédente reste valable.',
    de: '{username} möchte Nachrichten künftig an dieser Adresse erhalten. Der Link funktioniert einmal, {endsAt:until}; solange Sie nicht bestätigen, gilt die bisherige Adresse.',
    en: '{username} wants to get messages at this address from now on. The link works once, {endsAt:until}; as long as you do not confirm, the address before stays in force.',
  },
  action: confirmHeading,
  footer: 'unasked',
};

const changeAsked: Texts = {
  nl: 'Er is een ander e-mailadres gevraagd',
  fr: 'Une autre adresse e-mail a été demandée',
  de: 'Eine andere E-Mail-Adresse wurde angefordert',
  en: 'Another e-mail address was asked for',
};

export const emailChangeAsked: PersonMailTexts = {
  subject: changeAsked,
  heading: changeAsked,
  lead: {
    nl: 'Voor {username} werd op {happenedAt:moment} een ander e-mailadres opgegeven. Het geldt pas als het daar wordt bevestigd.',
    fr: 'Pour {username}, une autre adresse e-mail a été indiquée le {happenedAt:moment}. Elle ne vaut qu’une fois confirmée là-bas.',
    de: 'Für {username} wurde am {happenedAt:moment} eine andere E-Mail-Adresse angegeben. Sie gilt erst, wenn sie dort bestätigt wird.',
    en: 'For {username} another e-mail address was given on {happenedAt:moment}. It is in force only once it is confirmed there.',
  },
  footer: 'alarm',
};

const changed: Texts = {
  nl: 'Uw e-mailadres is gewijzigd',
  fr: 'Votre adresse e-mail a été modifiée',
  de: 'Ihre E-Mail-Adresse wurde geändert',
  en: 'Your e-mail address was changed',
};

export const emailChanged: PersonMailTexts = {
  subject: changed,
  heading: changed,
  lead: {
    nl: 'Berichten voor {username} gaan sinds {happenedAt:moment} naar een ander adres; dit is het laatste op dit adres.',
    fr: 'Les messages pour {username} vont depuis le {happenedAt:moment} à une autre adresse ; ceci est le dernier à celle-ci.',
    de: 'Nachrichten für {username} gehen seit {happenedAt:moment} an eine andere Adresse; dies ist die letzte an diese.',
    en: 'Messages for {username} have gone to another address since {happenedAt:moment}; this is the last one to this address.',
  },
  footer: 'alarm',
};
