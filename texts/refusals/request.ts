/** Refusals of a request as such: its form, its headers, its key. */
import type { RefusalCatalogue } from './catalogue.ts';
import { requestUnreadable } from './shared.ts';

export const requestRefusals = {
  'request.invalid': {
    title: {
      nl: 'De aanvraag is niet geldig',
      fr: 'La demande n’est pas valable',
      de: 'Die Anfrage ist nicht gültig',
      en: 'The request is not valid',
    },
    detail: {
      nl: 'Een of meer velden zijn niet ingevuld zoals dat moet. Kijk het veld {field} na.',
      fr: 'Un ou plusieurs champs ne sont pas remplis comme il faut. Vérifiez le champ {field}.',
      de: 'Ein oder mehrere Felder sind nicht richtig ausgefüllt. Bitte prüfen Sie das Feld {field}.',
      en: 'One or more fields are not filled in as they should be. Check the field {field}.',
    },
  },
  'request.malformed': {
    title: requestUnreadable,
    detail: {
      nl: 'De inhoud is geen geldige JSON of is onderweg afgebroken.',
      fr: 'Le contenu n’est pas du JSON valable ou a été interrompu en chemin.',
      de: 'Der Inhalt ist kein gültiges JSON oder wurde unterwegs abgebrochen.',
      en: 'The content is not valid JSON or was cut off on its way.',
    },
  },
  'request.too-large': {
    title: {
      nl: 'De aanvraag is te groot',
      fr: 'La demande est trop volumineuse',
      de: 'Die Anfrage ist zu groß',
      en: 'The request is too large',
    },
    detail: {
      nl: 'De inhoud is groter dan hier toegestaan is. Het maximum is {maxBytes:megabytes}.',
      fr: 'Le contenu dépasse la taille permise ici. Le maximum est de {maxBytes:megabytes}.',
      de: 'Der Inhalt ist größer als hier erlaubt. Das Höchstmaß ist {maxBytes:megabytes}.',
      en: 'The content is larger than allowed here. The maximum is {maxBytes:megabytes}.',
    },
  },
  'request.too-deep': {
    title: {
      nl: 'De aanvraag is te diep genest',
      fr: 'La demande est trop imbriquée',
      de: 'Die Anfrage ist zu tief verschachtelt',
      en: 'The request is nested too deeply',
    },
    detail: {
      nl: 'De JSON heeft meer niveaus dan hier toegestaan is.',
      fr: 'Le JSON comporte plus de niveaux que permis ici.',
      de: 'Das JSON hat mehr Ebenen als hier erlaubt.',
      en: 'The JSON has more levels than are allowed here.',
    },
  },
  'request.header-too-large': {
    title: {
      nl: 'De headers zijn te groot',
      fr: 'Les en-têtes sont trop volumineux',
      de: 'Die Kopfzeilen sind zu groß',
      en: 'The headers are too large',
    },
    detail: {
      nl: 'Een header of alle headers samen zijn langer dan hier toegestaan is.',
      fr: 'Un en-tête, ou leur ensemble, est plus long que permis ici.',
      de: 'Eine Kopfzeile oder alle zusammen sind länger als hier erlaubt.',
      en: 'A header, or all headers together, are longer than allowed here.',
    },
  },
  'request.method-not-allowed': {
    title: {
      nl: 'Deze methode bestaat hier niet',
      fr: 'Cette méthode n’existe pas ici',
      de: 'Diese Methode gibt es hier nicht',
      en: 'This method does not exist here',
    },
    detail: {
      nl: 'Het adres bestaat, maar niet met deze methode. De header Allow noemt wat wel kan.',
      fr: 'L’adresse existe, mais pas avec cette méthode. L’en-tête Allow indique ce qui est possible.',
      de: 'Die Adresse gibt es, aber nicht mit dieser Methode. Die Kopfzeile Allow nennt, was möglich ist.',
      en: 'The address exists, but not with this method. The Allow header names what is possible.',
    },
  },
  'request.cross-site': {
    title: {
      nl: 'De aanvraag komt van een andere website',
      fr: 'La demande vient d’un autre site web',
      de: 'Die Anfrage kommt von einer anderen Website',
      en: 'The request comes from another website',
    },
    detail: {
      nl: 'Een browser mag dit alleen vanaf onze eigen pagina’s vragen.',
      fr: 'Un navigateur ne peut demander cela que depuis nos propres pages.',
      de: 'Ein Browser darf dies nur von unseren eigenen Seiten aus anfragen.',
      en: 'A browser may ask for this from our own pages only.',
    },
  },
  'request.range-unsatisfiable': {
    title: {
      nl: 'Zo ver gaat het bestand niet',
      fr: 'Le fichier ne va pas jusque-là',
      de: 'So weit reicht die Datei nicht',
      en: 'The file does not reach that far',
    },
    detail: {
      nl: 'Het gevraagde bereik ligt buiten het bestand. Het bestand heeft {bytes} bytes.',
      fr: 'La plage demandée est hors du fichier. Le fichier compte {bytes} octets.',
      de: 'Der angeforderte Bereich liegt außerhalb der Datei. Die Datei hat {bytes} Bytes.',
      en: 'The range asked for lies outside the file. The file has {bytes} bytes.',
    },
  },
  'request.too-many': {
    title: {
      nl: 'Te veel aanvragen',
      fr: 'Trop de demandes',
      de: 'Zu viele Anfragen',
      en: 'Too many requests',
    },
    detail: {
      nl: 'Dit werd hier te vaak na elkaar gevraagd. Probeer het over {retryAfterSeconds:wait} opnieuw.',
      fr: 'Ceci a été demandé trop souvent de suite. Réessayez dans {retryAfterSeconds:wait}.',
      de: 'Das wurde hier zu oft hintereinander angefordert. Versuchen Sie es in {retryAfterSeconds:wait} erneut.',
      en: 'This was asked for too often in a row. Try again in {retryAfterSeconds:wait}.',
    },
  },
} satisfies RefusalCatalogue;
