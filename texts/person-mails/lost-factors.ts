/** Mails on the way back of somebody who lost every second factor (decided.md, People). */
import { objectButton } from './common.ts';
import type { PersonMailTexts } from './facts.ts';

export const factorsNotice: PersonMailTexts = {
  subject: {
    nl: 'De tweede factoren van {username} worden verwijderd',
    fr: 'Les seconds facteurs de {username} vont être supprimés',
    de: 'Die zweiten Faktoren von {username} werden entfernt',
    en: 'The second factors of {username} are going to be removed',
  },
  heading: {
    nl: 'Tweede factoren verloren',
    fr: 'Seconds facteurs perdus',
    de: 'Zweite Faktoren verloren',
    en: 'Second factors lost',
  },
  lead: {
    nl: 'Ons is gemeld dat {name} ({username}) alle apps, sleutels en herstelcodes kwijt is. Ze worden verwijderd zodra de code is ingegeven uit een brief aan het adres van {companyName}. Klopt dat niet, dan kunt u {endsAt:until} met de knop bezwaar maken. Daarna gaat het door.',
    fr: 'On nous a signalé que {name} ({username}) a perdu toutes ses applications, clés et codes de secours. Ils seront supprimés dès que le code d’une lettre adressée à {companyName} aura été saisi. Si ce n’est pas exact, vous pouvez vous opposer à l’aide du bouton {endsAt:until}. Ensuite, la suppression aura lieu.',
    de: 'Uns wurde gemeldet, dass {name} ({username}) alle Apps, Schlüssel und Wiederherstellungscodes verloren hat. Sie werden entfernt, sobald der Code aus einem Brief an die Adresse von {companyName} eingegeben ist. Stimmt das nicht, können Sie {endsAt:until} über die Schaltfläche widersprechen. Danach geht es wie beschrieben weiter.',
    en: 'We were told that {name} ({username}) has lost every app, key and recovery code. They are removed once the code of a letter to the address of {companyName} is entered. If that is not so, you can object by the button {endsAt:until}. After that it goes ahead.',
  },
  action: objectButton,
  footer: 'account',
};

export const factorsCodeCounts: PersonMailTexts = {
  subject: {
    nl: 'Uw code uit de brief werkt nu',
    fr: 'Le code de votre lettre est maintenant valable',
    de: 'Der Code aus Ihrem Brief gilt jetzt',
    en: 'The code of your letter works now',
  },
  heading: {
    nl: 'U kunt weer toegang krijgen',
    fr: 'Vous pouvez retrouver votre accès',
    de: 'Sie können wieder Zugang erhalten',
    en: 'You can get in again',
  },
  lead: {
    nl: 'Niemand heeft bezwaar gemaakt. Meld u aan als {username} met uw wachtwoord en geef, waar om uw tweede factor wordt gevraagd, de code in uit de brief die naar het adres van {companyName} is gestuurd. De code werkt {endsAt:until}.',
    fr: 'Personne ne s’est opposé. Connectez-vous comme {username} avec votre mot de passe et, là où votre second facteur est demandé, saisissez le code de la lettre envoyée à l’adresse de {companyName}. Le code est valable {endsAt:until}.',
    de: 'Niemand hat widersprochen. Melden Sie sich als {username} mit Ihrem Passwort an und geben Sie dort, wo nach Ihrem zweiten Faktor gefragt wird, den Code aus dem Brief an die Adresse von {companyName} ein. Der Code gilt {endsAt:until}.',
    en: 'Nobody has objected. Log in as {username} with your password and, where your second factor is asked for, enter the code of the letter that went to the address of {companyName}. The code works {endsAt:until}.',
  },
  footer: 'account',
};

export const factorsRemoved: PersonMailTexts = {
  subject: {
    nl: 'Al uw tweede factoren zijn verwijderd',
    fr: 'Tous vos seconds facteurs ont été supprimés',
    de: 'Alle Ihre zweiten Faktoren wurden entfernt',
    en: 'All your second factors were removed',
  },
  heading: {
    nl: 'Aanmelden vraagt geen tweede factor meer',
    fr: 'La connexion ne demande plus de second facteur',
    de: 'Die Anmeldung verlangt keinen zweiten Faktor mehr',
    en: 'Logging in asks for no second factor any more',
  },
  lead: {
    nl: 'De code uit de brief is ingegeven. De apps, sleutels en herstelcodes van {username} gelden niet meer, en wat nog open stond is beëindigd: sessies, links, plaatsen en vertrouwde browsers. Meld u aan met uw wachtwoord en stel meteen een nieuwe tweede factor in.',
    fr: 'Le code de la lettre a été saisi. Les applications, clés et codes de secours de {username} ne valent plus, et ce qui était encore ouvert est terminé : sessions, liens, lieux et navigateurs de confiance. Connectez-vous avec votre mot de passe et configurez aussitôt un nouveau second facteur.',
    de: 'Der Code aus dem Brief wurde eingegeben. Die Apps, Schlüssel und Wiederherstellungscodes von {username} gelten nicht mehr, und was noch offen war, ist beendet: Sitzungen, Links, Orte und vertraute Browser. Melden Sie sich mit Ihrem Passwort an und richten Sie sofort einen neuen zweiten Faktor ein.',
    en: 'The code of the letter was entered. The apps, keys and recovery codes of {username} no longer count, and what was still open has ended: sessions, links, places and trusted browsers. Log in with your password and set up a new second factor at once.',
  },
  footer: 'alarm',
};
