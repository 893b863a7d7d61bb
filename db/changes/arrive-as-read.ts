/** What comes to somebody late arrives as read (WF-36; IP-10): marks for what he sees now and did not see before. */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Sight } from '../../domain/issued-document.ts';
import { toDb } from '../instants.ts';
import { readings } from '../queries/readers.ts';
import { onlySeen } from '../queries/sights.ts';

/** Documents `d` that these sights show and those before did not. */
export function newlySeen(
  trx: Knex.Transaction,
  before: readonly Sight[],
  now: readonly Sight[],
  at: Instant,
): Knex.QueryBuilder {
  const codes = new Set(now.map(({ clientCodeId }) => clientCodeId));
  const known = before.filter(({ clientCodeId }) => codes.has(clientCodeId));
  const query = onlySeen(trx('issued_documents as d'), now, at);
  if (known.length === 0) return query;
  return query.whereNotIn('d.id', onlySeen(trx('issued_documents as d'), known, at).select('d.id'));
}

/** So many rows in one statement. */
const chunk = 1_000;

/** Marks them as read by that person; a mark that is there stays as it is. */
export async function markAsRead(
  trx: Knex.Transaction,
  userId: string,
  documentIds: readonly string[],
  at: Instant,
): Promise<void> {
  for (let from = 0; from < documentIds.length; from += chunk)
    await trx('issued_document_reads')
      .insert(
        documentIds
          .slice(from, from + chunk)
          .map((id) => ({ user_id: userId, document_id: id, read_at: toDb(at) })),
      )
      .onConflict(['user_id', 'document_id'])
      .ignore();
}

/** Documents out of an issuer's older archive: read by everybody who sees their client codes by now. */
export async function arriveAsRead(
  trx: Knex.Transaction,
  documents: readonly { readonly documentId: string; readonly clientCodeId: string }[],
  at: Instant,
): Promise<void> {
  const codes = [...new Set(documents.map(({ clientCodeId }) => clientCodeId))];
  const ofReader = new Map<string, Set<string>>();
  for (const { userId, clientCodeId } of codes.length === 0 ? [] : await readings(trx, codes))
    ofReader.set(userId, (ofReader.get(userId) ?? new Set()).add(clientCodeId));
  for (const [userId, seen] of ofReader) {
    const his = documents.filter(({ clientCodeId }) => seen.has(clientCodeId));
    await markAsRead(
      trx,
      userId,
      his.map(({ documentId }) => documentId),
      at,
    );
  }
}
