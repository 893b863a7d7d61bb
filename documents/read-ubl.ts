/**
 * Invoices and credit notes in UBL 2.1, Peppol BIS Billing 3 (WF-33): what is printed on them is read from the XML. Nothing is
 * expanded and nothing is fetched: a document type declaration is refused, and entities are none but the five of XML.
 */
import type { X2jOptions } from 'fast-xml-parser';
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { isCalendarDay } from '../domain/calendar.ts';
import type { DocumentData, DocumentKind } from '../domain/issued-document.ts';
import { isTooCostly, lineNames } from './ubl-cost.ts';

export type UblRefusal =
  | {
      readonly ok: false;
      readonly reason: 'ubl.malformed' | 'ubl.dtd' | 'ubl.too-costly' | 'ubl.unknown-profile';
    }
  /** `field`: the place in the document. */
  | { readonly ok: false; readonly reason: 'ubl.missing' | 'ubl.unreadable'; readonly field: string };

export type UblRead =
  | {
      readonly ok: true;
      readonly data: DocumentData;
      /** The picture that came with it. */
      readonly pdf: Buffer | null;
    }
  | UblRefusal;

const roots: ReadonlyMap<string, DocumentKind> = new Map([
  ['Invoice', 'invoice'],
  ['CreditNote', 'credit-note'],
]);
const namespaceOf = (root: string) => `urn:oasis:names:specification:ubl:schema:xsd:${root}-2`;
/** EN 16931, of which Peppol BIS Billing 3 and its national variants are usages. */
const profile = 'urn:cen.eu:en16931:2017';

const options: X2jOptions = {
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: 40,
  // A single one and several read alike.
  isArray: (name) => !name.startsWith('@') && name !== '?xml',
};

/** Reads it, or says what is wrong with it and where. */
export function readUbl(bytes: Uint8Array): UblRead {
  const text = textOf(bytes);
  if (text === null) return { ok: false, reason: 'ubl.malformed' };
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return { ok: false, reason: 'ubl.dtd' };
  if (isTooCostly(text)) return { ok: false, reason: 'ubl.too-costly' };
  const root = rootOf(text);
  if (root === null) return { ok: false, reason: 'ubl.malformed' };
  const kind = roots.get(root.name);
  if (
    kind === undefined ||
    !root.isOfNamespace ||
    !(root.node.value('CustomizationID') ?? '').startsWith(profile)
  )
    return { ok: false, reason: 'ubl.unknown-profile' };
  try {
    return { ok: true, data: dataOf(root.node, kind), pdf: pdfOf(root.node) };
  } catch (error) {
    if (error instanceof FieldFault) return { ok: false, reason: error.reason, field: error.field };
    throw error;
  }
}

/** UTF-8 only, as Peppol has it. */
function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const encoding = /^<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/.exec(text)?.[1] ?? 'utf-8';
    return encoding.toLowerCase() === 'utf-8' ? text : null;
  } catch {
    return null;
  }
}

function rootOf(text: string): { name: string; node: Node; isOfNamespace: boolean } | null {
  try {
    // Throws where it is not well-formed.
    SyntaxValidator.validate(text);
    const parser = new XMLParser({ ...options, stopNodes: [...lineNames(text)] });
    const parsed = parser.parse(text) as Record<string, unknown>;
    const [qualified, ...others] = Object.keys(parsed);
    if (qualified === undefined || others.length > 0) return null;
    const node = new Node((parsed[qualified] as readonly unknown[])[0]);
    const name = localName(qualified);
    const prefix = qualified.slice(0, -name.length - 1);
    const namespace = node.attribute(prefix === '' ? 'xmlns' : `xmlns:${prefix}`);
    return { name, node, isOfNamespace: namespace === namespaceOf(name) };
  } catch {
    return null;
  }
}

function dataOf(root: Node, kind: DocumentKind): DocumentData {
  const currency = shaped(root, 'DocumentCurrencyCode', /^[A-Z]{3}$/) ?? missing('DocumentCurrencyCode');
  const total = root.all('LegalMonetaryTotal', 'TaxInclusiveAmount')[0];
  if (total === undefined) throw new FieldFault('ubl.missing', 'LegalMonetaryTotal/TaxInclusiveAmount');
  if (total.attribute('currencyID') !== currency)
    throw new FieldFault('ubl.unreadable', 'LegalMonetaryTotal/TaxInclusiveAmount/@currencyID');
  return {
    number: shaped(root, 'ID', documentNumber) ?? missing('ID'),
    kind,
    clientCode: shaped(root, customerNumber, clientCode) ?? missing(customerNumber),
    issuedOn: dayAt(root, 'IssueDate') ?? missing('IssueDate'),
    // A credit note bears it with the means of payment.
    dueOn: dayAt(root, 'DueDate') ?? dayAt(root, 'PaymentMeans/PaymentDueDate'),
    totalCents: centsOf(total.text, 'LegalMonetaryTotal/TaxInclusiveAmount'),
    currency,
    refersTo: shaped(root, 'BillingReference/InvoiceDocumentReference/ID', documentNumber),
  };
}

/** Numbers and codes as issuers write them: one line, no control characters. */
const documentNumber = /^[^\p{Cc}\s](?:[^\p{Cc}]{0,58}[^\p{Cc}\s])?$/u;
const clientCode = /^[A-Z0-9][A-Z0-9 ./-]{0,38}[A-Z0-9]$/i;

const customerNumber = 'AccountingCustomerParty/Party/PartyIdentification/ID';

/** Null where there is none. */
function shaped(root: Node, path: string, shape: RegExp): string | null {
  const value = root.value(...path.split('/'));
  if (value !== null && !shape.test(value)) throw new FieldFault('ubl.unreadable', path);
  return value;
}

function dayAt(root: Node, path: string): string | null {
  const value = root.value(...path.split('/'));
  if (value === null) return null;
  if (!isCalendarDay(value)) throw new FieldFault('ubl.unreadable', path);
  return value;
}

/** As written, with at most two decimals: nothing is rounded. */
function centsOf(text: string, path: string): number {
  const parts = /^(-?)(\d{1,12})(?:\.(\d{1,2})0*)?$/.exec(text);
  if (parts === null) throw new FieldFault('ubl.unreadable', path);
  const [, sign, whole = '0', cents = ''] = parts;
  const amount = Number(whole) * 100 + Number(cents.padEnd(2, '0'));
  return sign === '-' ? -amount : amount;
}

function pdfOf(root: Node): Buffer | null {
  const embedded = root
    .all('AdditionalDocumentReference', 'Attachment', 'EmbeddedDocumentBinaryObject')
    .find((each) => each.attribute('mimeCode') === 'application/pdf');
  if (embedded === undefined) return null;
  const base64 = embedded.text.replaceAll(/\s/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64))
    throw new FieldFault(
      'ubl.unreadable',
      'AdditionalDocumentReference/Attachment/EmbeddedDocumentBinaryObject',
    );
  return Buffer.from(base64, 'base64');
}

function missing(field: string): never {
  throw new FieldFault('ubl.missing', field);
}

class FieldFault extends Error {
  readonly reason: 'ubl.missing' | 'ubl.unreadable';
  readonly field: string;
  constructor(reason: 'ubl.missing' | 'ubl.unreadable', field: string) {
    super(`${reason} ${field}`);
    this.reason = reason;
    this.field = field;
  }
}

/** An element as the parser leaves it: text, or an object of children in arrays, attributes with `@`. */
class Node {
  private readonly raw: unknown;
  constructor(raw: unknown) {
    this.raw = raw;
  }

  get text(): string {
    const own = typeof this.raw === 'string' ? this.raw : this.part('#text');
    const said = Array.isArray(own) ? own.join('') : own;
    return typeof said === 'string' ? decoded(said.trim()) : '';
  }

  attribute(name: string): string | null {
    const value = this.part(`@${name}`);
    return typeof value === 'string' ? decoded(value) : null;
  }

  /** Every element at the end of the path. */
  all(...path: readonly string[]): readonly Node[] {
    return path.reduce<readonly Node[]>(
      (nodes, name) => nodes.flatMap((node) => node.children(name)),
      [this],
    );
  }

  /** The text of the first one that has any. */
  value(...path: readonly string[]): string | null {
    return this.all(...path).find(({ text }) => text !== '')?.text ?? null;
  }

  /** By their name in whatever namespace the document abbreviates so. */
  private children(name: string): readonly Node[] {
    const { raw } = this;
    if (typeof raw !== 'object' || raw === null) return [];
    return Object.entries(raw).flatMap(([key, value]) =>
      localName(key) === name && Array.isArray(value) ? value.map((child) => new Node(child)) : [],
    );
  }

  private part(name: string): unknown {
    const { raw } = this;
    if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, name)) return undefined;
    return (raw as Record<string, unknown>)[name];
  }
}

const localName = (qualified: string) => qualified.slice(qualified.lastIndexOf(':') + 1);

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities of XML and characters by number (XML 1.0, 2.2); anything else stays as it is written. */
function decoded(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|([a-z]{2,4}));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return entities[name as string] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
      return isCharacter(code) ? String.fromCodePoint(code) : whole;
    },
  );
}

/** What XML lets be written by number: no half of a surrogate pair, and of control characters tab and line breaks. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
