import type { Knex } from 'knex';
import type { Trashing } from '../../domain/trashing.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import type { TrashingRow } from '../trashing-row.ts';
import { trashingColumns, trashingFrom } from '../trashing-row.ts';
import { appendEvent } from './append-event.ts';
import type { Doing } from './write-mail-item.ts';

/** The trashing with its row locked until commit. Refuses `not-found`. */
export async function lockTrashing(trx: Knex.Transaction, trashingId: string): Promise<Trashing> {
  const row = await trx('trashings').where({ id: trashingId }).forUpdate().first<TrashingRow | undefined>();
  if (row === undefined) throw new Refused(hidden);
  return trashingFrom(trx, row);
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
