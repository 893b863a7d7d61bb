/** Duplicates that customers ask for (WF-38). */
import type { RefusalCatalogue } from './catalogue.ts';
import { documentDestroyed, documentWithdrawn } from './shared.ts';

export const duplicateRequestRefusals = {
  'duplicate-request.unknown-client': {
    title: {
      nl: 'Deze klantcode leest u niet',
      fr: 'Vous ne lisez pas ce code client',
      de: 'Diesen Kundencode lesen Sie nicht',
      en: 'You do not read this client code',
    },
    detail: {
      nl: 'Vraag een duplicaat voor een klantcode die u ontvangt of die met u gedeeld wordt.',
      fr: 'Demandez un duplicata pour un code client que vous recevez ou qui est partagé avec vous.',
      de: 'Fordern Sie ein Duplikat für einen Kundencode an, den Sie empfangen oder der mit Ihnen geteilt wird.',
      en: 'Ask for a duplicate for a client code that you receive or that is shared with you.',
    },
  },
  'duplicate-request.which-issuer': {
    title: {
      nl: 'Van welke uitgever?',
      fr: 'De quel émetteur ?',
      de: 'Von welchem Aussteller?',
      en: 'Of which issuer?',
    },
    detail: {
      nl: 'Twee uitgevers hebben een klantcode met deze tekst. Zeg welke u bedoelt.',
      fr: 'Deux émetteurs ont un code client portant ce texte. Précisez lequel.',
      de: 'Zwei Aussteller haben einen Kundencode mit diesem Text. Sagen Sie, welchen Sie meinen.',
      en: 'Two issuers have a client code of this text. Say which one you mean.',
    },
  },
  'duplicate-request.withdrawn': {
    title: documentWithdrawn,
    detail: {
      nl: 'Van een ingetrokken document is er geen duplicaat. Vraag de uitgever wat ervoor in de plaats kwam.',
      fr: 'Il n’existe pas de duplicata d’un document retiré. Demandez à l’émetteur ce qui l’a remplacé.',
      de: 'Von einem zurückgezogenen Dokument gibt es kein Duplikat. Fragen Sie den Aussteller, was an seine Stelle trat.',
      en: 'Of a document that was withdrawn there is no duplicate. Ask the issuer what took its place.',
    },
  },
  'duplicate-request.destroyed': {
    title: documentDestroyed,
    detail: {
      nl: 'De bewaartermijn is voorbij; er is geen kopie meer.',
      fr: 'Le délai de conservation est écoulé ; il n’en reste aucune copie.',
      de: 'Die Aufbewahrungsfrist ist vorbei; es gibt keine Kopie mehr.',
      en: 'The time for which it was kept is over; there is no copy any more.',
    },
  },
  'duplicate-request.reception-ended': {
    title: {
      nl: 'Dit ontvangt u niet meer',
      fr: 'Vous ne recevez plus ceci',
      de: 'Dies empfangen Sie nicht mehr',
      en: 'You no longer receive this',
    },
    detail: {
      nl: 'Wat voor het einde van de ontvangst verscheen, kunt u nog vragen; voor het andere wendt u zich tot de uitgever.',
      fr: 'Ce qui a paru avant la fin de la réception peut encore être demandé ; pour le reste, adressez-vous à l’émetteur.',
      de: 'Was vor dem Ende des Empfangs erschien, können Sie noch anfordern; für anderes wenden Sie sich an den Aussteller.',
      en: 'What appeared before you stopped receiving you can still ask for; for the rest turn to the issuer.',
    },
  },
  'duplicate-request.over': {
    title: {
      nl: 'Deze aanvraag is afgehandeld',
      fr: 'Cette demande est traitée',
      de: 'Diese Anfrage ist erledigt',
      en: 'This request is done',
    },
    detail: {
      nl: 'Ze werd al beantwoord.',
      fr: 'Une réponse y a déjà été donnée.',
      de: 'Sie wurde schon beantwortet.',
      en: 'It has been answered already.',
    },
  },
  'duplicate-request.stored': {
    title: {
      nl: 'Dit document is bij ons opgeslagen',
      fr: 'Ce document est conservé chez nous',
      de: 'Dieses Dokument ist bei uns gespeichert',
      en: 'This document is stored with us',
    },
    detail: {
      nl: 'Het wordt vanzelf geleverd.',
      fr: 'Il est fourni automatiquement.',
      de: 'Es wird von selbst geliefert.',
      en: 'It is delivered by itself.',
    },
  },
  'duplicate-request.refused': {
    title: {
      nl: 'Er is geen duplicaat',
      fr: 'Il n’y a pas de duplicata',
      de: 'Es gibt kein Duplikat',
      en: 'There is no duplicate',
    },
    detail: {
      nl: 'De aanvraag werd geweigerd; de reden staat erbij.',
      fr: 'La demande a été refusée ; le motif y figure.',
      de: 'Die Anfrage wurde abgelehnt; der Grund steht dabei.',
      en: 'The request was refused; the reason stands beside it.',
    },
  },
  'duplicate-request.waiting': {
    title: {
      nl: 'Het duplicaat is er nog niet',
      fr: 'Le duplicata n’est pas encore là',
      de: 'Das Duplikat ist noch nicht da',
      en: 'The duplicate is not there yet',
    },
    detail: {
      nl: 'U krijgt een mail zodra het klaarstaat.',
      fr: 'Vous recevrez un message dès qu’il est prêt.',
      de: 'Sie erhalten eine E-Mail, sobald es bereitliegt.',
      en: 'You get a mail as soon as it is.',
    },
  },
  'duplicate-request.ended': {
    title: {
      nl: 'Dit duplicaat kan niet meer opgehaald worden',
      fr: 'Ce duplicata ne peut plus être téléchargé',
      de: 'Dieses Duplikat kann nicht mehr abgeholt werden',
      en: 'This duplicate can no longer be fetched',
    },
    detail: {
      nl: 'De dagen ervoor zijn voorbij. Vraag gerust een nieuw.',
      fr: 'Les jours prévus sont écoulés. Vous pouvez en demander un nouveau.',
      de: 'Die Tage dafür sind vorbei. Fordern Sie gern ein neues an.',
      en: 'Its days are over. Feel free to ask for a new one.',
    },
  },
  'duplicate-request.unreadable': {
    title: {
      nl: 'Op dit document kan geen stempel gezet worden',
      fr: 'Ce document ne peut pas être estampillé',
      de: 'Dieses Dokument lässt sich nicht stempeln',
      en: 'This document cannot be stamped',
    },
    detail: {
      nl: 'Vraag de uitgever een kopie.',
      fr: 'Demandez une copie à l’émetteur.',
      de: 'Bitten Sie den Aussteller um eine Kopie.',
      en: 'Ask the issuer for a copy.',
    },
  },
} satisfies RefusalCatalogue;
