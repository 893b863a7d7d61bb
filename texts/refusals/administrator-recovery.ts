/** Refusals of a recovery by letter: of an administrator, or of lost second factors (decided.md, People). */
import type { RefusalCatalogue } from './catalogue.ts';
import { nothingChanged } from './shared.ts';

export const administratorRecoveryRefusals = {
  'administrator-recovery.not-needed': {
    title: {
      nl: 'Dit bedrijf heeft een actieve beheerder',
      fr: 'Cette entreprise a un administrateur actif',
      de: 'Dieses Unternehmen hat einen aktiven Administrator',
      en: 'This company has an active administrator',
    },
    detail: {
      nl: 'Die kan zelf iemand anders beheerder maken.',
      fr: 'Il peut lui-même nommer un autre administrateur.',
      de: 'Er kann selbst jemand anderen zum Administrator machen.',
      en: 'He can make somebody else administrator himself.',
    },
  },
  'administrator-recovery.candidate-not-active': {
    title: {
      nl: 'Deze persoon kan geen beheerder worden',
      fr: 'Cette personne ne peut pas devenir administrateur',
      de: 'Diese Person kann nicht Administrator werden',
      en: 'This person cannot become administrator',
    },
    detail: {
      nl: 'Het moet een actieve gebruiker van het bedrijf zijn. Maak er zo nodig eerst een aan, namens het bedrijf.',
      fr: 'Il doit s’agir d’un utilisateur actif de l’entreprise. Créez-en d’abord un au nom de l’entreprise si nécessaire.',
      de: 'Es muss ein aktiver Benutzer des Unternehmens sein. Legen Sie nötigenfalls zuerst einen im Namen des Unternehmens an.',
      en: 'It must be an active user of the company. Create one on its behalf first, if need be.',
    },
  },
  'administrator-recovery.person-is-staff': {
    title: {
      nl: 'Voor medewerkers bestaat deze weg niet',
      fr: 'Cette voie n’existe pas pour les collaborateurs',
      de: 'Für Mitarbeiter gibt es diesen Weg nicht',
      en: 'Staff do not come back by this way',
    },
    detail: {
      nl: 'De brief gaat naar het adres van een bedrijf. Een medewerker die alles kwijt is, krijgt een nieuwe gebruiker.',
      fr: 'La lettre est envoyée à l’adresse d’une entreprise. Un collaborateur qui a tout perdu reçoit un nouvel utilisateur.',
      de: 'Der Brief geht an die Adresse eines Unternehmens. Ein Mitarbeiter, der alles verloren hat, erhält einen neuen Benutzer.',
      en: 'The letter goes to the address of a company. A member of the staff who has lost everything gets a new user.',
    },
  },
  'administrator-recovery.person-not-active': {
    title: {
      nl: 'Deze persoon is niet actief in het bedrijf',
      fr: 'Cette personne n’est pas active dans l’entreprise',
      de: 'Diese Person ist im Unternehmen nicht aktiv',
      en: 'This person is not active in the company',
    },
    detail: {
      nl: 'De brief gaat naar een bedrijf waarvan hij een actieve gebruiker is.',
      fr: 'La lettre est envoyée à une entreprise dont il est un utilisateur actif.',
      de: 'Der Brief geht an ein Unternehmen, in dem er ein aktiver Benutzer ist.',
      en: 'The letter goes to a company of which he is an active user.',
    },
  },
  'administrator-recovery.no-factor': {
    title: {
      nl: 'Er is geen tweede factor',
      fr: 'Il n’y a pas de second facteur',
      de: 'Es gibt keinen zweiten Faktor',
      en: 'There is no second factor',
    },
    detail: {
      nl: 'Aanmelden gaat met het wachtwoord alleen. Wie dat kwijt is, vraagt een nieuw.',
      fr: 'Le mot de passe seul suffit pour se connecter. Qui l’a perdu en demande un nouveau.',
      de: 'Zur Anmeldung genügt das Passwort. Wer es verloren hat, fordert ein neues an.',
      en: 'The password alone is enough to log in. Who has lost it asks for a new one.',
    },
  },
  'administrator-recovery.factor-used': {
    title: {
      nl: 'Een tweede factor is intussen gebruikt',
      fr: 'Un second facteur a servi entre-temps',
      de: 'Ein zweiter Faktor wurde inzwischen benutzt',
      en: 'A second factor has been used meanwhile',
    },
    detail: {
      nl: 'Wie er nog een heeft, is ze niet kwijt. Zijn ze nu wel verloren, dan begint de klantendienst opnieuw.',
      fr: 'Qui en a encore un ne les a pas perdus. S’ils le sont maintenant, le service clientèle recommence.',
      de: 'Wer noch einen hat, hat sie nicht verloren. Sind sie jetzt verloren, beginnt der Kundendienst neu.',
      en: 'Who still has one has not lost them. If they are lost by now, customer service begins anew.',
    },
  },
  'administrator-recovery.address-missing': {
    title: {
      nl: 'Er is geen geregistreerd adres',
      fr: 'Il n’y a pas d’adresse enregistrée',
      de: 'Es gibt keine eingetragene Adresse',
      en: 'There is no registered address',
    },
    detail: {
      nl: 'De brief gaat naar het adres van het bedrijf in het register. Vul dat eerst aan.',
      fr: 'La lettre est envoyée à l’adresse de l’entreprise au registre. Complétez-la d’abord.',
      de: 'Der Brief geht an die im Register eingetragene Adresse des Unternehmens. Ergänzen Sie diese zuerst.',
      en: 'The letter goes to the address of the company in the register. Complete that first.',
    },
  },
  'administrator-recovery.open': {
    title: {
      nl: 'Er loopt al een herstel',
      fr: 'Un rétablissement est déjà en cours',
      de: 'Es läuft schon eine Wiederherstellung',
      en: 'A recovery is open already',
    },
    detail: {
      nl: 'Per bedrijf, en voor de tweede factoren van een persoon, loopt er één tegelijk. Trek het andere eerst in.',
      fr: 'Il n’y en a qu’un à la fois par entreprise, et pour les seconds facteurs d’une personne. Retirez d’abord l’autre.',
      de: 'Je Unternehmen, und für die zweiten Faktoren einer Person, läuft nur eine. Ziehen Sie zuerst die andere zurück.',
      en: 'There is one at a time per company, and for the second factors of a person. Withdraw the other one first.',
    },
  },
  'administrator-recovery.approved': {
    title: {
      nl: 'Dit is al goedgekeurd',
      fr: 'Ceci est déjà approuvé',
      de: 'Dies ist schon genehmigt',
      en: 'This is approved already',
    },
    detail: nothingChanged,
  },
  'administrator-recovery.not-approved': {
    title: {
      nl: 'Dit is nog niet goedgekeurd',
      fr: 'Ceci n’est pas encore approuvé',
      de: 'Dies ist noch nicht genehmigt',
      en: 'This is not approved yet',
    },
    detail: {
      nl: 'Een tweede medewerker moet het eerst goedkeuren.',
      fr: 'Un deuxième collaborateur doit d’abord l’approuver.',
      de: 'Zuerst muss ein zweiter Mitarbeiter es genehmigen.',
      en: 'A second member of the staff must approve it first.',
    },
  },
  'administrator-recovery.second-person-needed': {
    title: {
      nl: 'Hiervoor zijn twee mensen nodig',
      fr: 'Il faut deux personnes pour cela',
      de: 'Dafür braucht es zwei Personen',
      en: 'This takes two people',
    },
    detail: {
      nl: 'Wie het voorstelt, keurt het niet goed. Vraag het aan een collega.',
      fr: 'Qui propose n’approuve pas. Demandez à un collègue.',
      de: 'Wer vorschlägt, genehmigt nicht. Bitten Sie eine Kollegin oder einen Kollegen.',
      en: 'Who proposes it does not approve it. Ask a colleague.',
    },
  },
  'administrator-recovery.endorsed': {
    title: {
      nl: 'Dit heeft al een eerste medewerker',
      fr: 'Un premier collaborateur s’en occupe déjà',
      de: 'Dies hat schon einen ersten Mitarbeiter',
      en: 'This has a first member of the staff already',
    },
    detail: {
      nl: 'Een tweede medewerker keurt het goed.',
      fr: 'Un deuxième collaborateur l’approuve.',
      de: 'Ein zweiter Mitarbeiter genehmigt es.',
      en: 'A second member of the staff approves it.',
    },
  },
  'administrator-recovery.not-endorsed': {
    title: {
      nl: 'Dit heeft nog geen eerste medewerker',
      fr: 'Aucun premier collaborateur ne l’a encore repris',
      de: 'Dies hat noch keinen ersten Mitarbeiter',
      en: 'This has no first member of the staff yet',
    },
    detail: {
      nl: 'Het werd door een aanvraag voorgesteld. Neem het eerst over; daarna keurt een collega het goed.',
      fr: 'C’est une demande qui l’a proposé. Reprenez-le d’abord ; un collègue l’approuvera ensuite.',
      de: 'Es wurde durch eine Anmeldung vorgeschlagen. Übernehmen Sie es zuerst; danach genehmigt es ein Kollege.',
      en: 'A registration proposed it. Make it yours first; then a colleague approves it.',
    },
  },
  'administrator-recovery.printed': {
    title: {
      nl: 'De brief is al afgedrukt',
      fr: 'La lettre est déjà imprimée',
      de: 'Der Brief ist schon gedruckt',
      en: 'The letter is printed already',
    },
    detail: {
      nl: 'De code kan niet meer gelezen worden. Trek dit herstel in en begin opnieuw als de brief verloren is.',
      fr: 'Le code ne peut plus être lu. Si la lettre est perdue, retirez ce rétablissement et recommencez.',
      de: 'Der Code kann nicht mehr gelesen werden. Ist der Brief verloren, ziehen Sie diese Wiederherstellung zurück und beginnen Sie neu.',
      en: 'The code cannot be read any more. If the letter is lost, withdraw this recovery and begin again.',
    },
  },
  'administrator-recovery.not-open': {
    title: {
      nl: 'De code werkt nog niet',
      fr: 'Le code n’est pas encore valable',
      de: 'Der Code gilt noch nicht',
      en: 'The code does not work yet',
    },
    detail: {
      nl: 'Er kan nog bezwaar worden gemaakt. De code werkt vanaf {opensAt:when}.',
      fr: 'Une opposition est encore possible. Le code est valable à partir du {opensAt:when}.',
      de: 'Ein Widerspruch ist noch möglich. Der Code gilt ab {opensAt:when}.',
      en: 'An objection is still possible. The code works from {opensAt:when}.',
    },
  },
  'administrator-recovery.over': {
    title: {
      nl: 'Dit herstel is voorbij',
      fr: 'Ce rétablissement est terminé',
      de: 'Diese Wiederherstellung ist vorbei',
      en: 'This recovery is over',
    },
    detail: {
      nl: 'Het is afgerond, ingetrokken, verlopen of er is bezwaar gemaakt. De klantendienst weet meer.',
      fr: 'Il est achevé, retiré, expiré, ou quelqu’un s’est opposé. Le service clientèle en sait plus.',
      de: 'Sie ist abgeschlossen, zurückgezogen, abgelaufen, oder es wurde widersprochen. Der Kundendienst weiß mehr.',
      en: 'It is done, withdrawn, expired, or somebody has objected. Customer service knows more.',
    },
  },
  'administrator-recovery.code-wrong': {
    title: {
      nl: 'Deze code klopt niet',
      fr: 'Ce code n’est pas correct',
      de: 'Dieser Code stimmt nicht',
      en: 'This code is not right',
    },
    detail: {
      nl: 'Typ de code uit de laatste brief over. Na tien verkeerde codes moet alles opnieuw.',
      fr: 'Recopiez le code de la dernière lettre. Après dix codes erronés, tout est à refaire.',
      de: 'Geben Sie den Code aus dem letzten Brief ein. Nach zehn falschen Codes muss alles neu beginnen.',
      en: 'Type the code of the latest letter. After ten wrong codes everything begins anew.',
    },
  },
} satisfies RefusalCatalogue;
