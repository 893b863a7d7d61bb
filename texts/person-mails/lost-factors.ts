/** Mails on the way back of somebody who lost every second factor (decided.md, People). */
import { objectButton } from './common.ts';
import type { PersonMailTexts } from './facts.ts';

export const factorsNotice: PersonMailTexts = {
  subject: {
    nl: 'De tweede bewijzen van {username} worden verwijderd',
    fr: 'Les secondes preuves de {username} vont être supprimées',
    de: 'Die zweiten Nachweise von {username} werden entfernt',
    en: 'The second factors of {username} are going to be removed',
  },
  heading: {
    nl: 'Tweede bewijzen verloren',
    fr: 'Secondes preuves perdues',
    de: 'Zweite Nachweise verloren',
    en: 'Second factors lost',
  },
  lead: {
    nl: 'Ons is gemeld dat {name} ({username}) alle apps, sleutels en herstelcodes kwijt is. Ze worden verwijderd zodra de code is ingegeven uit een brief aan het adres van {companyName}. Klopt dat niet, maak dan bezwaar met de knop, tot en met {endsAt:when}. Daarna gaat het door.',
    fr: 'On nous a signalé que {name} ({username}) a perdu toutes ses applications, clés et codes de secours. Ils seront supprimés dès que le code d’une lettre adressée à {companyName} aura été saisi. Si ce n’est pas exact, opposez-vous à l’aide du bouton, jusqu’au {endsAt:when}. Ensuite, cela aura lieu.',
    de: 'Uns wurde gemeldet, dass {name} ({username}) alle Apps, Schlüssel und Wiederherstellungscodes verloren hat. Sie werden entfernt, sobald der Code aus einem Brief an die Adresse von {companyName} eingegeben ist. Stimmt das nicht, widersprechen Sie über die Schaltfläche, bis {endsAt:when}. Danach findet es statt.',
    en: 'We were told that {name} ({username}) has lost every app, key and recovery code. They are removed once the code of a letter to the address of {companyName} is entered. If that is not so, object by the button, until {endsAt:when}. After that it goes ahead.',
  },
  action: objectButton,
  footer: 'account',
};

export const factorsCodeCounts: PersonMailTexts = {
  subject: {
    nl: 'Uw code uit de brief telt nu',
    fr: 'Le code de votre lettre compte maintenant',
    de: 'Der Code aus Ihrem Brief gilt jetzt',
    en: 'The code of your letter counts now',
  },
  heading: {
    nl: 'U kunt weer toegang krijgen',
    fr: 'Vous pouvez retrouver votre accès',
    de: 'Sie können wieder Zugang erhalten',
    en: 'You can get in again',
  },
  lead: {
    nl: 'Niemand heeft bezwaar gemaakt. Meld u aan als {username} met uw wachtwoord en geef, waar om uw tweede bewijs wordt gevraagd, de code in uit de brief die naar het adres van {companyName} is gestuurd, vóór {endsAt:when}.',
    fr: 'Personne ne s’est opposé. Connectez-vous comme {username} avec votre mot de passe et, là où votre seconde preuve est demandée, saisissez le code de la lettre envoyée à l’adresse de {companyName}, avant le {endsAt:when}.',
    de: 'Niemand hat widersprochen. Melden Sie sich als {username} mit Ihrem Passwort an und geben Sie dort, wo nach Ihrem zweiten Nachweis gefragt wird, den Code aus dem Brief an die Adresse von {companyName} ein, vor {endsAt:when}.',
    en: 'Nobody has objected. Log in as {username} with your password and, where your second factor is asked for, enter the code of the letter that went to the address of {companyName}, before {endsAt:when}.',
  },
  footer: 'account',
};

export const factorsRemoved: PersonMailTexts = {
  subject: {
    nl: 'Al uw tweede bewijzen zijn verwijderd',
    fr: 'Toutes vos secondes preuves ont été supprimées',
    de: 'Alle Ihre zweiten Nachweise wurden entfernt',
    en: 'All your second factors were removed',
  },
  heading: {
    nl: 'Aanmelden vraagt geen tweede bewijs meer',
    fr: 'La connexion ne demande plus de seconde preuve',
    de: 'Die Anmeldung verlangt keinen zweiten Nachweis mehr',
    en: 'Logging in asks for no second factor any more',
  },
  lead: {
    nl: 'De code uit de brief is ingegeven. De apps, sleutels en herstelcodes van {username} gelden niet meer, en wat nog open stond is beëindigd: sessies, links, plaatsen en vertrouwde browsers. Meld u aan met uw wachtwoord en stel meteen een nieuw tweede bewijs in.',
    fr: 'Le code de la lettre a été saisi. Les applications, clés et codes de secours de {username} ne valent plus, et ce qui était encore ouvert est terminé : sessions, liens, lieux et navigateurs de confiance. Connectez-vous avec votre mot de passe et configurez aussitôt une nouvelle seconde preuve.',
    de: 'Der Code aus dem Brief wurde eingegeben. Die Apps, Schlüssel und Wiederherstellungscodes von {username} gelten nicht mehr, und was noch offen war, ist beendet: Sitzungen, Links, Orte und vertraute Browser. Melden Sie sich mit Ihrem Passwort an und richten Sie sofort einen neuen zweiten Nachweis ein.',
    en: 'The code of the letter was entered. The apps, keys and recovery codes of {username} count no more, and what was still open has ended: sessions, links, places and trusted browsers. Log in with your password and set up a new second factor at once.',
  },
  footer: 'alarm',
};
