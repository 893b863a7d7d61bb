import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';
import type { RetainedRow, SweptClass, Warning } from '../queries/retention.ts';
import { isDue, retained } from '../queries/retention.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';
import { owePersonalNotice } from './personal-notices.ts';
import { lockClientCodes } from './write-activation-code.ts';

/** The sweep itself acts. */
const sweeper: Actor = { type: 'system', id: 'retention-sweep' };

/** Objects to be removed: their keys are gone already. */
export interface Destruction {
  readonly documentIds: readonly string[];
  readonly blobIds: readonly string[];
}

/**
 * First step: each document is asked again under lock, with its receptions and holds as they are now; its client code is
 * locked before it, so that a hold on that or a reception of it comes before or after. The keys of those that are due are destroyed, so that from this
 * commit on nobody can read them, whatever happens to their objects. One event with ids, hashes and rule is their record.
 */
export const beginDestruction =
  (knex: Knex) =>
  (documentIds: readonly string[], of: SweptClass, at: Instant): Promise<Destruction> =>
    change(knex, null, async (trx) => {
      const clientCodeIds = await clientCodesOf(trx, documentIds);
      await lockClientCodes(trx, clientCodeIds);
      await trx('issued_documents')
        .whereIn('id', [...documentIds])
        .orderBy('id')
        .forUpdate()
        .select('id');
      const rows = (await retained(trx)
        .whereIn('d.id', [...documentIds])
        .whereNull('d.destroying_since_at')) as RetainedRow[];
      const isLocked = ({ client_code_id: id }: RetainedRow) => id === null || clientCodeIds.includes(id);
      const due = rows.filter((row) => isDue(row, of) && isLocked(row));
      if (due.length === 0) return { documentIds: [], blobIds: [] };
      const ids = due.map(({ id }) => id);
      const blobIds = due.flatMap(({ pdf_blob_id: pdf, ubl_blob_id: ubl }) =>
        [pdf, ubl].filter((id) => id !== null),
      );
      await trx('issued_documents')
        .whereIn('id', ids)
        .update({ destroying_since_at: toDb(at) });
      await trx('blobs').whereIn('id', blobIds).update({ wrapped_key: null });
      await appendEvent(trx, {
        kind: 'issued-document.destroyed',
        subjectType: 'issuer',
        subjectId: of.issuerId,
        companyId: null,
        actor: sweeper,
        at,
        body: {
          rule: `X-02: ${String(of.kept.legalYears)} years by law, ${String(of.kept.displayYears)} shown, ${of.channel} ${of.kind}`,
          documents: due.map(({ id, content_hash: hash, issued_on: issuedOn }) => [id, hash, issuedOn]),
        },
      });
      return { documentIds: ids, blobIds };
    });

/** Of what somebody assigns meanwhile another one: the next sweep takes it. */
async function clientCodesOf(
  trx: Knex.Transaction,
  documentIds: readonly string[],
): Promise<readonly string[]> {
  return trx('issued_documents')
    .whereIn('id', [...documentIds])
    .whereNotNull('client_code_id')
    .distinct()
    .pluck('client_code_id');
}

/** Last step: the objects are gone. One statement of bookkeeping: the record was made with the keys. */
export const finishDestruction =
  (knex: Knex) =>
  ({ documentIds, blobIds }: Destruction, at: Instant): Promise<null> =>
    change(knex, null, async (trx) => {
      await trx('blobs')
        .whereIn('id', [...blobIds])
        .update({ destroyed_at: toDb(at) });
      await trx('issued_documents')
        .whereIn('id', [...documentIds])
        .update({ destroyed_at: toDb(at) });
      return null;
    });

/** One mail a person and day, however often the sweep runs. Returns whether it is owed by this change. */
export const warnOfDestruction =
  (knex: Knex) =>
  ({ userId, on, count }: Warning, at: Instant): Promise<boolean> =>
    change(knex, null, async (trx) => {
      const there: unknown = await trx('retention_warnings')
        .where({ user_id: userId, destroy_on: on })
        .forUpdate()
        .first('user_id');
      if (there !== undefined) return false;
      await trx('retention_warnings').insert({ user_id: userId, destroy_on: on, warned_at: toDb(at) });
      const facts = { count, destroyOn: on };
      const wakes = await owePersonalNotice(trx, { userId, kind: 'documents-ending', facts }, at);
      await appendEvent(trx, {
        kind: 'issued-documents.ending-told',
        subjectType: 'user',
        subjectId: userId,
        companyId: null,
        actor: sweeper,
        at,
        body: { count, destroyOn: on },
        wakes,
      });
      return true;
    });
