/** Invoices and credit notes by everything that is printed on them (IP-10), by keyset: a page costs the same wherever it lies. */
import type { Knex } from 'knex';
import type { CalendarDay, Instant } from '../../domain/calendar.ts';
import type { DocumentKind, Sight } from '../../domain/issued-document.ts';
import type { SeenDocument, SeenRow } from './issued-documents.ts';
import { documentsFor, seenColumns, seenFrom } from './issued-documents.ts';
import { onlySeen } from './sights.ts';

export interface DocumentFilter {
  readonly issuedFrom?: CalendarDay | undefined;
  readonly issuedUntil?: CalendarDay | undefined;
  /** The beginning of a number. */
  readonly number?: string | undefined;
  readonly kind?: DocumentKind | undefined;
  /** Of the amount with VAT, signed as printed; both included. */
  readonly minCents?: number | undefined;
  readonly maxCents?: number | undefined;
  readonly clientCode?: string | undefined;
  readonly issuerId?: string | undefined;
  /** By the reader who searches. */
  readonly unread?: boolean | undefined;
}

/** Who searches: a reader through his sights, or an issuer among what he sent. */
export type Searcher =
  | { readonly readerId: string; readonly sights: readonly Sight[] }
  | { readonly issuerIds: readonly string[] };

export const sortColumns = [
  'issued-on',
  'due-on',
  'number',
  'kind',
  'total',
  'client-code',
  'issuer',
  'unread',
] as const;
export type SortColumn = (typeof sortColumns)[number];

export interface Order {
  readonly by: SortColumn;
  readonly direction: 'asc' | 'desc';
}

const expressions: Readonly<Record<SortColumn, string>> = {
  'issued-on': 'd.issued_on',
  // What need not be paid comes before everything that must be.
  'due-on': "COALESCE(d.due_on, '0001-01-01')",
  number: 'd.number',
  kind: 'd.kind',
  total: 'd.total_cents',
  'client-code': 'd.client_code',
  issuer: 'i.name',
  unread: '(m.read_at IS NULL)',
};

/** Where a page ended: the value sorted by, and the id. */
export type SearchKey = readonly [value: string | number, id: string];

/** Columns of which the value in the key is a number. */
export function isNumeric(by: SortColumn): boolean {
  return by === 'total' || by === 'unread';
}

export function searchKeyOf(document: SeenDocument, by: SortColumn): SearchKey {
  const values: Readonly<Record<SortColumn, string | number>> = {
    'issued-on': document.issuedOn,
    'due-on': document.dueOn ?? '0001-01-01',
    number: document.number,
    kind: document.kind,
    total: document.totalCents,
    'client-code': document.clientCode,
    issuer: document.issuerName,
    unread: document.isRead ? 0 : 1,
  };
  return [values[by], document.id];
}

interface Search {
  readonly searcher: Searcher;
  readonly filter: DocumentFilter;
  readonly order: Order;
  readonly at: Instant;
  readonly limit: number;
  readonly after: SearchKey | null;
}

/** At most `limit` of them in that order; nothing that the searcher may not see. */
export async function searchDocuments(knex: Knex, search: Search): Promise<readonly SeenDocument[]> {
  const { order, limit, after } = search;
  const query = foundBy(knex, search);
  if (query === null) return [];
  const column = expressions[order.by];
  if (after !== null) {
    const sign = order.direction === 'asc' ? '>' : '<';
    // The first condition alone is what an index is read by.
    query
      .whereRaw(`${column} ${sign}= ?`, [after[0]])
      .whereRaw(`(${column} ${sign} ? OR d.id ${sign} ?)`, [after[0], after[1]]);
  }
  const rows: unknown = await query
    .orderByRaw(`${column} ${order.direction}, d.id ${order.direction}`)
    .limit(limit)
    .select(...seenColumns);
  return (rows as readonly SeenRow[]).map(seenFrom);
}

/** How many it finds; counted no further than `most`. */
export async function countDocuments(
  knex: Knex,
  search: Pick<Search, 'searcher' | 'filter' | 'at'>,
  most: number,
): Promise<number> {
  const query = foundBy(knex, search);
  if (query === null) return 0;
  const ids = query.select('d.id').limit(most).as('found');
  const found = await knex(ids).count({ n: '*' }).first();
  return Number(found?.n ?? 0);
}

/** Null where there is nothing to see. */
function foundBy(
  knex: Knex,
  { searcher, filter, at }: Pick<Search, 'searcher' | 'filter' | 'at'>,
): Knex.QueryBuilder | null {
  if ('sights' in searcher && searcher.sights.length === 0) return null;
  const query = documentsFor(knex, 'readerId' in searcher ? searcher.readerId : null);
  if ('sights' in searcher) onlySeen(query, searcher.sights, at);
  else query.whereIn('d.issuer_id', [...searcher.issuerIds]).whereNull('d.destroying_since_at');
  narrow(query, filter);
  return query;
}

function narrow(query: Knex.QueryBuilder, filter: DocumentFilter): void {
  const { issuedFrom, issuedUntil, number, kind, minCents, maxCents, clientCode, issuerId, unread } = filter;
  if (issuedFrom !== undefined) query.where('d.issued_on', '>=', issuedFrom);
  if (issuedUntil !== undefined) query.where('d.issued_on', '<=', issuedUntil);
  if (number !== undefined)
    query.where('d.number', 'like', `${number.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
  if (kind !== undefined) query.where('d.kind', kind);
  if (minCents !== undefined) query.where('d.total_cents', '>=', minCents);
  if (maxCents !== undefined) query.where('d.total_cents', '<=', maxCents);
  if (clientCode !== undefined) query.where('d.client_code', clientCode);
  if (issuerId !== undefined) query.where('d.issuer_id', issuerId);
  if (unread === true) query.whereNull('m.read_at');
  if (unread === false) query.whereNotNull('m.read_at');
}
