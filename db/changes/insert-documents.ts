/** Rows of documents that are new: each with its sealed objects, and with a case where it is not simply there (WF-33). */
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { CalendarDay, Instant } from '../../domain/calendar.ts';
import type { DocumentCase } from '../../domain/document-case.ts';
import type { DocumentChannel, DocumentData } from '../../domain/issued-document.ts';
import { visibleFrom } from '../../domain/issued-document.ts';
import { caseColumns, caseTerms } from '../document-case-row.ts';
import { toDb, toDbOrNull } from '../instants.ts';
import type { ClientOfIssuer, PublishingGround } from '../queries/publishing.ts';
import { arriveAsRead } from './arrive-as-read.ts';
import { channelAtIssue, settleChannels } from './channel-at-issue.ts';
import type { ShownDocument } from './notice-documents.ts';
import { lockClientCodes } from './write-activation-code.ts';

/** An object that has been sealed and stored. */
export interface SealedBlob {
  readonly id: string;
  readonly wrappedKey: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** A document that has been read, checked, sealed and stored. */
export interface PreparedDocument {
  readonly documentId: string;
  readonly data: DocumentData;
  /** Nobody sees it before the start of that day in the brand's zone. */
  readonly embargoUntil: CalendarDay | null;
  /** Over the data and the bytes: what makes it the same document. */
  readonly contentHash: string;
  readonly pdf: SealedBlob | null;
  readonly ubl: SealedBlob | null;
}

/** What it becomes with its row. */
export interface NewDocument {
  readonly prepared: PreparedDocument;
  readonly client: ClientOfIssuer | null;
  readonly corrects?: string;
}

export type NewOutcome = 'published' | 'embargoed' | 'quarantined';

interface Inserting {
  readonly ground: PublishingGround;
  readonly runId: string | null;
  /** Out of the issuer's older archive: it comes as read, and nobody is told (WF-36). */
  readonly isArchived: boolean;
  readonly at: Instant;
}

/** A document and what waits for it; the case is null where it is simply there. */
export interface InsertedDocument {
  readonly documentId: string;
  readonly contentHash: string;
  readonly outcome: NewOutcome;
  readonly caseId: string | null;
  /** Null while nobody knows whose it is. */
  readonly clientCodeId: string | null;
  readonly channel: DocumentChannel | null;
  readonly isArchived: boolean;
}

/** Of these what its customer may see at once and has to be told of: nobody is told of an archive (WF-36). */
export function shownAmong(inserted: readonly InsertedDocument[]): readonly ShownDocument[] {
  return inserted.flatMap(({ outcome, documentId, clientCodeId, channel, isArchived }) =>
    outcome === 'published' && clientCodeId !== null && !isArchived
      ? [{ documentId, clientCodeId, channel }]
      : [],
  );
}

/** Inserts all of them. A number that somebody took just now is a duplicate key: nothing of the statement is written then. */
export async function insertDocuments(
  trx: Knex.Transaction,
  documents: readonly NewDocument[],
  inserting: Inserting,
): Promise<readonly InsertedDocument[]> {
  if (documents.length === 0) return [];
  const { ground, at } = inserting;
  const planned = documents.map((document) => {
    const { embargoUntil } = document.prepared;
    return { ...document, visibleFromAt: visibleFrom(embargoUntil, at, ground.policy.zone) };
  });
  await lockInvited(trx, documents, inserting);
  await trx('issued_documents').insert(planned.map((each) => documentRow(each, inserting)));
  const issued = documents.map(({ prepared, client }) => ({ documentId: prepared.documentId, client }));
  const channels = await settleChannels(trx, issued, inserting);
  const blobs = planned.flatMap(({ prepared: { pdf, ubl } }) => [pdf, ubl].filter((each) => each !== null));
  if (blobs.length > 0)
    await trx('blobs').insert(
      blobs.map(({ id, wrappedKey, sha256, bytes }) => ({
        ...{ id, issuer_id: ground.issuerId, wrapped_key: wrappedKey, sha256, bytes },
        created_at: toDb(at),
      })),
    );
  if (inserting.isArchived)
    await arriveAsRead(
      trx,
      planned.flatMap(({ prepared: { documentId }, client }) =>
        client === null ? [] : [{ documentId, clientCodeId: client.id }],
      ),
      at,
    );
  const cases = planned.flatMap((each) =>
    each.client === null || each.visibleFromAt !== null ? [caseFor(each, ground, at)] : [],
  );
  if (cases.length > 0) await trx('document_cases').insert(cases.map((each) => caseRow(each, ground)));
  const caseOf = new Map(cases.map(({ id, documentId }) => [documentId, id]));
  return planned.map(({ prepared, client, visibleFromAt }) => ({
    documentId: prepared.documentId,
    contentHash: prepared.contentHash,
    outcome: client === null ? 'quarantined' : visibleFromAt === null ? 'published' : 'embargoed',
    caseId: caseOf.get(prepared.documentId) ?? null,
    clientCodeId: client?.id ?? null,
    channel: channels.get(prepared.documentId) ?? null,
    isArchived: inserting.isArchived,
  }));
}

/** Whoever may have to be invited, before his row is read by a foreign key: two that read it could not both lock it. */
async function lockInvited(
  trx: Knex.Transaction,
  documents: readonly NewDocument[],
  { ground: { policy }, isArchived }: Inserting,
): Promise<void> {
  if (policy.access !== 'invitation' || isArchived) return;
  const ids = documents.flatMap(({ client }) => (client === null || client.isReceived ? [] : [client.id]));
  await lockClientCodes(trx, [...new Set(ids)]);
}

type Planned = NewDocument & { readonly visibleFromAt: Instant | null };

function documentRow({ prepared, client, corrects, visibleFromAt }: Planned, inserting: Inserting) {
  const { ground, runId, at } = inserting;
  const { data, documentId, contentHash, pdf, ubl } = prepared;
  return {
    id: documentId,
    issuer_id: ground.issuerId,
    client_code_id: client?.id ?? null,
    client_code: data.clientCode,
    number: data.number,
    kind: data.kind,
    issued_on: data.issuedOn,
    due_on: data.dueOn,
    total_cents: data.totalCents,
    currency: data.currency,
    refers_to: data.refersTo,
    channel: channelAtIssue(client, inserting),
    is_archived: inserting.isArchived,
    published_at: toDb(at),
    visible_from_at: toDbOrNull(visibleFromAt),
    corrects: corrects ?? null,
    pdf_blob_id: pdf?.id ?? null,
    ubl_blob_id: ubl?.id ?? null,
    content_hash: contentHash,
    run_id: runId,
    number_key: data.number,
  };
}

function caseFor(
  { prepared, client, visibleFromAt }: Planned,
  ground: PublishingGround,
  at: Instant,
): DocumentCase {
  return {
    id: uuidv7(),
    brand: '',
    issuerId: ground.issuerId,
    documentId: prepared.documentId,
    terms: caseTerms(ground.policy),
    version: 1,
    openedAt: at,
    needsClient: client === null,
    visibleFromAt,
    recalled: null,
    closed: null,
  };
}

/** A whole row of `document_cases`. */
export function caseRow(
  of: DocumentCase,
  { brandId, policySetId }: Pick<PublishingGround, 'brandId' | 'policySetId'>,
) {
  return {
    id: of.id,
    brand_id: brandId,
    issuer_id: of.issuerId,
    document_id: of.documentId,
    policy_set_id: policySetId,
    opened_at: toDb(of.openedAt),
    ...caseColumns(of),
  };
}
