/** The words that mails about a person's access share. */
import type { Texts } from '../languages.ts';
import type { PersonMailTexts } from './facts.ts';

export const personFooters: Readonly<Record<PersonMailTexts['footer'], Texts>> = {
  unasked: {
    nl: 'Hebt u hier niet om gevraagd? Dan hoeft u niets te doen: zonder u verandert er niets.',
    fr: 'Vous n’avez rien demandé ? Alors ne faites rien : sans vous, rien ne change.',
    de: 'Haben Sie das nicht angefordert? Dann brauchen Sie nichts zu tun: Ohne Sie ändert sich nichts.',
    en: 'Did you not ask for this? Then there is nothing to do: without you nothing changes.',
  },
  account: {
    nl: 'U krijgt deze mail omdat hij over uw toegang gaat; zulke berichten kunnen niet worden uitgezet.',
    fr: 'Vous recevez ce message parce qu’il concerne votre accès ; de tels avis ne peuvent pas être désactivés.',
    de: 'Sie erhalten diese E-Mail, weil sie Ihren Zugang betrifft; solche Meldungen lassen sich nicht abschalten.',
    en: 'You receive this mail because it is about your access; such messages cannot be switched off.',
  },
  documents: {
    nl: 'U krijgt deze mail omdat hij gaat over documenten die u ontvangt; zulke berichten kunnen niet worden uitgezet.',
    fr: 'Vous recevez ce message parce qu’il concerne des documents que vous recevez ; de tels avis ne peuvent pas être désactivés.',
    de: 'Sie erhalten diese E-Mail, weil es um Dokumente geht, die Sie empfangen; solche Meldungen lassen sich nicht abschalten.',
    en: 'You receive this mail because it is about documents that you receive; such messages cannot be switched off.',
  },
  frequency: {
    nl: 'U krijgt deze mail omdat u documenten ontvangt. Hoe vaak, kiest u bij Parameters: meteen, elke dag of elke week.',
    fr: 'Vous recevez ce message parce que vous recevez des documents. Choisissez sa fréquence dans Paramètres : aussitôt, chaque jour ou chaque semaine.',
    de: 'Sie erhalten diese E-Mail, weil Sie Dokumente empfangen. Wie oft, wählen Sie unter Parameter: sofort, jeden Tag oder jede Woche.',
    en: 'You receive this mail because you receive documents. How often, you choose under Parameters: at once, every day or every week.',
  },
  alarm: {
    nl: 'Was u dit niet? Verander dan meteen uw wachtwoord en waarschuw uw beheerder of de klantendienst.',
    fr: 'Ce n’était pas vous ? Changez aussitôt votre mot de passe et prévenez votre administrateur ou le service clientèle.',
    de: 'Waren Sie das nicht? Ändern Sie sofort Ihr Passwort und benachrichtigen Sie Ihren Administrator oder den Kundendienst.',
    en: 'Was this not you? Then change your password at once and tell your administrator or customer service.',
  },
};

/** Over a reminder of a link that is still unused. */
export const invitationEndsSoon: Texts = {
  nl: 'Uw uitnodiging loopt bijna af',
  fr: 'Votre invitation expire bientôt',
  de: 'Ihre Einladung läuft bald ab',
  en: 'Your invitation ends soon',
};

/** To say no to what staff have begun (decided.md, People). */
export const objectButton: Texts = {
  nl: 'Bezwaar maken',
  fr: 'S’opposer',
  de: 'Widersprechen',
  en: 'Object',
};
