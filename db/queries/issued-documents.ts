/** One invoice or credit note: as its issuer and its readers see it, and how it is opened (WF-33). */
import type { Knex } from 'knex';
import type { CalendarDay, Instant } from '../../domain/calendar.ts';
import type { DocumentChannel, DocumentKind, DocumentStanding } from '../../domain/issued-document.ts';
import { fromDb, fromDbOrNull } from '../instants.ts';
import type { DocumentRow } from '../issued-document-row.ts';
import { standingFrom } from '../issued-document-row.ts';

export interface SeenDocument {
  readonly id: string;
  readonly issuerId: string;
  readonly issuerName: string;
  readonly clientCode: string;
  readonly number: string;
  readonly kind: DocumentKind;
  readonly issuedOn: CalendarDay;
  readonly dueOn: CalendarDay | null;
  readonly totalCents: number;
  readonly currency: string;
  readonly refersTo: string | null;
  readonly channel: DocumentChannel | null;
  readonly publishedAt: Instant;
  readonly visibleFromAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  readonly corrects: string | null;
  readonly hasPdf: boolean;
  readonly hasUbl: boolean;
  /** By the reader who was asked for. */
  readonly isRead: boolean;
  readonly standing: DocumentStanding;
}

export type SeenRow = DocumentRow & { readonly issuer_name: string; readonly read_at: Date | null };

export const seenColumns = 'd.*, i.name AS issuer_name, m.read_at';

/** Documents `d` with their issuers `i`, and the marks `m` of the reader whose id is the value of its place; nobody's: ''. */
export const seenTables = `issued_documents d
  JOIN issuers i ON i.id = d.issuer_id
  LEFT JOIN issued_document_reads m ON m.document_id = d.id AND m.user_id = ?`;

export function seenFrom(row: SeenRow): SeenDocument {
  return {
    id: row.id,
    issuerId: row.issuer_id,
    issuerName: row.issuer_name,
    clientCode: row.client_code,
    number: row.number,
    kind: row.kind,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    totalCents: row.total_cents,
    currency: row.currency,
    refersTo: row.refers_to,
    channel: row.channel,
    publishedAt: fromDb(row.published_at),
    visibleFromAt: fromDbOrNull(row.visible_from_at),
    withdrawnAt: fromDbOrNull(row.withdrawn_at),
    corrects: row.corrects,
    hasPdf: row.pdf_blob_id !== null,
    hasUbl: row.ubl_blob_id !== null,
    isRead: row.read_at !== null,
    standing: standingFrom(row),
  };
}

/** The document of that id as a reader sees it, or null. */
export async function issuedDocumentById(
  knex: Knex,
  id: string,
  readerId: string | null,
): Promise<SeenDocument | null> {
  const [[row]] = (await knex.raw(`SELECT ${seenColumns} FROM ${seenTables} WHERE d.id = ?`, [
    readerId ?? '',
    id,
  ])) as [SeenRow[]];
  return row === undefined ? null : seenFrom(row);
}

export type DocumentForm = 'pdf' | 'ubl';

/** The object of a document and the keys that open it. */
export interface SealedDocument {
  readonly documentId: string;
  readonly issuerId: string;
  readonly blobId: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Null when it is destroyed. */
  readonly keys: { readonly issuer: string; readonly data: string } | null;
}

/** How a document is opened in that form; null when it was not delivered in it. */
export async function sealedDocumentOf(
  knex: Knex,
  documentId: string,
  form: DocumentForm,
): Promise<SealedDocument | null> {
  const row = await knex('issued_documents as d')
    .join('blobs as o', 'o.id', `d.${form}_blob_id`)
    .leftJoin('issuer_keys as k', 'k.issuer_id', 'd.issuer_id')
    .where('d.id', documentId)
    .first<
      | {
          issuer_id: string;
          blob_id: string;
          bytes: number;
          sha256: string;
          issuer_key: string | null;
          data_key: string | null;
        }
      | undefined
    >(
      'd.issuer_id',
      'o.id as blob_id',
      'o.bytes',
      'o.sha256',
      'k.wrapped_key as issuer_key',
      'o.wrapped_key as data_key',
    );
  if (row === undefined) return null;
  const { issuer_key: issuer, data_key: data } = row;
  return {
    documentId,
    issuerId: row.issuer_id,
    blobId: row.blob_id,
    bytes: row.bytes,
    sha256: row.sha256,
    keys: issuer === null || data === null ? null : { issuer, data },
  };
}
