/** Refusals about invoices and credit notes, their cases and their runs (WF-33). */
import type { RefusalCatalogue } from './catalogue.ts';
import { documentDestroyed, documentWithdrawn, numberTaken } from './shared.ts';

export const issuedDocumentRefusals = {
  'issued-document.dated-later': {
    title: {
      nl: 'De datum ligt na de dag waarop het zichtbaar wordt',
      fr: 'La date est postérieure au jour où il devient visible',
      de: 'Das Datum liegt nach dem Tag, an dem es sichtbar wird',
      en: 'The date lies after the day on which it becomes visible',
    },
    detail: {
      nl: 'Niemand ziet een document vóór de dag die erop staat. Geef het een embargo tot die dag.',
      fr: 'Personne ne voit un document avant le jour qu’il porte. Donnez-lui un embargo jusqu’à ce jour.',
      de: 'Niemand sieht ein Dokument vor dem Tag, den es trägt. Geben Sie ihm eine Sperrfrist bis dahin.',
      en: 'Nobody sees a document before the day it bears. Give it an embargo until that day.',
    },
  },
  'issued-document.number-taken': {
    title: numberTaken,
    detail: {
      nl: 'Onder dit nummer is een ander document gepubliceerd. Verbeter dat document of gebruik een ander nummer.',
      fr: 'Un autre document est publié sous ce numéro. Corrigez-le ou utilisez un autre numéro.',
      de: 'Unter dieser Nummer ist ein anderes Dokument veröffentlicht. Berichtigen Sie es oder verwenden Sie eine andere Nummer.',
      en: 'Another document is published under this number. Correct that one, or use another number.',
    },
  },
  'issued-document.other-embargo': {
    title: {
      nl: 'Het wacht op een andere dag',
      fr: 'Il attend un autre jour',
      de: 'Es wartet auf einen anderen Tag',
      en: 'It waits for another day',
    },
    detail: {
      nl: 'Dit document is al gepubliceerd, met een ander embargo of zonder. Door het opnieuw te publiceren verschuift zijn dag niet. Zolang het wacht, kan een verbetering van dit document gelijk zijn en een andere dag noemen.',
      fr: 'Ce document est déjà publié, avec un autre embargo ou sans. Le publier une nouvelle fois ne déplace pas son jour. Tant qu’il attend, une correction de ce document peut lui être identique et indiquer un autre jour.',
      de: 'Dieses Dokument ist schon veröffentlicht, mit einer anderen Sperrfrist oder ohne. Eine weitere Veröffentlichung verschiebt seinen Tag nicht. Solange es wartet, kann eine Berichtigung dieses Dokuments ihm gleichen und einen anderen Tag nennen.',
      en: 'This document is published already, with another embargo or without one. To publish it again does not move its day. As long as it waits, a correction of it may be the same and name another day.',
    },
  },
  'issued-document.unknown-client': {
    title: {
      nl: 'Deze klantcode is niet van deze uitgever',
      fr: 'Ce code client n’est pas celui de cet émetteur',
      de: 'Dieser Kundencode gehört nicht zu diesem Aussteller',
      en: 'This client code is not of this issuer',
    },
    detail: {
      nl: 'Kies een klantcode van de uitgever van het document.',
      fr: 'Choisissez un code client de l’émetteur du document.',
      de: 'Wählen Sie einen Kundencode des Ausstellers des Dokuments.',
      en: 'Choose a client code of the issuer of the document.',
    },
  },
  'issued-document.withdrawn': {
    title: documentWithdrawn,
    detail: {
      nl: 'Het is ingetrokken, en niemand ziet het. Alleen een verbetering van dit document kan zijn nummer dragen; ze mag eraan gelijk zijn.',
      fr: 'Il est retiré et personne ne le voit. Seule une correction de ce document peut porter son numéro ; elle peut lui être identique.',
      de: 'Es ist zurückgezogen, und niemand sieht es. Nur eine Berichtigung dieses Dokuments kann seine Nummer tragen; sie darf ihm gleichen.',
      en: 'It is withdrawn, and nobody sees it. Only a correction of this document can bear its number; it may be the same as it.',
    },
  },
  'issued-document.destroyed': {
    title: documentDestroyed,
    detail: {
      nl: 'De bewaartermijn is voorbij en het document is voorgoed vernietigd.',
      fr: 'Le délai de conservation est écoulé et le document est détruit définitivement.',
      de: 'Die Aufbewahrungsfrist ist vorbei, und das Dokument ist endgültig vernichtet.',
      en: 'Its retention is over, and the document is destroyed for good.',
    },
  },
  'issued-document.superseded': {
    title: {
      nl: 'Dit document is al vervangen',
      fr: 'Ce document a déjà été remplacé',
      de: 'Dieses Dokument wurde schon ersetzt',
      en: 'This document was replaced already',
    },
    detail: {
      nl: 'Een verbeterd document heeft de plaats ingenomen. Verbeter dat document.',
      fr: 'Un document corrigé a pris sa place. Corrigez celui-là.',
      de: 'Ein berichtigtes Dokument hat seinen Platz eingenommen. Berichtigen Sie jenes.',
      en: 'A corrected document has taken its place. Correct that one.',
    },
  },
  'issued-document.other-number': {
    title: {
      nl: 'Het nummer is een ander',
      fr: 'Le numéro est différent',
      de: 'Die Nummer ist eine andere',
      en: 'The number is another one',
    },
    detail: {
      nl: 'Een verbetering draagt het nummer van het document dat ze vervangt: {number}.',
      fr: 'Une correction porte le numéro du document qu’elle remplace : {number}.',
      de: 'Eine Berichtigung trägt die Nummer des Dokuments, das sie ersetzt: {number}.',
      en: 'A correction bears the number of the document whose place it takes: {number}.',
    },
  },
  'issued-document.too-many': {
    title: {
      nl: 'Te veel documenten in één keer',
      fr: 'Trop de documents à la fois',
      de: 'Zu viele Dokumente auf einmal',
      en: 'Too many documents at once',
    },
    detail: {
      nl: 'Meer dan {most} documenten worden niet in één keer geëxporteerd. Zoek nauwer, bijvoorbeeld per jaar.',
      fr: 'Plus de {most} documents ne sont pas exportés à la fois. Affinez la recherche, par exemple par année.',
      de: 'Mehr als {most} Dokumente werden nicht auf einmal exportiert. Grenzen Sie die Suche ein, etwa auf ein Jahr.',
      en: 'More than {most} documents are not exported at once. Narrow the search, to a year for example.',
    },
  },
  'retention-hold.unknown': {
    title: {
      nl: 'Er is niets om te bewaren',
      fr: 'Il n’y a rien à conserver',
      de: 'Es gibt nichts aufzubewahren',
      en: 'There is nothing to keep',
    },
    detail: {
      nl: 'Dit document of deze klantcode bestaat niet.',
      fr: 'Ce document ou ce code client n’existe pas.',
      de: 'Dieses Dokument oder diesen Kundencode gibt es nicht.',
      en: 'There is no such document or client code.',
    },
  },
  'retention-hold.released': {
    title: {
      nl: 'Deze bewaarplicht is al opgeheven',
      fr: 'Cette obligation de conservation est déjà levée',
      de: 'Diese Aufbewahrungspflicht ist schon aufgehoben',
      en: 'This hold was released already',
    },
    detail: {
      nl: 'Leg een nieuwe op als het document verder bewaard moet blijven.',
      fr: 'Imposez-en une nouvelle si le document doit encore être conservé.',
      de: 'Legen Sie eine neue fest, wenn das Dokument weiter aufbewahrt werden muss.',
      en: 'Place a new one if the document has to be kept further.',
    },
  },
  'issued-document.unchanged': {
    title: {
      nl: 'Er is niets verbeterd',
      fr: 'Rien n’est corrigé',
      de: 'Es ist nichts berichtigt',
      en: 'Nothing is corrected',
    },
    detail: {
      nl: 'Het document is gelijk aan het document dat het moet vervangen.',
      fr: 'Le document est identique à celui qu’il doit remplacer.',
      de: 'Das Dokument gleicht dem, das es ersetzen soll.',
      en: 'The document is the same as the one whose place it should take.',
    },
  },
  'document-case.over': {
    title: {
      nl: 'Dit is al beslist',
      fr: 'C’est déjà décidé',
      de: 'Das ist schon entschieden',
      en: 'This has been decided',
    },
    detail: {
      nl: 'Het document is intussen gepubliceerd, afgewezen of ingetrokken.',
      fr: 'Le document a entre-temps été publié, rejeté ou retiré.',
      de: 'Das Dokument wurde inzwischen veröffentlicht, abgelehnt oder zurückgezogen.',
      en: 'The document has been published, rejected or withdrawn meanwhile.',
    },
  },
  'document-case.not-quarantined': {
    title: {
      nl: 'Dit document staat niet in quarantaine',
      fr: 'Ce document n’est pas en quarantaine',
      de: 'Dieses Dokument ist nicht in Quarantäne',
      en: 'This document is not in quarantine',
    },
    detail: {
      nl: 'Van wie het is, is al bekend.',
      fr: 'On sait déjà à qui il est.',
      de: 'Wem es gehört, ist schon bekannt.',
      en: 'Whose it is, is known already.',
    },
  },
  'document-case.waiting': {
    title: {
      nl: 'Dit document wacht nog',
      fr: 'Ce document attend encore',
      de: 'Dieses Dokument wartet noch',
      en: 'This document is still waiting',
    },
    detail: {
      nl: 'Probeer het opnieuw: het wacht op zijn dag of op onze medewerkers.',
      fr: 'Réessayez : il attend son jour ou nos collaborateurs.',
      de: 'Versuchen Sie es noch einmal: Es wartet auf seinen Tag oder auf unsere Mitarbeiter.',
      en: 'Try again: it waits for its day or for our staff.',
    },
  },
  'publication-run.over': {
    title: {
      nl: 'Deze reeks is afgesloten',
      fr: 'Cette série est close',
      de: 'Dieser Lauf ist abgeschlossen',
      en: 'This run is over',
    },
    detail: {
      nl: 'Ze is voltooid of te lang stil gebleven. Begin een nieuwe onder een andere referentie.',
      fr: 'Elle est achevée ou restée trop longtemps silencieuse. Commencez-en une nouvelle sous une autre référence.',
      de: 'Er ist vollständig oder blieb zu lange still. Beginnen Sie einen neuen unter einer anderen Referenz.',
      en: 'It was completed, or stayed silent too long. Begin a new one under another reference.',
    },
  },
  'publication-run.other-kind': {
    title: {
      nl: 'Deze referentie is van een andere soort reeks',
      fr: 'Cette référence est celle d’une série d’un autre type',
      de: 'Diese Referenz gehört zu einem Lauf anderer Art',
      en: 'This reference belongs to a run of another kind',
    },
    detail: {
      nl: 'Een archief en een lopende levering zijn twee reeksen: kies een andere referentie.',
      fr: 'Une archive et une livraison courante sont deux séries : choisissez une autre référence.',
      de: 'Ein Archiv und eine laufende Lieferung sind zwei Läufe: Wählen Sie eine andere Referenz.',
      en: 'An archive and a current delivery are two runs: choose another reference.',
    },
  },
  'issued-document.not-archived': {
    title: {
      nl: 'Dit hoort niet in een archief',
      fr: 'Ceci n’a pas sa place dans une archive',
      de: 'Dies gehört nicht in ein Archiv',
      en: 'This does not belong in an archive',
    },
    detail: {
      nl: 'Een archief bevat wat vóór vandaag is uitgegeven, zonder embargo. Lever nieuwe documenten in een gewone reeks.',
      fr: 'Une archive contient ce qui a été émis avant aujourd’hui, sans embargo. Livrez les nouveaux documents dans une série ordinaire.',
      de: 'Ein Archiv enthält, was vor heute ausgestellt wurde, ohne Sperrfrist. Liefern Sie neue Dokumente in einem gewöhnlichen Lauf.',
      en: 'An archive holds what was issued before today, without embargo. Deliver new documents in an ordinary run.',
    },
  },
} satisfies RefusalCatalogue;
