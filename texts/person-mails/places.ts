/** Mails about where somebody logs in from (SE-04, WF-20). */
import type { PersonMailTexts } from './facts.ts';

/** Somebody who knows the password is at a place nobody has confirmed yet. */
export const placeAsked: PersonMailTexts = {
  subject: {
    nl: 'Bevestig dat u zich aanmeldt',
    fr: 'Confirmez que vous vous connectez',
    de: 'Bestätigen Sie Ihre Anmeldung',
    en: 'Confirm that you are logging in',
  },
  heading: {
    nl: 'Aanmelden vanaf een nieuwe plaats',
    fr: 'Connexion depuis un nouveau lieu',
    de: 'Anmeldung von einem neuen Ort',
    en: 'Logging in from a new place',
  },
  lead: {
    nl: 'Iemand met uw wachtwoord wilde zich aanmelden vanaf het adres {address}, op {askedAt:moment}. Was u dat? Bevestig het dan in dezelfde browser, en meld u daarna opnieuw aan. De link werkt één keer, {endsAt:until}.',
    fr: 'Quelqu’un qui a votre mot de passe a voulu se connecter depuis l’adresse {address}, le {askedAt:moment}. C’était vous ? Confirmez-le dans le même navigateur, puis reconnectez-vous. Le lien fonctionne une fois, {endsAt:until}.',
    de: 'Jemand mit Ihrem Passwort wollte sich von der Adresse {address} anmelden, am {askedAt:moment}. Waren Sie das? Dann bestätigen Sie es im selben Browser und melden Sie sich danach erneut an. Der Link funktioniert einmal, {endsAt:until}.',
    en: 'Somebody with your password wanted to log in from the address {address}, on {askedAt:moment}. Was it you? Then confirm it in the same browser, and log in again after that. The link works once, {endsAt:until}.',
  },
  action: {
    nl: 'Ja, dat was ik',
    fr: 'Oui, c’était moi',
    de: 'Ja, das war ich',
    en: 'Yes, that was me',
  },
  footer: 'alarm',
};

/** A flood of them, told once (WF-20). */
export const placesDigest: PersonMailTexts = {
  subject: {
    nl: 'Veel aanmeldingen vanaf onbekende plaatsen',
    fr: 'Beaucoup de connexions depuis des lieux inconnus',
    de: 'Viele Anmeldungen von unbekannten Orten',
    en: 'Many log-ins from unknown places',
  },
  heading: {
    nl: 'Iemand kent uw wachtwoord',
    fr: 'Quelqu’un connaît votre mot de passe',
    de: 'Jemand kennt Ihr Passwort',
    en: 'Somebody knows your password',
  },
  lead: {
    nl: 'Sinds {askedAt:moment} is uw wachtwoord vaak gebruikt vanaf plaatsen die u niet hebt bevestigd. Niemand is daarmee binnengekomen. Wilt u zelf binnen, meld u dan opnieuw aan: u krijgt weer een mail met een link.',
    fr: 'Depuis le {askedAt:moment}, votre mot de passe a souvent été utilisé depuis des lieux que vous n’avez pas confirmés. Personne n’est entré ainsi. Pour entrer vous-même, reconnectez-vous : vous recevrez à nouveau un message avec un lien.',
    de: 'Seit {askedAt:moment} wurde Ihr Passwort oft von Orten benutzt, die Sie nicht bestätigt haben. Niemand ist so hineingekommen. Möchten Sie selbst hinein, melden Sie sich erneut an: Sie erhalten wieder eine E-Mail mit einem Link.',
    en: 'Since {askedAt:moment} your password has been used many times from places that you have not confirmed. Nobody came in that way. To come in yourself, log in again: you will get a mail with a link once more.',
  },
  linesHeading: {
    nl: 'Vanaf deze adressen',
    fr: 'Depuis ces adresses',
    de: 'Von diesen Adressen',
    en: 'From these addresses',
  },
  footer: 'alarm',
};
