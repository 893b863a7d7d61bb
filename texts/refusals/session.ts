/** Refusals of who is calling. None tells whether a user exists. */
import type { RefusalCatalogue } from './catalogue.ts';

export const sessionRefusals = {
  'session.required': {
    title: {
      nl: 'U bent niet aangemeld',
      fr: 'Vous n’êtes pas connecté',
      de: 'Sie sind nicht angemeldet',
      en: 'You are not logged in',
    },
    detail: {
      nl: 'Meld u aan en probeer het opnieuw.',
      fr: 'Connectez-vous et réessayez.',
      de: 'Melden Sie sich an und versuchen Sie es erneut.',
      en: 'Log in and try again.',
    },
  },
  'session.wrong-credentials': {
    title: {
      nl: 'Aanmelden is niet gelukt',
      fr: 'La connexion a échoué',
      de: 'Die Anmeldung ist fehlgeschlagen',
      en: 'Logging in failed',
    },
    detail: {
      nl: 'De gebruikersnaam of het wachtwoord klopt niet.',
      fr: 'Le nom d’utilisateur ou le mot de passe est incorrect.',
      de: 'Der Benutzername oder das Passwort stimmt nicht.',
      en: 'The username or the password is not right.',
    },
  },
  'session.too-many-attempts': {
    title: {
      nl: 'Te veel pogingen',
      fr: 'Trop de tentatives',
      de: 'Zu viele Versuche',
      en: 'Too many attempts',
    },
    detail: {
      nl: 'Wacht even voor u het opnieuw probeert. Dit duurt nog {retryAfterSeconds:wait}.',
      fr: 'Attendez un peu avant de réessayer. Cela dure encore {retryAfterSeconds:wait}.',
      de: 'Bitte warten Sie etwas, bevor Sie es erneut versuchen. Das dauert noch {retryAfterSeconds:wait}.',
      en: 'Please wait a while before you try again. This takes another {retryAfterSeconds:wait}.',
    },
  },
  'session.ended': {
    title: {
      nl: 'Uw sessie is afgelopen',
      fr: 'Votre session est terminée',
      de: 'Ihre Sitzung ist beendet',
      en: 'Your session has ended',
    },
    detail: {
      nl: 'Meld u opnieuw aan om verder te gaan.',
      fr: 'Reconnectez-vous pour continuer.',
      de: 'Melden Sie sich erneut an, um fortzufahren.',
      en: 'Log in again to go on.',
    },
  },
  'session.step-up-needed': {
    title: {
      nl: 'Bewijs eerst nog eens wie u bent',
      fr: 'Prouvez d’abord à nouveau qui vous êtes',
      de: 'Weisen Sie sich zuerst noch einmal aus',
      en: 'First prove once more who you are',
    },
    detail: {
      nl: 'Geef uw wachtwoord opnieuw in, en uw tweede factor als u er een hebt. Probeer het dan nog eens; dat geldt {proofMinutes} minuten.',
      fr: 'Saisissez à nouveau votre mot de passe, et votre second facteur si vous en avez un. Puis réessayez ; cela vaut {proofMinutes} minutes.',
      de: 'Geben Sie Ihr Passwort noch einmal ein, und Ihren zweiten Faktor, falls Sie einen haben. Versuchen Sie es dann erneut; das gilt {proofMinutes} Minuten.',
      en: 'Enter your password again, and your second factor if you have one. Then retry; that holds for {proofMinutes} minutes.',
    },
  },
} satisfies RefusalCatalogue;
