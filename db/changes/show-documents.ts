import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { documentPolicyOf, policySetInForce } from '../policy-sets.ts';
import type { NewEvent } from './append-event.ts';
import type { InvitingGround } from './invite-by-documents.ts';
import { inviteByDocuments } from './invite-by-documents.ts';
import type { ShownDocument } from './notice-documents.ts';
import { noticeDocuments } from './notice-documents.ts';

/**
 * Documents have become visible: who receives them is told, and where nobody does its main contact is invited (WF-33, WF-34).
 * Returns the events that the caller appends last (lock order).
 */
export async function showDocuments(
  trx: Knex.Transaction,
  shown: readonly ShownDocument[],
  ground: InvitingGround,
  at: Instant,
): Promise<readonly NewEvent[]> {
  if (shown.length === 0) return [];
  const clientCodeIds = shown.map(({ clientCodeId }) => clientCodeId);
  const invited = await inviteByDocuments(trx, clientCodeIds, ground, at);
  return [...invited, ...(await noticeDocuments(trx, shown, ground, at))];
}

interface Waiting {
  readonly client_code_id: string | null;
  readonly channel: ShownDocument['channel'];
  readonly is_archived: number;
}

/** The same for a document that waited: an embargo is over, or it was assigned. Nobody is told of an archive (WF-36). */
export async function showWaiting(
  trx: Knex.Transaction,
  documentId: string,
  brandId: string,
  at: Instant,
): Promise<readonly NewEvent[]> {
  const row = await trx('issued_documents')
    .where({ id: documentId })
    .first<Waiting>('client_code_id', 'channel', 'is_archived');
  if (row.client_code_id === null || row.is_archived === 1) return [];
  const policySetId = await policySetInForce(trx, brandId, at);
  const ground = { brandId, policySetId, policy: await documentPolicyOf(trx, policySetId) };
  const shown = { documentId, clientCodeId: row.client_code_id, channel: row.channel };
  return showDocuments(trx, [shown], ground, at);
}
