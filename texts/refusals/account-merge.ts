/** Two recipient accounts that become one (WF-37). */
import type { RefusalCatalogue } from './catalogue.ts';

export const accountMergeRefusals = {
  'account-merge.unknown-account': {
    title: {
      nl: 'Dit account kennen we niet',
      fr: 'Nous ne connaissons pas ce compte',
      de: 'Dieses Konto kennen wir nicht',
      en: 'We know no such account',
    },
    detail: {
      nl: 'Zoek de accounts op met een klantcode.',
      fr: 'Recherchez les comptes par un code client.',
      de: 'Suchen Sie die Konten über einen Kundencode.',
      en: 'Look the accounts up by a client code.',
    },
  },
  'account-merge.unknown-client': {
    title: {
      nl: 'Deze klantcode is niet van u',
      fr: 'Ce code client n’est pas le vôtre',
      de: 'Dieser Kundencode ist nicht Ihrer',
      en: 'This client code is none of yours',
    },
    detail: {
      nl: 'Noem twee van uw eigen klantcodes.',
      fr: 'Indiquez deux de vos codes client.',
      de: 'Nennen Sie zwei Ihrer eigenen Kundencodes.',
      en: 'Name two of your own client codes.',
    },
  },
  'account-merge.same-account': {
    title: {
      nl: 'Dit is één account',
      fr: 'C’est un seul compte',
      de: 'Das ist ein Konto',
      en: 'This is one account',
    },
    detail: {
      nl: 'Er is niets samen te voegen.',
      fr: 'Il n’y a rien à fusionner.',
      de: 'Es gibt nichts zusammenzuführen.',
      en: 'There is nothing to merge.',
    },
  },
  'account-merge.other-brand': {
    title: {
      nl: 'Deze accounts zijn van twee merken',
      fr: 'Ces comptes sont de deux marques',
      de: 'Diese Konten gehören zu zwei Marken',
      en: 'These accounts are of two brands',
    },
    detail: {
      nl: 'Alleen accounts van één merk kunnen worden samengevoegd.',
      fr: 'Seuls des comptes d’une même marque peuvent être fusionnés.',
      de: 'Nur Konten einer Marke lassen sich zusammenführen.',
      en: 'Only accounts of one brand can be merged.',
    },
  },
  'account-merge.account-closed': {
    title: {
      nl: 'Een van de accounts is gesloten',
      fr: 'L’un des comptes est fermé',
      de: 'Eines der Konten ist geschlossen',
      en: 'One of the accounts is closed',
    },
    detail: {
      nl: 'Een gesloten account kan niet worden samengevoegd.',
      fr: 'Un compte fermé ne peut pas être fusionné.',
      de: 'Ein geschlossenes Konto lässt sich nicht zusammenführen.',
      en: 'A closed account cannot be merged.',
    },
  },
  'account-merge.two-enterprises': {
    title: {
      nl: 'Deze accounts zijn van twee ondernemingen',
      fr: 'Ces comptes sont de deux entreprises',
      de: 'Diese Konten gehören zwei Unternehmen',
      en: 'These accounts are of two enterprises',
    },
    detail: {
      nl: 'Elk heeft een eigen ondernemingsnummer. Een van beide kan met het andere delen wat het ontvangt.',
      fr: 'Chacun a son propre numéro d’entreprise. L’un peut partager avec l’autre ce qu’il reçoit.',
      de: 'Jedes hat eine eigene Unternehmensnummer. Eines kann mit dem anderen teilen, was es erhält.',
      en: 'Each has an enterprise number of its own. One of them can share what it receives with the other.',
    },
  },
  'account-merge.open': {
    title: {
      nl: 'Voor een van deze accounts loopt al een samenvoeging',
      fr: 'Une fusion est déjà en cours pour l’un de ces comptes',
      de: 'Für eines dieser Konten läuft schon eine Zusammenführung',
      en: 'A merge of one of these accounts is open already',
    },
    detail: {
      nl: 'Wacht tot ze voorbij is, ook de dagen waarin ze ongedaan gemaakt kan worden, of weiger ze.',
      fr: 'Attendez qu’elle soit terminée, délai d’annulation compris, ou refusez-la.',
      de: 'Warten Sie, bis sie vorbei ist, auch die Tage, in denen sie rückgängig gemacht werden kann, oder lehnen Sie sie ab.',
      en: 'Wait until it is over, the days in which it can be undone included, or refuse it.',
    },
  },
  'account-merge.over': {
    title: {
      nl: 'Deze samenvoeging is afgelopen',
      fr: 'Cette fusion est terminée',
      de: 'Diese Zusammenführung ist vorbei',
      en: 'This merge is over',
    },
    detail: {
      nl: 'Er kan niets meer aan veranderd worden.',
      fr: 'Plus rien ne peut y être changé.',
      de: 'Daran lässt sich nichts mehr ändern.',
      en: 'Nothing can be changed about it any more.',
    },
  },
  'account-merge.merged': {
    title: {
      nl: 'Deze accounts zijn al samengevoegd',
      fr: 'Ces comptes sont déjà fusionnés',
      de: 'Diese Konten sind schon zusammengeführt',
      en: 'These accounts are merged already',
    },
    detail: {
      nl: 'Onze medewerkers kunnen het nog ongedaan maken.',
      fr: 'Nos collaborateurs peuvent encore l’annuler.',
      de: 'Unsere Mitarbeiter können es noch rückgängig machen.',
      en: 'Our staff can still undo it.',
    },
  },
  'account-merge.not-merged': {
    title: {
      nl: 'Er is nog niets samengevoegd',
      fr: 'Rien n’a encore été fusionné',
      de: 'Es ist noch nichts zusammengeführt',
      en: 'Nothing has been merged yet',
    },
    detail: {
      nl: 'Weiger de samenvoeging als ze niet moet doorgaan.',
      fr: 'Refusez la fusion si elle ne doit pas avoir lieu.',
      de: 'Lehnen Sie die Zusammenführung ab, wenn sie nicht stattfinden soll.',
      en: 'Refuse the merge if it is not to happen.',
    },
  },
  'account-merge.consent-missing': {
    title: {
      nl: 'Nog niet beiden stemden toe',
      fr: 'Les deux contacts n’ont pas encore consenti',
      de: 'Noch haben nicht beide zugestimmt',
      en: 'Not both have consented yet',
    },
    detail: {
      nl: 'Pas na de toestemming van beide hoofdcontacten kan dit worden goedgekeurd.',
      fr: 'L’approbation n’est possible qu’après le consentement des deux contacts principaux.',
      de: 'Erst nach der Zustimmung beider Hauptkontakte kann dies genehmigt werden.',
      en: 'Only after both main contacts have consented can this be approved.',
    },
  },
  'account-merge.contact-changed': {
    title: {
      nl: 'Een van de accounts kreeg een ander hoofdcontact',
      fr: 'L’un des comptes a changé de contact principal',
      de: 'Eines der Konten hat einen anderen Hauptkontakt',
      en: 'One of the accounts has another main contact',
    },
    detail: {
      nl: 'Wie nu hoofdcontact is, moet zelf toestemmen.',
      fr: 'Le contact principal actuel doit consentir lui-même.',
      de: 'Wer jetzt Hauptkontakt ist, muss selbst zustimmen.',
      en: 'Whoever is the main contact now has to consent himself.',
    },
  },
  'account-merge.second-look': {
    title: {
      nl: 'Een collega moet dit goedkeuren',
      fr: 'Un collègue doit approuver ceci',
      de: 'Ein Kollege muss dies genehmigen',
      en: 'A colleague has to approve this',
    },
    detail: {
      nl: 'Wie een samenvoeging vraagt, keurt ze niet zelf goed.',
      fr: 'Qui demande une fusion ne l’approuve pas lui-même.',
      de: 'Wer eine Zusammenführung beantragt, genehmigt sie nicht selbst.',
      en: 'Who asked for a merge does not approve it himself.',
    },
  },
} satisfies RefusalCatalogue;
