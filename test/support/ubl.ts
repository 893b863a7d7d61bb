/** Invoices and credit notes in UBL, as an issuer's program writes them. */

export interface UblFacts {
  readonly number?: string;
  readonly kind?: 'invoice' | 'credit-note';
  readonly clientCode?: string;
  readonly issuedOn?: string;
  readonly total?: string;
  readonly refersTo?: string;
  readonly pdf?: Uint8Array;
  /** Put in front of the root element. */
  readonly prologue?: string;
  /** Put behind the profile. */
  readonly extra?: string;
}

/** A whole document of Peppol BIS Billing 3, as far as we read it. */
export function ublOf(facts: UblFacts = {}): Buffer {
  const { number = 'INV-1', kind = 'invoice', clientCode = 'DL2100001', issuedOn = '2027-02-02' } = facts;
  const { total = '121.00', refersTo, pdf, prologue = '', extra = '' } = facts;
  const root = kind === 'invoice' ? 'Invoice' : 'CreditNote';
  const reference =
    refersTo === undefined
      ? ''
      : `<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>${refersTo}</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>`;
  const attachment =
    pdf === undefined
      ? ''
      : `<cac:AdditionalDocumentReference><cbc:ID>${number}</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="invoice.pdf">${Buffer.from(pdf).toString('base64')}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>`;
  const due = kind === 'invoice' ? '<cbc:DueDate>2027-03-04</cbc:DueDate>' : '';
  const dueOfNote =
    kind === 'invoice'
      ? ''
      : '<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cbc:PaymentDueDate>2027-03-04</cbc:PaymentDueDate></cac:PaymentMeans>';
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${prologue}
<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2"
  xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID>
  <cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>${extra}
  <cbc:ID>${number}</cbc:ID>
  <cbc:IssueDate>${issuedOn}</cbc:IssueDate>${due}
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  ${reference}${attachment}
  <cac:AccountingCustomerParty><cac:Party>
    <cac:PartyIdentification><cbc:ID>${clientCode}</cbc:ID></cac:PartyIdentification>
    <cac:PartyName><cbc:Name>Peeters &amp; zonen</cbc:Name></cac:PartyName>
  </cac:Party></cac:AccountingCustomerParty>${dueOfNote}
  <cac:LegalMonetaryTotal>
    <cbc:TaxExclusiveAmount currencyID="EUR">100.00</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount currencyID="EUR">${total}</cbc:TaxInclusiveAmount>
    <cbc:PayableAmount currencyID="EUR">${total}</cbc:PayableAmount>
  </cac:LegalMonetaryTotal>
</${root}>`);
}
