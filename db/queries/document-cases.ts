/** Cases of documents as their lives, their issuers and staff see them (WF-33). */
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar.ts';
import type { DocumentCase } from '../../domain/document-case.ts';
import type { DocumentKind } from '../../domain/issued-document.ts';
import type { Owing } from '../../domain/life-rows.ts';
import type { DocumentCaseRow } from '../document-case-row.ts';
import { caseFromRow } from '../document-case-row.ts';
import { withOwed } from './owed-mails.ts';

/** The case as it stands, or null. */
export async function caseById(knex: Knex, id: string): Promise<Owing<DocumentCase> | null> {
  const row = await knex('document_cases').where({ id }).first<DocumentCaseRow | undefined>();
  return row === undefined ? null : withOwed(knex, await caseFromRow(knex, row));
}

/** The case of a document that is open, or null. */
export async function openCaseOf(knex: Knex, documentId: string): Promise<Owing<DocumentCase> | null> {
  const row = await knex('document_cases')
    .where({ open_key: documentId })
    .first<DocumentCaseRow | undefined>();
  return row === undefined ? null : withOwed(knex, await caseFromRow(knex, row));
}

/** A case with its document, as staff work on it. */
export interface CaseSeen {
  readonly case: DocumentCase;
  readonly rejectReason: string | null;
  readonly issuerName: string;
  readonly document: {
    readonly number: string;
    readonly kind: DocumentKind;
    readonly clientCode: string;
    readonly issuedOn: CalendarDay;
  };
}

type SeenRow = DocumentCaseRow & {
  readonly number: string;
  readonly kind: DocumentKind;
  readonly client_code: string;
  readonly issued_on: CalendarDay;
  readonly issuer_name: string;
};

/** The case of that id with its document, or null. */
export async function caseSeen(knex: Knex, id: string): Promise<CaseSeen | null> {
  const row = await seen(knex).where('k.id', id).first<SeenRow | undefined>();
  return row === undefined ? null : seenFrom(knex, row);
}

/** What is in quarantine, the oldest first. */
export async function quarantine(
  knex: Knex,
  { limit, after }: { readonly limit: number; readonly after: string | null },
): Promise<readonly CaseSeen[]> {
  const query = seen(knex).whereNull('k.closed_at').where('k.needs_client', 1);
  if (after !== null) query.where('k.id', '>', after);
  const rows = (await query.orderBy('k.id').limit(limit)) as SeenRow[];
  return Promise.all(rows.map((row) => seenFrom(knex, row)));
}

function seen(knex: Knex): Knex.QueryBuilder {
  return knex('document_cases as k')
    .join('issued_documents as d', 'd.id', 'k.document_id')
    .join('issuers as i', 'i.id', 'k.issuer_id')
    .select('k.*', 'd.number', 'd.kind', 'd.client_code', 'd.issued_on', 'i.name as issuer_name');
}

async function seenFrom(knex: Knex, row: SeenRow): Promise<CaseSeen> {
  return {
    case: await caseFromRow(knex, row),
    rejectReason: row.reject_reason,
    issuerName: row.issuer_name,
    document: {
      number: row.number,
      kind: row.kind,
      clientCode: row.client_code,
      issuedOn: row.issued_on,
    },
  };
}
