/** What the columns of an export are called, and the kinds of documents (IP-10). */
import type { DocumentKind } from '../domain/issued-document.ts';
import type { Texts } from './languages.ts';

export const documentColumns = {
  issuer: { nl: 'Uitgever', fr: 'Émetteur', de: 'Aussteller', en: 'Issuer' },
  clientCode: { nl: 'Klantcode', fr: 'Code client', de: 'Kundencode', en: 'Client code' },
  number: { nl: 'Nummer', fr: 'Numéro', de: 'Nummer', en: 'Number' },
  kind: { nl: 'Soort', fr: 'Type', de: 'Art', en: 'Kind' },
  issuedOn: { nl: 'Datum', fr: 'Date', de: 'Datum', en: 'Date' },
  dueOn: { nl: 'Vervaldag', fr: 'Échéance', de: 'Fällig am', en: 'Due on' },
  total: {
    nl: 'Bedrag incl. btw',
    fr: 'Montant TVA comprise',
    de: 'Betrag inkl. MwSt.',
    en: 'Amount incl. VAT',
  },
  currency: { nl: 'Munt', fr: 'Devise', de: 'Währung', en: 'Currency' },
  refersTo: { nl: 'Verwijst naar', fr: 'Se réfère à', de: 'Bezieht sich auf', en: 'Refers to' },
} as const satisfies Record<string, Texts>;

export const documentKindWords: Readonly<Record<DocumentKind, Texts>> = {
  invoice: { nl: 'factuur', fr: 'facture', de: 'Rechnung', en: 'invoice' },
  'credit-note': { nl: 'creditnota', fr: 'note de crédit', de: 'Gutschrift', en: 'credit note' },
};
