import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import type { DocumentLocation, Trashing } from '../../domain/trashing.ts';
import { checkMove, purgeDueAt } from '../../domain/trashing.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import { policyOf, policySetInForce } from '../policy-sets.ts';
import { trashingColumns, trashTermsOf } from '../trashing-row.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';

interface DocumentRow {
  readonly id: string;
  readonly company_id: string;
  readonly location: DocumentLocation;
  readonly brand_id: string;
  readonly held_since_at: Date | null;
}

/**
 * A scan goes to the trash (PP-14): a row of its own with the instant of its purge, whatever happens to the paper.
 * Refuses `not-found`, `document.in-trash`, `document.purged`. A scan on hold may be trashed; its clock stands still.
 */
export const trashDocument =
  (knex: Knex) =>
  (documentId: string, actor: Actor, at: Instant, request: ChangeRequest): Promise<Trashing> =>
    change(knex, request, async (trx) => {
      const document = await lockDocument(trx, documentId);
      orThrow(checkMove(document.location));
      const trashing = await openTrashing(trx, document, at);
      await trx('documents')
        .where({ id: documentId })
        .update({ location: 'trash', changed_at: toDb(at), version: trx.raw('version + 1') });
      await appendEvent(trx, {
        kind: 'document.trashed',
        subjectType: 'document',
        subjectId: documentId,
        companyId: document.company_id,
        actor,
        at,
        body: { trashingId: trashing.id, purgeAt: trashing.purgeAt },
        wakes: { life: 'trashing', id: trashing.id },
      });
      return trashing;
    });

/** Moves a scan to the archive, where it stays (PP-13). Refuses `not-found`, `document.in-trash`, `document.purged`. */
export const archiveDocument =
  (knex: Knex) =>
  (documentId: string, actor: Actor, at: Instant, request: ChangeRequest): Promise<{ location: 'archive' }> =>
    change(knex, request, async (trx) => {
      const document = await lockDocument(trx, documentId);
      const { location } = document;
      orThrow(checkMove(location));
      if (location === 'archive') return { location };
      await trx('documents')
        .where({ id: documentId })
        .update({ location: 'archive', changed_at: toDb(at), version: trx.raw('version + 1') });
      await appendEvent(trx, {
        kind: 'document.archived',
        subjectType: 'document',
        subjectId: documentId,
        companyId: document.company_id,
        actor,
        at,
        body: {},
      });
      return { location: 'archive' };
    });

/** The mail item is locked first: lock order, and a hold on it covers its scan. */
async function lockDocument(trx: Knex.Transaction, documentId: string): Promise<DocumentRow> {
  const found = await trx('documents')
    .where({ id: documentId })
    .first<{ mail_item_id: string } | undefined>('mail_item_id');
  if (!found) throw new Refused(hidden);
  const item = await trx('mail_items')
    .where({ id: found.mail_item_id })
    .forUpdate()
    .first<Pick<DocumentRow, 'brand_id' | 'held_since_at'>>('brand_id', 'held_since_at');
  const document = await trx('documents')
    .where({ id: documentId })
    .forUpdate()
    .first<Pick<DocumentRow, 'id' | 'company_id' | 'location'>>('id', 'company_id', 'location');
  return { ...document, ...item };
}

/** The clock starts now: the policy in force counts, pinned with the row. Under a hold it stands still from now on. */
async function openTrashing(trx: Knex.Transaction, document: DocumentRow, at: Instant): Promise<Trashing> {
  const policySetId = await policySetInForce(trx, document.brand_id, at);
  const terms = trashTermsOf(await policyOf(trx, policySetId));
  const brand = await trx('brands')
    .where({ id: document.brand_id })
    .first<{ brand_key: string }>('brand_key');
  const trashing: Trashing = {
    id: uuidv7(),
    brand: brand.brand_key,
    companyId: document.company_id,
    documentId: document.id,
    terms,
    version: 1,
    trashedAt: at,
    purgeAt: purgeDueAt(at, terms),
    purgeCause: 'days',
    restoresTo: document.location === 'archive' ? 'archive' : 'inbox',
    heldSince: document.held_since_at === null ? null : at,
    purgingSince: null,
    closed: null,
  };
  await trx('trashings').insert({
    ...trashingColumns(trashing),
    id: trashing.id,
    brand_id: document.brand_id,
    company_id: document.company_id,
    document_id: document.id,
    policy_set_id: policySetId,
    trashed_at: toDb(at),
    restores_to: trashing.restoresTo,
  });
  return trashing;
}
