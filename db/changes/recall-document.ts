/** An issuer takes a document back, or puts another one in its place; who could see it is told (WF-33). */
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import { dayOf } from '../../domain/calendar.ts';
import type { DocumentCase } from '../../domain/document-case.ts';
import { correctCase } from '../../domain/document-case.ts';
import type { RecallWord } from '../../domain/document-recall.ts';
import { recallWords, staysArchived, takesItsPlace } from '../../domain/document-recall.ts';
import {
  checkCorrectable,
  checkCorrection,
  checkInForce,
  isOut,
  visibleFrom,
} from '../../domain/issued-document.ts';
import type { DocumentStanding } from '../../domain/issued-document.ts';
import { orThrow, Refused, refuseState, refuseValue } from '../../domain/verdict.ts';
import type { DocumentCaseRow } from '../document-case-row.ts';
import { caseColumns, caseFromRow, caseTerms } from '../document-case-row.ts';
import { toDb } from '../instants.ts';
import type { DocumentRow } from '../issued-document-row.ts';
import { standingFrom } from '../issued-document-row.ts';
import type { PublishingGround } from '../queries/publishing.ts';
import { clientsByCode } from '../queries/publishing.ts';
import type { Actor, NewEvent } from './append-event.ts';
import { appendEvent, appendEvents } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import type { PreparedDocument } from './insert-documents.ts';
import { caseRow, insertDocuments, shownAmong } from './insert-documents.ts';
import { lockRow } from './lock-row.ts';
import { owePersonMail } from './owe-person-mail.ts';
import { showDocuments } from './show-documents.ts';

const asWithdrawn = { outcome: 'withdrawn', words: ['withdrawn'] } as const;

interface Recall {
  readonly documentId: string;
  readonly ground: PublishingGround;
  readonly actor: Actor;
  readonly at: Instant;
}

/**
 * Nobody sees it from the commit on; a download that has begun ends. Refuses `issued-document.withdrawn`, `issued-document.destroyed`,
 * and `document-case.waiting` for one that its case takes back.
 */
export const withdrawDocument =
  (knex: Knex) =>
  (recall: Recall, request: ChangeRequest): Promise<{ readonly documentId: string }> =>
    change(knex, request, async (trx) => {
      const document = await lockDocument(trx, recall.documentId);
      orThrow(checkInForce(document.standing));
      await appendEvent(trx, await takeBack(trx, document, asWithdrawn, recall));
      return { documentId: recall.documentId };
    });

/**
 * The corrected document takes the number over; the one before stays on record, and is withdrawn unless it was: what waits closes
 * its case by it. Of the same issuer and number only; what is refused changes nothing. Refuses `issued-document.superseded`,
 * `issued-document.destroyed`, `issued-document.other-number`, `issued-document.unchanged`, `document-case.waiting`.
 */
export const correctDocument =
  (knex: Knex) =>
  (
    recall: Recall,
    prepared: PreparedDocument,
    request: ChangeRequest,
  ): Promise<{ readonly documentId: string }> =>
    change(knex, request, async (trx) => {
      const { ground, actor, at, documentId } = recall;
      const before = await lockDocument(trx, documentId);
      orThrow(checkCorrectable({ ...before.standing, holdsNumber: before.row.number_key !== null }));
      if (before.row.number !== prepared.data.number)
        throw new Refused(
          refuseValue('issued-document.other-number', { field: 'number', number: before.row.number }),
        );
      const visibleFromAt = visibleFrom(prepared.embargoUntil, at, ground.policy.zone);
      const { contentHash } = prepared;
      const holder = { ...before.standing, id: documentId, contentHash: before.row.content_hash };
      orThrow(checkCorrection(holder, { contentHash, visibleFromAt }, at));
      const isInForce = before.standing.withdrawnAt === null;
      const closed = isInForce ? await closeWaiting(trx, before, recall) : null;
      const wasSeen = isInForce && closed === null;
      const clients = await clientsByCode(trx, ground.issuerId, [prepared.data.clientCode]);
      const client = clients.get(prepared.data.clientCode) ?? null;
      const isInPlace = takesItsPlace(before.standing, { clientCodeId: client?.id ?? null, visibleFromAt });
      const words: readonly RecallWord[] = isInPlace ? recallWords : ['withdrawn'];
      const recalled = wasSeen
        ? await takeBack(trx, before, { outcome: 'corrected', words }, recall)
        : closed;
      await trx('issued_documents').where({ id: documentId }).update({ number_key: null });
      const { data, embargoUntil } = prepared;
      const of = { ...before.standing, isArchived: before.row.is_archived === 1 };
      const [inserted] = await insertDocuments(trx, [{ prepared, client, corrects: documentId }], {
        ...{ ground, runId: null, at },
        isArchived: staysArchived(of, { ...data, embargoUntil }, dayOf(at, ground.policy.zone)),
      });
      const shown = shownAmong(inserted === undefined ? [] : [inserted]).map((each) =>
        wasSeen && isInPlace ? { ...each, channel: null } : each,
      );
      const events = await showDocuments(trx, shown, ground, at);
      const corrected: NewEvent = {
        kind: 'issued-document.corrected',
        subjectType: 'issued-document',
        subjectId: prepared.documentId,
        companyId: null,
        actor,
        at,
        body: { corrects: documentId, contentHash },
        ...(inserted?.caseId && { wakes: { life: 'document-case', id: inserted.caseId } }),
      };
      await appendEvents(trx, null, [...(recalled === null ? [] : [recalled]), corrected, ...events]);
      return { documentId: prepared.documentId };
    });

interface LockedDocument {
  readonly row: DocumentRow;
  readonly standing: DocumentStanding;
}

async function lockDocument(trx: Knex.Transaction, id: string): Promise<LockedDocument> {
  const row = await lockRow<DocumentRow>(trx, 'issued_documents', id);
  return { row, standing: standingFrom(row) };
}

/**
 * Null when it is not waiting. Before anybody was told of it nobody has to be told that it is gone; its life is, by the event that
 * the caller appends last (lock order).
 */
async function closeWaiting(
  trx: Knex.Transaction,
  { row }: LockedDocument,
  { actor, at }: Recall,
): Promise<NewEvent | null> {
  const waiting = await trx('document_cases')
    .where({ open_key: row.id })
    .forUpdate()
    .first<DocumentCaseRow | undefined>();
  if (waiting === undefined) return null;
  const of = correctCase(await caseFromRow(trx, waiting), at);
  await trx('issued_documents')
    .where({ id: row.id })
    .update({ withdrawn_at: toDb(at) });
  await trx('document_cases').where({ id: of.id }).update(caseColumns(of));
  return {
    kind: 'document-case.corrected',
    subjectType: 'document-case',
    subjectId: of.id,
    companyId: null,
    actor,
    at,
    body: { version: of.version, documentId: row.id },
    wakes: { life: 'document-case-of', id: of.id },
  };
}

/**
 * Withdrawn with a case that tells those who could see it, each by the word that is his; woken by the event that the caller appends
 * last; what waits for something else is its own case's to take back.
 */
async function takeBack(
  trx: Knex.Transaction,
  { row, standing }: LockedDocument,
  { outcome, words }: { readonly outcome: RecallWord; readonly words: readonly RecallWord[] },
  { ground, actor, at }: Recall,
): Promise<NewEvent> {
  const open: unknown = await trx('document_cases').where({ open_key: row.id }).first('id');
  if (open !== undefined || !isOut(standing, at)) throw new Refused(refuseState('document-case.waiting'));
  const of: DocumentCase = {
    id: uuidv7(),
    brand: '',
    issuerId: row.issuer_id,
    documentId: row.id,
    terms: caseTerms(ground.policy),
    version: 1,
    openedAt: at,
    needsClient: false,
    visibleFromAt: null,
    recalled: { outcome, at },
    closed: null,
  };
  await trx('issued_documents')
    .where({ id: row.id })
    .update({ withdrawn_at: toDb(at) });
  await trx('document_cases').insert(caseRow(of, ground));
  for (const word of words) {
    const kind = `issued-document-${word}`;
    await owePersonMail(trx, { life: 'document-case', lifeId: of.id, kind }, at);
  }
  return {
    kind: 'issued-document.withdrawn',
    subjectType: 'issued-document',
    subjectId: row.id,
    companyId: null,
    actor,
    at,
    body: { outcome, caseId: of.id },
    wakes: { life: 'document-case', id: of.id },
  };
}
