/** Mails about a duplicate of a document that somebody asked for (WF-38), to himself alone. */
import type { PersonMailTexts } from './facts.ts';

export const duplicateDelivered: PersonMailTexts = {
  subject: {
    nl: 'Uw duplicaat van document {number} staat klaar',
    fr: 'Votre duplicata du document {number} est prêt',
    de: 'Ihr Duplikat des Dokuments {number} liegt bereit',
    en: 'Your duplicate of document {number} is there',
  },
  heading: {
    nl: 'Uw duplicaat staat klaar',
    fr: 'Votre duplicata est prêt',
    de: 'Ihr Duplikat liegt bereit',
    en: 'Your duplicate is there',
  },
  lead: {
    nl: 'Het duplicaat van document {number} van {issuerName} voor klantcode {clientCode} staat voor u klaar. Log in om het op te halen: het kan {endsAt:until}.',
    fr: 'Le duplicata du document {number} de {issuerName} pour le code client {clientCode} est à votre disposition. Connectez-vous pour le télécharger : c’est possible {endsAt:until}.',
    de: 'Das Duplikat des Dokuments {number} von {issuerName} für den Kundencode {clientCode} liegt für Sie bereit. Melden Sie sich an, um es abzuholen: Das geht {endsAt:until}.',
    en: 'The duplicate of document {number} of {issuerName} for client code {clientCode} is there for you. Log in to fetch it: you can {endsAt:until}.',
  },
  footer: 'documents',
};

export const duplicateRefused: PersonMailTexts = {
  subject: {
    nl: 'Geen duplicaat van document {number}',
    fr: 'Pas de duplicata du document {number}',
    de: 'Kein Duplikat des Dokuments {number}',
    en: 'No duplicate of document {number}',
  },
  heading: {
    nl: 'U krijgt geen duplicaat',
    fr: 'Vous ne recevrez pas de duplicata',
    de: 'Sie erhalten kein Duplikat',
    en: 'You get no duplicate',
  },
  lead: {
    nl: 'U vroeg een duplicaat van document {number} van {issuerName} voor klantcode {clientCode}. {issuerName} kent geen document met nummer {unknownNumber}. Het document met nummer {foreignNumber} is van een andere klantcode. {issuerName} bewaart geen kopie meer van {lostNumber}. {issuerName} heeft document {withdrawnNumber} intussen ingetrokken. De bewaartermijn van {destroyedNumber} is voorbij en het document is vernietigd. Klopt er iets niet, neem dan contact op met {issuerName} en vermeld {clientCode}.',
    fr: 'Vous avez demandé un duplicata du document {number} de {issuerName} pour le code client {clientCode}. {issuerName} ne connaît aucun document portant le numéro {unknownNumber}. Le document portant le numéro {foreignNumber} concerne un autre code client. {issuerName} ne conserve plus de copie de {lostNumber}. {issuerName} a entre-temps retiré le document {withdrawnNumber}. Le délai de conservation de {destroyedNumber} est écoulé et le document est détruit. En cas d’erreur, contactez {issuerName} en citant {clientCode}.',
    de: 'Sie haben ein Duplikat des Dokuments {number} von {issuerName} für den Kundencode {clientCode} angefordert. {issuerName} kennt kein Dokument mit der Nummer {unknownNumber}. Das Dokument mit der Nummer {foreignNumber} gehört zu einem anderen Kundencode. {issuerName} hat keine Kopie von {lostNumber} mehr. {issuerName} hat das Dokument {withdrawnNumber} inzwischen zurückgezogen. Die Aufbewahrungsfrist von {destroyedNumber} ist vorbei und das Dokument ist vernichtet. Stimmt etwas nicht, wenden Sie sich unter Angabe von {clientCode} an {issuerName}.',
    en: 'You asked for a duplicate of document {number} of {issuerName} for client code {clientCode}. {issuerName} knows no document with number {unknownNumber}. The document with number {foreignNumber} is that of another client code. {issuerName} keeps no copy of {lostNumber} any more. {issuerName} has withdrawn document {withdrawnNumber} meanwhile. The time for which {destroyedNumber} was kept is over, and the document is destroyed. If this is wrong, contact {issuerName} and quote {clientCode}.',
  },
  footer: 'documents',
};
