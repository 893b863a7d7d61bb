/** Refusals of what an issuer delivers: its files, and what is printed on a document (WF-33). */
import type { RefusalCatalogue } from './catalogue.ts';

export const deliveryRefusals = {
  'delivery.malformed': {
    title: {
      nl: 'De levering is geen tar-archief',
      fr: 'La livraison n’est pas une archive tar',
      de: 'Die Lieferung ist kein tar-Archiv',
      en: 'The delivery is no tar archive',
    },
    detail: {
      nl: 'De levering is geen tar-archief of werd afgebroken. Wat ervoor kwam, is opgenomen; stuur ze opnieuw.',
      fr: 'La livraison n’est pas une archive tar ou a été interrompue. Ce qui précède est enregistré ; envoyez-la de nouveau.',
      de: 'Die Lieferung ist kein tar-Archiv oder wurde abgebrochen. Was davor kam, ist aufgenommen; senden Sie sie noch einmal.',
      en: 'The delivery is no tar archive, or was cut off. What came before is taken in; send it again.',
    },
  },
  'delivery.file-kind': {
    title: {
      nl: 'Dit bestand hoort niet in een levering',
      fr: 'Ce fichier n’a pas sa place dans une livraison',
      de: 'Diese Datei gehört in keine Lieferung',
      en: 'This file does not belong in a delivery',
    },
    detail: {
      nl: 'Een document bestaat uit <naam>.json met <naam>.pdf, of uit <naam>.xml.',
      fr: 'Un document se compose de <nom>.json avec <nom>.pdf, ou de <nom>.xml.',
      de: 'Ein Dokument besteht aus <Name>.json mit <Name>.pdf oder aus <Name>.xml.',
      en: 'A document is <name>.json with <name>.pdf, or <name>.xml.',
    },
  },
  'delivery.file-twice': {
    title: {
      nl: 'Dit bestand komt twee keer voor',
      fr: 'Ce fichier figure deux fois',
      de: 'Diese Datei kommt zweimal vor',
      en: 'This file comes twice',
    },
    detail: {
      nl: 'Een document heeft hoogstens één bestand van elke soort.',
      fr: 'Un document a au plus un fichier de chaque sorte.',
      de: 'Ein Dokument hat höchstens eine Datei jeder Art.',
      en: 'A document has at most one file of each kind.',
    },
  },
  'delivery.file-too-large': {
    title: {
      nl: 'Dit bestand is te groot',
      fr: 'Ce fichier est trop volumineux',
      de: 'Diese Datei ist zu groß',
      en: 'This file is too large',
    },
    detail: {
      nl: 'Het bestand is groter dan voor een document is toegelaten.',
      fr: 'Le fichier dépasse la taille admise pour un document.',
      de: 'Die Datei ist größer, als für ein Dokument zulässig ist.',
      en: 'The file is larger than a document may be.',
    },
  },
  'delivery.no-document': {
    title: {
      nl: 'Er is geen document',
      fr: 'Il n’y a pas de document',
      de: 'Es ist kein Dokument dabei',
      en: 'There is no document',
    },
    detail: {
      nl: 'Bij de gegevens ontbreekt de PDF of de UBL.',
      fr: 'Le PDF ou l’UBL manque avec les données.',
      de: 'Zu den Angaben fehlt das PDF oder das UBL.',
      en: 'The PDF or the UBL is missing from the data.',
    },
  },
  'delivery.no-data': {
    title: {
      nl: 'De gegevens van het document ontbreken',
      fr: 'Les données du document manquent',
      de: 'Die Angaben zum Dokument fehlen',
      en: 'The data of the document are missing',
    },
    detail: {
      nl: 'Een PDF heeft gegevens nodig: nummer, soort, klantcode, datum en bedrag. UBL draagt ze zelf.',
      fr: 'Un PDF a besoin de données : numéro, type, code client, date et montant. L’UBL les contient.',
      de: 'Ein PDF braucht Angaben: Nummer, Art, Kundencode, Datum und Betrag. UBL enthält sie selbst.',
      en: 'A PDF needs data: number, kind, client code, day and amount. UBL bears them itself.',
    },
  },
  'delivery.data-twice': {
    title: {
      nl: 'De gegevens zijn dubbel opgegeven',
      fr: 'Les données sont indiquées deux fois',
      de: 'Die Angaben sind doppelt',
      en: 'The data are given twice',
    },
    detail: {
      nl: 'UBL draagt de gegevens zelf. Laat data weg; alleen een embargo mag erbij.',
      fr: 'L’UBL contient les données. Omettez data ; seul un embargo peut s’y ajouter.',
      de: 'UBL enthält die Angaben selbst. Lassen Sie data weg; nur eine Sperrfrist darf dazukommen.',
      en: 'UBL bears the data itself. Leave data out; only an embargo may come with it.',
    },
  },
  'delivery.pdf-twice': {
    title: {
      nl: 'Er zijn twee PDF’s',
      fr: 'Il y a deux PDF',
      de: 'Es sind zwei PDF',
      en: 'There are two PDFs',
    },
    detail: {
      nl: 'De UBL bevat al een PDF. Lever er geen tweede bij.',
      fr: 'L’UBL contient déjà un PDF. N’en joignez pas un second.',
      de: 'Das UBL enthält schon ein PDF. Liefern Sie kein zweites dazu.',
      en: 'The UBL carries a PDF already. Do not deliver another with it.',
    },
  },
  'ubl.malformed': {
    title: {
      nl: 'Dit is geen leesbare XML',
      fr: 'Ce n’est pas du XML lisible',
      de: 'Das ist kein lesbares XML',
      en: 'This is no readable XML',
    },
    detail: {
      nl: 'Het bestand is geen geldige XML in UTF-8.',
      fr: 'Le fichier n’est pas du XML valide en UTF-8.',
      de: 'Die Datei ist kein gültiges XML in UTF-8.',
      en: 'The file is no well-formed XML in UTF-8.',
    },
  },
  'ubl.dtd': {
    title: {
      nl: 'Een documenttypedeclaratie is niet toegelaten',
      fr: 'Une déclaration de type de document n’est pas admise',
      de: 'Eine Dokumenttyp-Deklaration ist nicht zulässig',
      en: 'A document type declaration is not allowed',
    },
    detail: {
      nl: 'UBL heeft geen DOCTYPE en geen eigen entiteiten. Laat ze weg.',
      fr: 'L’UBL n’a ni DOCTYPE ni entités propres. Omettez-les.',
      de: 'UBL hat kein DOCTYPE und keine eigenen Entitäten. Lassen Sie sie weg.',
      en: 'UBL has no DOCTYPE and no entities of its own. Leave them out.',
    },
  },
  'ubl.too-costly': {
    title: {
      nl: 'Deze XML heeft te veel elementen',
      fr: 'Ce XML a trop d’éléments',
      de: 'Dieses XML hat zu viele Elemente',
      en: 'This XML has too many elements',
    },
    detail: {
      nl: 'We lezen hoogstens een half miljoen elementen, de lijnen inbegrepen. Lever het document als PDF met zijn gegevens.',
      fr: 'Nous lisons au plus un demi-million d’éléments, lignes comprises. Livrez le document en PDF avec ses données.',
      de: 'Wir lesen höchstens eine halbe Million Elemente, Positionen eingeschlossen. Liefern Sie das Dokument als PDF mit seinen Daten.',
      en: 'We read half a million elements at most, lines included. Deliver the document as a PDF with its data.',
    },
  },
  'ubl.unknown-profile': {
    title: {
      nl: 'Deze XML kennen we niet',
      fr: 'Nous ne connaissons pas ce XML',
      de: 'Dieses XML kennen wir nicht',
      en: 'We do not know this XML',
    },
    detail: {
      nl: 'Wij lezen facturen en creditnota’s in UBL 2.1 volgens Peppol BIS Billing 3.',
      fr: 'Nous lisons des factures et des notes de crédit en UBL 2.1 selon Peppol BIS Billing 3.',
      de: 'Wir lesen Rechnungen und Gutschriften in UBL 2.1 nach Peppol BIS Billing 3.',
      en: 'We read invoices and credit notes in UBL 2.1 by Peppol BIS Billing 3.',
    },
  },
  'ubl.missing': {
    title: {
      nl: 'In de UBL ontbreekt een gegeven',
      fr: 'Il manque une donnée dans l’UBL',
      de: 'Im UBL fehlt eine Angabe',
      en: 'Something is missing from the UBL',
    },
    detail: {
      nl: '{field} ontbreekt.',
      fr: '{field} manque.',
      de: '{field} fehlt.',
      en: '{field} is missing.',
    },
  },
  'ubl.unreadable': {
    title: {
      nl: 'Een gegeven in de UBL is niet leesbaar',
      fr: 'Une donnée de l’UBL n’est pas lisible',
      de: 'Eine Angabe im UBL ist nicht lesbar',
      en: 'Something in the UBL is not readable',
    },
    detail: {
      nl: '{field} is niet zoals het hoort.',
      fr: '{field} n’est pas conforme.',
      de: '{field} ist nicht, wie es sein soll.',
      en: '{field} is not as it should be.',
    },
  },
} satisfies RefusalCatalogue;
