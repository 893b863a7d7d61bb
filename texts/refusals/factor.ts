/** Refusals about second factors (check 33). None tells what would have been right. */
import type { RefusalCatalogue } from './catalogue.ts';

export const factorRefusals = {
  'factor.wrong': {
    title: {
      nl: 'Dit bewijs klopt niet',
      fr: 'Cette preuve n’est pas valable',
      de: 'Dieser Nachweis stimmt nicht',
      en: 'This proof is not right',
    },
    detail: {
      nl: 'De code of sleutel werd niet herkend, of is al gebruikt. Wacht op de volgende code en probeer het opnieuw.',
      fr: 'Le code ou la clé n’a pas été reconnu, ou a déjà servi. Attendez le code suivant et réessayez.',
      de: 'Der Code oder Schlüssel wurde nicht erkannt oder schon benutzt. Warten Sie auf den nächsten Code und versuchen Sie es erneut.',
      en: 'The code or key was not recognised, or has been used already. Wait for the next code and try again.',
    },
  },
  'factor.proof-needed': {
    title: {
      nl: 'Uw tweede factor ontbreekt',
      fr: 'Il manque votre second facteur',
      de: 'Ihr zweiter Faktor fehlt',
      en: 'Your second factor is missing',
    },
    detail: {
      nl: 'Geef naast uw wachtwoord een code van uw app, uw sleutel of een herstelcode.',
      fr: 'Donnez, outre votre mot de passe, un code de votre application, votre clé ou un code de secours.',
      de: 'Geben Sie neben Ihrem Passwort einen Code Ihrer App, Ihren Schlüssel oder einen Wiederherstellungscode an.',
      en: 'Besides your password, give a code of your app, your key or a recovery code.',
    },
  },
  'factor.attempt-over': {
    title: {
      nl: 'Deze aanmelding is afgelopen',
      fr: 'Cette connexion est terminée',
      de: 'Diese Anmeldung ist abgelaufen',
      en: 'This log-in is over',
    },
    detail: {
      nl: 'Een aanmelding gaat vijf minuten en vijf pogingen mee. Meld u opnieuw aan met uw wachtwoord.',
      fr: 'Une connexion dure cinq minutes et cinq essais. Reconnectez-vous avec votre mot de passe.',
      de: 'Eine Anmeldung gilt fünf Minuten und fünf Versuche lang. Melden Sie sich erneut mit Ihrem Passwort an.',
      en: 'A log-in lasts for five minutes and five tries. Log in again with your password.',
    },
  },
  'factor.too-many': {
    title: {
      nl: 'Er zijn al genoeg',
      fr: 'Il y en a déjà assez',
      de: 'Es sind bereits genug',
      en: 'There are enough already',
    },
    detail: {
      nl: 'U hebt al {most} apps en sleutels. Verwijder er eerst een.',
      fr: 'Vous avez déjà {most} applications et clés. Supprimez-en d’abord une.',
      de: 'Sie haben bereits {most} Apps und Schlüssel. Entfernen Sie zuerst einen davon.',
      en: 'You have {most} apps and keys already. Remove one first.',
    },
  },
  'factor.required': {
    title: {
      nl: 'Een tweede factor is verplicht',
      fr: 'Un second facteur est obligatoire',
      de: 'Ein zweiter Faktor ist vorgeschrieben',
      en: 'A second factor is required',
    },
    detail: {
      nl: 'Voeg eerst een andere toe; daarna kunt u deze verwijderen.',
      fr: 'Ajoutez-en d’abord un autre ; vous pourrez ensuite supprimer celui-ci.',
      de: 'Fügen Sie zuerst einen anderen hinzu; danach können Sie diesen entfernen.',
      en: 'Add another one first; after that you can remove this one.',
    },
  },
  'factor.password-too-short': {
    title: {
      nl: 'Uw wachtwoord is te kort zonder tweede factor',
      fr: 'Votre mot de passe est trop court sans second facteur',
      de: 'Ihr Passwort ist ohne zweiten Faktor zu kurz',
      en: 'Your password is too short without a second factor',
    },
    detail: {
      nl: 'Kies eerst een langer wachtwoord; daarna kunt u deze laatste factor verwijderen.',
      fr: 'Choisissez d’abord un mot de passe plus long ; vous pourrez ensuite supprimer ce dernier facteur.',
      de: 'Wählen Sie zuerst ein längeres Passwort; danach können Sie diesen letzten Faktor entfernen.',
      en: 'Choose a longer password first; after that you can remove this last factor.',
    },
  },
  'session.password-too-short': {
    title: {
      nl: 'Kies een langer wachtwoord, of stel een tweede factor in',
      fr: 'Choisissez un mot de passe plus long ou configurez un second facteur',
      de: 'Wählen Sie ein längeres Passwort oder richten Sie einen zweiten Faktor ein',
      en: 'Choose a longer password, or set up a second factor',
    },
    detail: {
      nl: 'Uw wachtwoord is te kort om alleen te staan. Verander het of stel een app of sleutel in, en ga dan verder.',
      fr: 'Votre mot de passe est trop court pour suffire seul. Changez-le, ou configurez une application ou une clé, puis continuez.',
      de: 'Ihr Passwort ist zu kurz, um allein zu genügen. Ändern Sie es oder richten Sie eine App oder einen Schlüssel ein, und fahren Sie dann fort.',
      en: 'Your password is too short to stand alone. Change it, or set up an app or a key, then go on.',
    },
  },
  'session.factor-needed': {
    title: {
      nl: 'Stel eerst een tweede factor in',
      fr: 'Configurez d’abord un second facteur',
      de: 'Richten Sie zuerst einen zweiten Faktor ein',
      en: 'Set up a second factor first',
    },
    detail: {
      nl: 'Voor uw toegang is een tweede factor verplicht: een app met codes of een sleutel. Stel er een in, en ga dan verder.',
      fr: 'Un second facteur est obligatoire pour votre accès : une application à codes ou une clé. Configurez-en un, puis continuez.',
      de: 'Für Ihren Zugang ist ein zweiter Faktor vorgeschrieben: eine App mit Codes oder ein Schlüssel. Richten Sie einen ein und fahren Sie dann fort.',
      en: 'Your access needs a second factor: an app with codes, or a key. Set one up, then go on.',
    },
  },
} satisfies RefusalCatalogue;
