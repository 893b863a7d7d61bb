/** UBL as issuers write it, and as nobody should (WF-33). */
import { readUbl } from '../../documents/read-ubl.ts';
import { letterPdf } from '../support/pdf.ts';
import { ublOf } from '../support/ubl.ts';

const read = (facts?: Parameters<typeof ublOf>[0]) => readUbl(ublOf(facts));
const replaced = (from: string, to: string) => readUbl(Buffer.from(ublOf().toString().replace(from, to)));

test('an invoice: number, client, days, amount with VAT', () => {
  expect(read()).toEqual({
    ok: true,
    pdf: null,
    data: {
      number: 'INV-1',
      kind: 'invoice',
      clientCode: 'DL2100001',
      issuedOn: '2027-02-02',
      dueOn: '2027-03-04',
      totalCents: 12_100,
      currency: 'EUR',
      refersTo: null,
    },
  });
});

test('a credit note refers to its invoice and bears its due day with the means of payment', () => {
  expect(read({ kind: 'credit-note', refersTo: 'INV-1' })).toMatchObject({
    data: { kind: 'credit-note', refersTo: 'INV-1', dueOn: '2027-03-04' },
  });
});

test('prefixes are the writer’s own choice', () => {
  const text = ublOf()
    .toString()
    .replaceAll('cbc:', 'b:')
    .replaceAll('xmlns:cbc', 'xmlns:b')
    .replaceAll(/<(\/?)Invoice/g, '<$1inv:Invoice')
    .replace('xmlns="', 'xmlns:inv="');
  expect(readUbl(Buffer.from(text))).toMatchObject({ ok: true, data: { number: 'INV-1' } });
});

test('the PDF within comes out byte for byte', async () => {
  const pdf = await letterPdf();
  const found = read({ pdf });
  expect(found.ok && found.pdf?.equals(pdf)).toBe(true);
});

test.each([
  ['121', 12_100],
  ['121.5', 12_150],
  ['-0.01', -1],
  ['121.500', 12_150],
])('an amount of %s is %s cents', (total, totalCents) => {
  expect(read({ total })).toMatchObject({ data: { totalCents } });
});

test.each(['121.005', '1e3', '', '12,10', '0x10', '9999999999999'])(
  'an amount of "%s" is refused',
  (total) => {
    expect(read({ total })).toMatchObject({ ok: false, field: 'LegalMonetaryTotal/TaxInclusiveAmount' });
  },
);

test('the five entities of XML are read, and characters by number', () => {
  expect(read({ number: 'A&amp;B&#45;1' })).toMatchObject({ data: { number: 'A&B-1' } });
});

test.each([
  ['a document type', { prologue: '<!DOCTYPE Invoice SYSTEM "http://attacker.example/x.dtd">' }],
  ['an external entity', { prologue: '<!DOCTYPE Invoice [<!ENTITY x SYSTEM "file:///etc/passwd">]>' }],
  [
    'a billion laughs',
    { prologue: '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>', number: '&b;' },
  ],
])('%s is refused before anything is read', (_what, facts) => {
  expect(read(facts)).toEqual({ ok: false, reason: 'ubl.dtd' });
});

test.each([
  ['an entity nobody declared', 'A&xxe;B'],
  ['half of a surrogate pair', 'A&#xD800;B'],
  ['a control character', 'A&#1;B'],
])('%s stays as it is written', (_what, number) => {
  expect(read({ number })).toMatchObject({ data: { number } });
});

test.each([
  ['no XML', () => readUbl(Buffer.from('%PDF-1.7')), 'ubl.malformed'],
  ['nothing at all', () => readUbl(Buffer.alloc(0)), 'ubl.malformed'],
  ['an element left open', () => replaced('</cbc:IssueDate>', ''), 'ubl.malformed'],
  ['another encoding', () => replaced('UTF-8', 'ISO-8859-1'), 'ubl.malformed'],
  [
    'bytes that are no UTF-8',
    () => readUbl(Buffer.concat([ublOf(), Buffer.from([0xc3, 0x28])])),
    'ubl.malformed',
  ],
  [
    'elements within elements without end',
    () => read({ extra: '<a>'.repeat(5_000) + '</a>'.repeat(5_000) }),
    'ubl.malformed',
  ],
  [
    'an order',
    () => readUbl(Buffer.from(ublOf().toString().replaceAll('Invoice', 'Order'))),
    'ubl.unknown-profile',
  ],
  ['another profile', () => replaced('urn:cen.eu:en16931:2017', 'urn:example'), 'ubl.unknown-profile'],
  [
    'a name that every object of the program has',
    () => readUbl(Buffer.from(ublOf().toString().replaceAll('Invoice', 'valueOf'))),
    'ubl.unknown-profile',
  ],
  [
    'another namespace',
    () => replaced('schema:xsd:Invoice-2', 'schema:xsd:Invoice-9'),
    'ubl.unknown-profile',
  ],
] as const)('%s is refused', (_what, reading, reason) => {
  expect(reading()).toEqual({ ok: false, reason });
});

const line = `<cac:InvoiceLine><cbc:ID>1</cbc:ID>${'<cbc:Note>a line</cbc:Note>'.repeat(20)}</cac:InvoiceLine>`;
test('nothing is read from its lines, in whatever prefix, and ten thousand of them are no matter', () => {
  expect(read({ extra: line.repeat(10_000) })).toMatchObject({ ok: true, data: { number: 'INV-1' } });
  const odd =
    '<x:InvoiceLine><!-- </x:InvoiceLine> --><![CDATA[</x:InvoiceLine>]]></x:InvoiceLine><cac:InvoiceLine/>';
  expect(read({ extra: odd })).toMatchObject({ ok: true, data: { number: 'INV-1' } });
});

test.each([
  ['lines without end', line.repeat(25_000)],
  ['elements without end that are in no line', '<a/>'.repeat(20_001)],
])('%s are refused before anything is read', (_what, extra) => {
  const begun = performance.now();
  expect(read({ extra })).toEqual({ ok: false, reason: 'ubl.too-costly' });
  expect(performance.now() - begun).toBeLessThan(3_000);
});

test.each([
  ['no number', '<cbc:ID>INV-1</cbc:ID>', '', 'ubl.missing', 'ID'],
  [
    'no customer number',
    '<cbc:ID>DL2100001</cbc:ID>',
    '',
    'ubl.missing',
    'AccountingCustomerParty/Party/PartyIdentification/ID',
  ],
  ['a day there is not', '2027-02-02', '2027-02-30', 'ubl.unreadable', 'IssueDate'],
  ['a number of two lines', 'INV-1', 'INV\n1', 'ubl.unreadable', 'ID'],
  [
    'an invoice referred to by more than a number',
    '<cac:AccountingCustomerParty>',
    `<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>${'9'.repeat(61)}</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference><cac:AccountingCustomerParty>`,
    'ubl.unreadable',
    'BillingReference/InvoiceDocumentReference/ID',
  ],
  [
    'an amount in another currency',
    'TaxInclusiveAmount currencyID="EUR"',
    'TaxInclusiveAmount currencyID="USD"',
    'ubl.unreadable',
    'LegalMonetaryTotal/TaxInclusiveAmount/@currencyID',
  ],
])('%s is refused with its place', (_what, from, to, reason, field) => {
  expect(replaced(from, to)).toEqual({ ok: false, reason, field });
});
