/** Duplicates that were asked for, as their lives, who asked, their issuers and staff see them (WF-38). */
import type { Knex } from 'knex';
import type { DuplicateRow } from '../duplicate-request-row.ts';
import { duplicateFromRow } from '../duplicate-request-row.ts';
import type { Asked, DuplicateRefusal, DuplicateRequest, Reading } from '../../domain/duplicate-request.ts';
import { isStillHis } from '../../domain/duplicate-request.ts';
import type { Owing } from '../../domain/life-rows.ts';
import type { Reach } from '../../domain/reach.ts';
import { fromDbOrNull } from '../instants.ts';
import type { DocumentRow } from '../issued-document-row.ts';
import { standingFrom } from '../issued-document-row.ts';
import type { SealedDocument } from './issued-documents.ts';
import { sealedDocumentOf } from './issued-documents.ts';
import { ofClientCode } from './issuers.ts';
import { withOwed } from './owed-mails.ts';
import type { OwedNotice } from './owed-mails.ts';
import type { PersonNotice } from './person-notices.ts';
import { readingsSql } from './readers.ts';

/** The request as it stands, or null. */
export async function duplicateById(knex: Knex, id: string): Promise<Owing<DuplicateRequest> | null> {
  const row = await knex('duplicate_requests').where({ id }).first<DuplicateRow | undefined>();
  return row === undefined ? null : withOwed(knex, await duplicateFromRow(knex, row));
}

/** A client code that somebody reads, with its issuer and through what he reads it. */
export interface ReadClient {
  readonly id: string;
  readonly issuerId: string;
  readonly brandId: string;
  readonly readings: readonly Reading[];
}

interface ClientRow {
  readonly id: string;
  readonly issuer_id: string;
  readonly brand_id: string;
  readonly ended_at: Date | null;
}

/** Of that text, through accounts of his own or shared with him; several where two issuers have the same. */
export async function readClients(knex: Knex, userId: string, code: string): Promise<readonly ReadClient[]> {
  const sql = readingsSql({
    columns: () => 'r.id AS reception_id, c.id, c.issuer_id, r.brand_id, r.ended_at',
    joins: 'JOIN client_codes c ON c.id = r.client_code_id',
    where: { own: 'a.main_contact_id = ? AND c.code = ?', shared: 's.user_id = ? AND c.code = ?' },
  });
  const asked = [userId, code, userId, code];
  const [rows] = (await knex.raw(`${sql} ORDER BY id, reception_id`, asked)) as [ClientRow[]];
  return [...new Set(rows.map(({ id }) => id))].flatMap((id) => {
    const his = rows.filter((row) => row.id === id);
    const [first] = his;
    if (first === undefined) return [];
    const through = his.map((row) => ({ endedAt: fromDbOrNull(row.ended_at) }));
    return [{ id, issuerId: first.issuer_id, brandId: first.brand_id, readings: through }];
  });
}

/** The document of that client code under that number: the one in force, else the last that bore it. */
export async function documentAsked(
  knex: Knex,
  clientCodeId: string,
  number: string,
): Promise<(Asked & { readonly id: string }) | null> {
  const row = await knex('issued_documents')
    .where({ client_code_id: clientCodeId, number })
    .orderByRaw('number_key IS NULL, id DESC')
    .first<DocumentRow | undefined>();
  return row === undefined
    ? null
    : { id: row.id, standing: standingFrom(row), hasPdf: row.pdf_blob_id !== null };
}

/** A request with what it is about; who asked is his own to know (UP-15). */
export interface DuplicateSeen {
  readonly request: DuplicateRequest;
  readonly askedById: string;
  readonly clientCode: string;
  readonly issuerName: string;
  readonly number: string;
  readonly language: string;
}

type SeenRow = DuplicateRow & { readonly code: string; readonly issuer_name: string };

export async function duplicateSeen(knex: Knex, id: string): Promise<DuplicateSeen | null> {
  const row = await seen(knex).where('q.id', id).first<SeenRow | undefined>();
  return row === undefined ? null : seenFrom(knex, row);
}

/** What somebody asked for, the latest first. */
export async function duplicatesOf(knex: Knex, userId: string): Promise<readonly DuplicateSeen[]> {
  const rows = (await seen(knex)
    .where('q.asked_by_id', userId)
    .orderBy('q.id', 'desc')
    .limit(100)) as SeenRow[];
  return Promise.all(rows.map((row) => seenFrom(knex, row)));
}

/** What waits for its issuer, the oldest first: an issuer's own, or everybody's for staff. */
export async function waitingDuplicates(
  knex: Knex,
  reach: Reach,
  { limit, after }: { readonly limit: number; readonly after: string | null },
): Promise<readonly DuplicateSeen[]> {
  const query = seen(knex).whereNull('q.closed_at').whereNull('q.document_id').whereNull('q.delivered_at');
  if (!reach.everything) query.whereIn('q.issuer_id', [...reach.issuerIds]);
  if (after !== null) query.where('q.id', '>', after);
  const rows = (await query.orderBy('q.id').limit(limit)) as SeenRow[];
  return Promise.all(rows.map((row) => seenFrom(knex, row)));
}

function seen(knex: Knex): Knex.QueryBuilder {
  return knex('duplicate_requests as q')
    .join('client_codes as c', 'c.id', 'q.client_code_id')
    .join('issuer_prefixes as p', ofClientCode)
    .select('q.*', 'c.code', 'p.name as issuer_name');
}

async function seenFrom(knex: Knex, row: SeenRow): Promise<DuplicateSeen> {
  const { asked_by_id: askedById, code: clientCode, issuer_name: issuerName, number, language } = row;
  return { request: await duplicateFromRow(knex, row), askedById, clientCode, issuerName, number, language };
}

/** What is stamped: the document that is stored, or what its issuer delivered for this request. */
export async function sealedDuplicateOf(
  knex: Knex,
  { id, documentId, issuerId }: DuplicateRequest,
): Promise<SealedDocument | null> {
  if (documentId !== null) return sealedDocumentOf(knex, documentId, 'pdf');
  const row = await knex('duplicate_requests as q')
    .join('blobs as o', 'o.id', 'q.blob_id')
    .leftJoin('issuer_keys as k', 'k.issuer_id', 'q.issuer_id')
    .where('q.id', id)
    .first<
      | { blob_id: string; bytes: number; sha256: string; issuer_key: string | null; data_key: string | null }
      | undefined
    >('o.id as blob_id', 'o.bytes', 'o.sha256', 'k.wrapped_key as issuer_key', 'o.wrapped_key as data_key');
  if (row === undefined) return null;
  const { blob_id: blobId, bytes, sha256, issuer_key: issuer, data_key: data } = row;
  const keys = issuer === null || data === null ? null : { issuer, data };
  return { documentId: id, issuerId, blobId, bytes, sha256, keys };
}

const sentenceOf: Readonly<Record<DuplicateRefusal, string>> = {
  'unknown-number': 'unknownNumber',
  'other-client': 'foreignNumber',
  'not-kept': 'lostNumber',
  withdrawn: 'withdrawnNumber',
  destroyed: 'destroyedNumber',
};

/** The word that it is there, or why not: to who asked, in his language. Null when he is gone, or what came is not his any more. */
export async function duplicateNotice(
  knex: Knex,
  id: string,
  _notice: OwedNotice,
): Promise<PersonNotice | null> {
  const of = await duplicateSeen(knex, id);
  if (of === null) return null;
  const person = await knex('users')
    .where({ id: of.askedById, deactivated_at: null })
    .first<{ email: string; language: string } | undefined>('email', 'language');
  if (person === undefined) return null;
  const { request, number, clientCode, issuerName } = of;
  const read = await readClients(knex, of.askedById, clientCode);
  const readings = read.find(({ id: clientId }) => clientId === request.clientCodeId)?.readings ?? [];
  if (request.refused === null && !isStillHis(request, readings)) return null;
  return {
    recipients: [person],
    facts: {
      ...{ zone: request.terms.zone, number, clientCode, issuerName },
      endsAt: request.delivered?.endsAt ?? null,
      // Each reason is a sentence of its own: those without their fact are left out.
      ...Object.fromEntries(
        Object.entries(sentenceOf).map(([reason, fact]) => [
          fact,
          reason === request.refused ? number : null,
        ]),
      ),
    },
    link: null,
    isAtMostOnce: false,
  };
}
