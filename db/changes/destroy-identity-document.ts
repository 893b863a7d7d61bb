import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { IdentityCheck } from '../../domain/identity-check.ts';
import { documentGone } from '../../domain/identity-check.ts';
import { toDb } from '../instants.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';
import { identityLife, lockIdentityCheck, writeIdentityCheck } from './write-identity-check.ts';

/** Which object is to be removed, or that none is. */
export interface DestructionIntent {
  readonly check: IdentityCheck;
  readonly documentId: string | null;
}

/** The intent was written with the result; a repeat after a crash finds it and names the same object (WF-19). */
export const documentToDestroy =
  (knex: Knex) =>
  (checkId: string): Promise<DestructionIntent> =>
    change(knex, null, async (trx) => {
      const { check } = await lockIdentityCheck(trx, checkId);
      return { check, documentId: check.destroyingSince === null ? null : check.documentId };
    });

/** The object is gone: the destruction record joins the chain, and the check ends or awaits another document. */
export const finishDestruction =
  (knex: Knex) =>
  (checkId: string, at: Instant): Promise<IdentityCheck> =>
    change(knex, null, async (trx) => {
      const { check } = await lockIdentityCheck(trx, checkId);
      if (check.destroyingSince === null || check.documentId === null) return check;
      const facts = await markDestroyed(trx, check.documentId, at);
      const gone = documentGone(check, at);
      return writeIdentityCheck(
        trx,
        gone,
        { event: 'document-destroyed', facts },
        { actor: identityLife, at },
      );
    });

/**
 * A stray: a document whose check is over or never took it. Its object is gone; key and row follow, with a record. False
 * when somebody else was there first.
 */
export const destroyStray =
  (knex: Knex) =>
  (documentId: string, at: Instant): Promise<boolean> =>
    change(knex, null, async (trx) => {
      const row = await trx('identity_documents')
        .where({ id: documentId, destroyed_at: null })
        .forUpdate()
        .first<{ check_id: string } | undefined>('check_id');
      if (row === undefined) return false;
      await trx('identity_document_keys').where({ document_id: documentId }).delete();
      const facts = await markDestroyed(trx, documentId, at);
      await appendEvent(trx, {
        kind: 'identity-check.stray-destroyed',
        subjectType: 'identity-check',
        subjectId: row.check_id,
        companyId: null,
        actor: identityLife,
        at,
        body: facts,
      });
      return true;
    });

/** What the record says: which document, what it was by its hash, by which rule. */
async function markDestroyed(trx: Knex.Transaction, documentId: string, at: Instant) {
  const { sha256 } = await trx('identity_documents')
    .where({ id: documentId })
    .first<{ sha256: string }>('sha256');
  const marked = await trx('identity_documents')
    .where({ id: documentId, destroyed_at: null })
    .update({ destroyed_at: toDb(at) });
  // One record a document: the sweep may have been here first.
  return marked === 0
    ? { documentId }
    : { documentId, sha256, rule: 'SE-03: no copy of an identity document is kept' };
}
