/** Invoices and credit notes by everything that is printed on them (IP-10), by keyset: a page costs the same wherever it lies. */
import type { Knex } from 'knex';
import type { CalendarDay, Instant } from '../../domain/calendar.ts';
import type { DocumentKind, Sight } from '../../domain/issued-document.ts';
import type { Condition } from '../condition.ts';
import { allOf, isAmong } from '../condition.ts';
import type { SeenDocument, SeenRow } from './issued-documents.ts';
import { seenColumns, seenFrom, seenTables } from './issued-documents.ts';
import { isSeenBy } from './sights.ts';

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
  const column = expressions[order.by];
  const sign = order.direction === 'asc' ? '>' : '<';
  const { sql, values } = allOf([
    ...found(search),
    // The first condition alone is what an index is read by.
    ...(after === null
      ? []
      : [
          { sql: `${column} ${sign}= ?`, values: [after[0]] },
          { sql: `(${column} ${sign} ? OR d.id ${sign} ?)`, values: [after[0], after[1]] },
        ]),
  ]);
  const [rows] = (await knex.raw(
    `SELECT ${seenColumns} FROM ${seenTables} WHERE ${sql}
     ORDER BY ${column} ${order.direction}, d.id ${order.direction} LIMIT ?`,
    [readerOf(search), ...values, limit],
  )) as [SeenRow[]];
  return rows.map(seenFrom);
}

/** How many it finds; counted no further than `most`. */
export async function countDocuments(
  knex: Knex,
  search: Pick<Search, 'searcher' | 'filter' | 'at'>,
  most: number,
): Promise<number> {
  const { sql, values } = allOf(found(search));
  const [[counted]] = (await knex.raw(
    `SELECT COUNT(*) AS n FROM (SELECT d.id FROM ${seenTables} WHERE ${sql} LIMIT ?) AS found`,
    [readerOf(search), ...values, most],
  )) as [[{ n: number | string }]];
  return Number(counted.n);
}

const readerOf = ({ searcher }: Pick<Search, 'searcher'>) =>
  'readerId' in searcher ? searcher.readerId : '';

function found({ searcher, filter, at }: Pick<Search, 'searcher' | 'filter' | 'at'>): readonly Condition[] {
  const whose =
    'sights' in searcher
      ? isSeenBy(searcher.sights, at)
      : allOf([
          isAmong('d.issuer_id', searcher.issuerIds),
          { sql: 'd.destroying_since_at IS NULL', values: [] },
        ]);
  return [whose, ...narrowed(filter)];
}

function narrowed(filter: DocumentFilter): readonly Condition[] {
  const { number, unread } = filter;
  const compared: Condition[] = comparisons.flatMap(([field, sql]) => {
    const value = filter[field];
    return value === undefined ? [] : [{ sql, values: [value] }];
  });
  if (number !== undefined) {
    const beginning = `${number.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    compared.push({ sql: 'd.number LIKE ?', values: [beginning] });
  }
  if (unread !== undefined)
    compared.push({ sql: unread ? 'm.read_at IS NULL' : 'm.read_at IS NOT NULL', values: [] });
  return compared;
}

const comparisons = [
  ['issuedFrom', 'd.issued_on >= ?'],
  ['issuedUntil', 'd.issued_on <= ?'],
  ['kind', 'd.kind = ?'],
  ['minCents', 'd.total_cents >= ?'],
  ['maxCents', 'd.total_cents <= ?'],
  ['clientCode', 'd.client_code = ?'],
  ['issuerId', 'd.issuer_id = ?'],
] as const;
