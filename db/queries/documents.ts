/** One document: where it lies, and what is needed to read it. */
import type { Knex } from 'knex';
import type { CalendarDay, Instant, Zone } from '../../domain/calendar.ts';
import { dayOf } from '../../domain/calendar.ts';
import type { DocumentLocation } from '../../domain/trashing.ts';
import { fromDb } from '../instants.ts';

export interface FoundDocument {
  readonly id: string;
  readonly companyId: string;
  readonly postboxId: string;
  readonly mailItemId: string;
  readonly location: DocumentLocation;
  readonly pageCount: number;
  readonly bytes: number;
  readonly siteReference: string;
  readonly publishedAt: Instant;
  /** The day of publication in the brand's zone. */
  readonly publishedOn: CalendarDay;
}

/** The object of a document and the keys that open it. */
export interface SealedScan {
  readonly documentId: string;
  readonly companyId: string;
  readonly blobId: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Null when it is destroyed, or was never made. */
  readonly keys: { readonly company: string; readonly data: string } | null;
}

interface DocumentRow {
  readonly id: string;
  readonly company_id: string;
  readonly postbox_id: string;
  readonly mail_item_id: string;
  readonly location: DocumentLocation;
  readonly page_count: number;
  readonly bytes: number;
  readonly site_reference: string;
  readonly published_at: Date;
  readonly zone: Zone;
}

/** The document of that id, or null. */
export function documentById(knex: Knex, id: string): Promise<FoundDocument | null> {
  return oneWhere(knex, { 'd.id': id });
}

/** The scan of a letter, or null when there is no such letter. */
export function documentOfItem(knex: Knex, itemId: string): Promise<FoundDocument | null> {
  return oneWhere(knex, { 'd.mail_item_id': itemId });
}

async function oneWhere(knex: Knex, where: Readonly<Record<string, string>>): Promise<FoundDocument | null> {
  const row = await knex('documents as d')
    .join('mail_items as i', 'i.id', 'd.mail_item_id')
    .join('brands as b', 'b.id', 'i.brand_id')
    .join('blobs as o', 'o.id', 'd.blob_id')
    .where(where)
    .select('d.id', 'd.company_id', 'd.postbox_id', 'd.mail_item_id', 'd.location', 'd.page_count')
    .select('o.bytes', 'i.site_reference', 'i.published_at', 'b.zone')
    .first<DocumentRow | undefined>();
  if (row === undefined) return null;
  const publishedAt = fromDb(row.published_at);
  return {
    id: row.id,
    companyId: row.company_id,
    postboxId: row.postbox_id,
    mailItemId: row.mail_item_id,
    location: row.location,
    pageCount: row.page_count,
    bytes: row.bytes,
    siteReference: row.site_reference,
    publishedAt,
    publishedOn: dayOf(publishedAt, row.zone),
  };
}

interface SealedRow {
  readonly company_id: string;
  readonly blob_id: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly company_key: string | null;
  readonly data_key: string | null;
}

/** How the scan of a document is opened. Throws when there is no such document. */
export async function sealedScanOf(knex: Knex, documentId: string): Promise<SealedScan> {
  const row = await knex('documents as d')
    .join('blobs as o', 'o.id', 'd.blob_id')
    .leftJoin('company_keys as k', 'k.company_id', 'o.company_id')
    .where('d.id', documentId)
    .select('o.company_id', 'o.id as blob_id', 'o.bytes', 'o.sha256')
    .select('k.wrapped_key as company_key', 'o.wrapped_key as data_key')
    .first<SealedRow | undefined>();
  if (row === undefined) throw new Error(`no document ${documentId}`);
  const { company_key: company, data_key: data } = row;
  return {
    documentId,
    companyId: row.company_id,
    blobId: row.blob_id,
    bytes: row.bytes,
    sha256: row.sha256,
    keys: company === null || data === null ? null : { company, data },
  };
}
