import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Trashing } from '../../domain/trashing.ts';
import { followHold } from '../../domain/trashing.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { fromDbOrNull, toDb } from '../instants.ts';
import type { TrashingRow } from '../trashing-row.ts';
import { trashingColumns, trashingFrom } from '../trashing-row.ts';
import { lifeActor } from './actors.ts';
import { appendEvent } from './append-event.ts';
import type { Doing } from './write-mail-item.ts';

export const trashingLife = lifeActor('trashing');

/**
 * The trashing with its row and its mail item locked until commit. A hold set on the item or released counts from
 * this instant, whether or not the life has heard of it; `hasMoved` says that it was news. Refuses `not-found`.
 */
export async function lockTrashing(
  trx: Knex.Transaction,
  trashingId: string,
  at: Instant,
): Promise<{ trashing: Trashing; hasMoved: boolean }> {
  const item = await trx('trashings as t')
    .join('documents as d', 'd.id', 't.document_id')
    .where('t.id', trashingId)
    .first<{ mail_item_id: string } | undefined>('d.mail_item_id');
  if (item === undefined) throw new Refused(hidden);
  const held = await trx('mail_items')
    .where({ id: item.mail_item_id })
    .forUpdate()
    .first<{ held_since_at: Date | null }>('held_since_at');
  const row = await trx('trashings').where({ id: trashingId }).forUpdate().first<TrashingRow>();
  const written = await trashingFrom(trx, row);
  const trashing = written.closed ? written : followHold(written, fromDbOrNull(held.held_since_at), at);
  return { trashing, hasMoved: trashing !== written };
}

/** Writes the trashing as a rule left it, where its document lies, and the event. Returns the row as it now stands. */
export async function writeTrashing(
  trx: Knex.Transaction,
  trashing: Trashing,
  kind: string,
  facts: object,
  doing: Doing,
): Promise<Trashing> {
  await trx('trashings').where({ id: trashing.id }).update(trashingColumns(trashing));
  if (trashing.closed !== null) {
    const location = trashing.closed.outcome === 'purged' ? 'destroyed' : trashing.restoresTo;
    await trx('documents')
      .where({ id: trashing.documentId })
      .update({ location, changed_at: toDb(doing.at), version: trx.raw('version + 1') });
  }
  await appendEvent(trx, {
    kind: `document.${kind}`,
    subjectType: 'document',
    subjectId: trashing.documentId,
    companyId: trashing.companyId,
    actor: doing.actor,
    at: doing.at,
    body: { trashingId: trashing.id, purgeAt: trashing.purgeAt, ...facts },
    ...(doing.command && { wakes: { life: 'trashing', id: trashing.id }, command: doing.command }),
  });
  return trashing;
}
