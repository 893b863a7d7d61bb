/** Refusals of the content of a request: its kind, its length, its end. */
import type { RefusalCatalogue } from './catalogue.ts';
import { requestUnreadable } from './shared.ts';

export const uploadRefusals = {
  'request.media-type': {
    title: {
      nl: 'Dit soort inhoud wordt hier niet aanvaard',
      fr: 'Ce type de contenu n’est pas accepté ici',
      de: 'Diese Art von Inhalt wird hier nicht angenommen',
      en: 'This kind of content is not accepted here',
    },
    detail: {
      nl: 'De header Content-Type noemt een ander soort inhoud dan hier verwacht wordt. Verwacht wordt {accepted}.',
      fr: 'L’en-tête Content-Type indique un autre type de contenu que celui attendu ici. Il est attendu {accepted}.',
      de: 'Die Kopfzeile Content-Type nennt eine andere Art von Inhalt, als hier erwartet wird. Erwartet wird {accepted}.',
      en: 'The Content-Type header names another kind of content than is expected here. Expected is {accepted}.',
    },
  },
  'request.malformed-json': {
    title: requestUnreadable,
    detail: {
      nl: 'De inhoud is geen geldige JSON.',
      fr: 'Le contenu n’est pas du JSON valable.',
      de: 'Der Inhalt ist kein gültiges JSON.',
      en: 'The content is not valid JSON.',
    },
  },
  'request.malformed-form': {
    title: {
      nl: 'Het formulier is niet leesbaar',
      fr: 'Le formulaire est illisible',
      de: 'Das Formular ist nicht lesbar',
      en: 'The form cannot be read',
    },
    detail: {
      nl: 'De inhoud is geen geldig multipart/form-data, of telt te veel delen.',
      fr: 'Le contenu n’est pas du multipart/form-data valable, ou compte trop de parties.',
      de: 'Der Inhalt ist kein gültiges multipart/form-data oder hat zu viele Teile.',
      en: 'The content is not valid multipart/form-data, or it has too many parts.',
    },
  },
  'request.form-order': {
    title: {
      nl: 'De gegevens komen na het bestand',
      fr: 'Les données viennent après le fichier',
      de: 'Die Angaben kommen nach der Datei',
      en: 'The data come after the file',
    },
    detail: {
      nl: 'Stuur eerst het deel met de gegevens en dan het bestand, zodat er niets voor niets verstuurd wordt.',
      fr: 'Envoyez d’abord la partie avec les données, puis le fichier, pour que rien ne soit envoyé en vain.',
      de: 'Senden Sie zuerst den Teil mit den Angaben und dann die Datei, damit nichts umsonst übertragen wird.',
      en: 'Send the part with the data first and the file after it, so that nothing is sent in vain.',
    },
  },
  'request.body-unexpected': {
    title: {
      nl: 'Hier wordt geen inhoud verwacht',
      fr: 'Aucun contenu n’est attendu ici',
      de: 'Hier wird kein Inhalt erwartet',
      en: 'No content is expected here',
    },
    detail: {
      nl: 'Stuur deze aanvraag zonder inhoud.',
      fr: 'Envoyez cette demande sans contenu.',
      de: 'Senden Sie diese Anfrage ohne Inhalt.',
      en: 'Send this request without content.',
    },
  },
  'request.cut-off': {
    title: {
      nl: 'De aanvraag is niet volledig aangekomen',
      fr: 'La demande n’est pas arrivée en entier',
      de: 'Die Anfrage ist nicht vollständig angekommen',
      en: 'The request did not arrive complete',
    },
    detail: {
      nl: 'De verbinding is onderweg verbroken en er is niets bewaard. Stuur de aanvraag opnieuw.',
      fr: 'La connexion a été coupée et rien n’a été conservé. Renvoyez la demande.',
      de: 'Die Verbindung brach ab, und nichts wurde behalten. Senden Sie die Anfrage noch einmal.',
      en: 'The connection broke and nothing was kept. Send the request again.',
    },
  },
  'request.too-slow': {
    title: {
      nl: 'De aanvraag komt te traag binnen',
      fr: 'La demande arrive trop lentement',
      de: 'Die Anfrage kommt zu langsam an',
      en: 'The request arrives too slowly',
    },
    detail: {
      nl: 'De inhoud was niet op tijd volledig en er is niets bewaard. Stuur de aanvraag opnieuw.',
      fr: 'Le contenu n’était pas complet à temps et rien n’a été conservé. Renvoyez la demande.',
      de: 'Der Inhalt war nicht rechtzeitig vollständig, und nichts wurde behalten. Senden Sie die Anfrage noch einmal.',
      en: 'The content was not complete in time and nothing was kept. Send the request again.',
    },
  },
} satisfies RefusalCatalogue;
