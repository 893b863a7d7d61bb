/** What is told of letters beside their state: labels, people, the scan, and whether the reader has read them. */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Stage } from '../../domain/mail-item.ts';
import type { Format } from '../../domain/policy.ts';
import type { DocumentLocation, Trashing } from '../../domain/trashing.ts';
import { fromDb, fromDbOrNull } from '../instants.ts';
import { trashingOfDocument } from './trash.ts';

export interface MailItemFacts {
  readonly postboxId: string;
  readonly postboxNumber: string;
  readonly siteReference: string;
  readonly senderLine: string | null;
  readonly addressee: { readonly id: string; readonly name: string } | null;
  readonly receivedAt: Instant;
  /** Null for a reader who keeps no marks. */
  readonly unread: boolean | null;
}

export interface ScanShown {
  readonly documentId: string;
  readonly location: DocumentLocation;
  readonly pageCount: number;
}

export interface MailItemView extends MailItemFacts {
  readonly scan: ScanShown;
  /** The scan's present stay in the trash. */
  readonly trashing: Trashing | null;
}

export interface MailItemListed extends MailItemFacts {
  readonly id: string;
  readonly version: number;
  readonly stage: Stage;
  readonly dueAt: Instant | null;
  readonly costCents: number;
  readonly format: Format;
  readonly weightGrams: number;
  readonly publishedAt: Instant;
  readonly scan: ScanShown;
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly stage: Stage;
  readonly decision_due_at: Date | null;
  readonly cost_cents: number;
  readonly format: Format;
  readonly weight_grams: number;
  readonly published_at: Date;
  readonly received_at: Date;
  readonly postbox_id: string;
  readonly postbox_number: string;
  readonly site_reference: string;
  readonly sender_line: string | null;
  readonly addressee_id: string | null;
  readonly addressee_name: string | null;
  readonly document_id: string;
  readonly location: DocumentLocation;
  readonly page_count: number;
  readonly read_at: Date | null;
}

/** The letter for that reader at that instant; `readerId` is null for staff. Throws when there is no such letter. */
export async function mailItemView(
  knex: Knex,
  itemId: string,
  readerId: string | null,
  at: Instant,
): Promise<MailItemView> {
  const [row] = await rowsOf(knex, readerId, [itemId]);
  if (row === undefined) throw new Error(`mail item ${itemId} has no document`);
  const stay = row.location === 'trash' ? await trashingOfDocument(knex, row.document_id, at) : null;
  return { ...factsOf(row, readerId), scan: scanOf(row), trashing: stay?.trashing ?? null };
}

/** The letters of these ids, newest first, for that reader. */
export async function mailItemsListed(
  knex: Knex,
  ids: readonly string[],
  readerId: string,
): Promise<readonly MailItemListed[]> {
  if (ids.length === 0) return [];
  const rows = await rowsOf(knex, readerId, ids);
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    stage: row.stage,
    dueAt: fromDbOrNull(row.decision_due_at),
    costCents: row.cost_cents,
    format: row.format,
    weightGrams: row.weight_grams,
    publishedAt: fromDb(row.published_at),
    ...factsOf(row, readerId),
    scan: scanOf(row),
  }));
}

function rowsOf(knex: Knex, readerId: string | null, ids: readonly string[]): Promise<Row[]> {
  return knex('mail_items as i')
    .join('postboxes as p', 'p.id', 'i.postbox_id')
    .join('documents as d', 'd.mail_item_id', 'i.id')
    .leftJoin('addressees as a', 'a.id', 'i.addressee_id')
    .leftJoin('item_reads as r', (on) => {
      on.on('r.mail_item_id', 'i.id').andOnVal('r.user_id', readerId ?? '');
    })
    .whereIn('i.id', ids)
    .orderBy('i.id', 'desc')
    .select('i.id', 'i.version', 'i.stage', 'i.decision_due_at', 'i.cost_cents', 'i.format', 'i.weight_grams')
    .select('i.published_at', 'i.received_at', 'i.site_reference', 'i.sender_line', 'i.addressee_id')
    .select('p.id as postbox_id', 'p.number as postbox_number', 'a.name as addressee_name', 'r.read_at')
    .select('d.id as document_id', 'd.location', 'd.page_count');
}

function factsOf(row: Row, readerId: string | null): MailItemFacts {
  const { addressee_id: id, addressee_name: name } = row;
  return {
    postboxId: row.postbox_id,
    postboxNumber: row.postbox_number,
    siteReference: row.site_reference,
    senderLine: row.sender_line,
    addressee: id === null || name === null ? null : { id, name },
    receivedAt: fromDb(row.received_at),
    unread: readerId === null ? null : row.read_at === null,
  };
}

function scanOf(row: Row): ScanShown {
  return { documentId: row.document_id, location: row.location, pageCount: row.page_count };
}
