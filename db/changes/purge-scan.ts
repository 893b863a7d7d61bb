import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Trashing } from '../../domain/trashing.ts';
import { isPurgeDue } from '../../domain/trashing.ts';
import { toDb } from '../instants.ts';
import { change } from './change.ts';
import { lockTrashing, trashingLife, writeTrashing } from './write-trashing.ts';

/** Which object is to be removed, or that nothing is: the trashing has moved on. */
export interface PurgeIntent {
  readonly trashing: Trashing;
  readonly blobId: string | null;
}

/**
 * First step of a purge (WF-15): under the row's lock the purge is asked again; then the key is destroyed with the
 * intent, so that from this commit on nobody can read the scan, whatever happens to its object. A repeat after a
 * crash finds the intent and names the same object.
 */
export const beginPurge =
  (knex: Knex) =>
  (trashingId: string, at: Instant): Promise<PurgeIntent> =>
    change(knex, null, async (trx) => {
      const { trashing, hasMoved } = await lockTrashing(trx, trashingId, at);
      const isBegun = trashing.purgingSince !== null && trashing.closed === null;
      if (!isBegun && !isPurgeDue(trashing, at)) {
        const kind = trashing.heldSince === null ? 'released' : 'held';
        if (hasMoved) await writeTrashing(trx, trashing, kind, {}, { actor: trashingLife, at });
        return { trashing, blobId: null };
      }
      const document = await trx('documents')
        .where({ id: trashing.documentId })
        .first<{ blob_id: string }>('blob_id');
      if (isBegun) return { trashing, blobId: document.blob_id };
      await trx('trashings')
        .where({ id: trashingId })
        .update({ purging_since_at: toDb(at) });
      await trx('blobs').where({ id: document.blob_id }).update({ wrapped_key: null });
      return { trashing: { ...trashing, purgingSince: at }, blobId: document.blob_id };
    });

/** Last step: the object is gone; the destruction record (hash, rule, time) joins the event chain. */
export const finishPurge =
  (knex: Knex) =>
  (trashingId: string, at: Instant): Promise<Trashing> =>
    change(knex, null, async (trx) => {
      const { trashing } = await lockTrashing(trx, trashingId, at);
      if (trashing.closed !== null || trashing.purgingSince === null) return trashing;
      const record = await trx('documents as d')
        .join('blobs as b', 'b.id', 'd.blob_id')
        .join('trashings as t', 't.document_id', 'd.id')
        .where('t.id', trashingId)
        .first<{ blob_id: string; sha256: string; purge_rule: string }>(
          'd.blob_id',
          'b.sha256',
          't.purge_rule',
        );
      await trx('blobs')
        .where({ id: record.blob_id })
        .update({ destroyed_at: toDb(at) });
      const version = trashing.version + 1;
      const purged = { ...trashing, version, closed: { outcome: 'purged' as const, at } };
      const facts = { blobId: record.blob_id, sha256: record.sha256, rule: record.purge_rule };
      return writeTrashing(trx, purged, 'purged', facts, { actor: trashingLife, at });
    });
