/** New documents are noticed for everybody who may see them: told later, together, by the frequency each has chosen (IP-09, UP-13). */
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import type { DocumentNotice, Frequency } from '../../domain/document-notice.ts';
import { noticeDueAt, noticeTerms } from '../../domain/document-notice.ts';
import type { DocumentChannel } from '../../domain/issued-document.ts';
import { brandKeyOf } from '../brand-keys.ts';
import { noticeColumns, openKey } from '../document-notice-row.ts';
import { toDb } from '../instants.ts';
import { readings } from '../queries/readers.ts';
import type { NewEvent } from './append-event.ts';
import type { InvitingGround } from './invite-by-documents.ts';
import { noticeLife } from './tell-documents.ts';

/** A document that its customer may see from now on. */
export interface ShownDocument {
  readonly documentId: string;
  readonly clientCodeId: string;
  readonly channel: DocumentChannel | null;
}

/**
 * In as many statements for a hundred documents as for one. What goes out on paper is no news here. Returns the events that the
 * caller appends last (lock order).
 */
export async function noticeDocuments(
  trx: Knex.Transaction,
  shown: readonly ShownDocument[],
  ground: InvitingGround,
  at: Instant,
): Promise<readonly NewEvent[]> {
  const electronic = shown.filter(({ channel }) => channel === 'electronic');
  if (electronic.length === 0) return [];
  const documents = new Map<string, ShownDocument[]>();
  for (const each of electronic)
    documents.set(each.clientCodeId, [...(documents.get(each.clientCodeId) ?? []), each]);
  const read = await readings(trx, [...documents.keys()]);
  const people = [...new Set(read.map(({ userId }) => userId))];
  const { notices, events } = await noticesFor(trx, people, ground, at);
  const pairs = read.flatMap(({ userId, clientCodeId }) => {
    const noticeId = notices.get(userId);
    if (noticeId === undefined) return [];
    return (documents.get(clientCodeId) ?? []).map(({ documentId }) => ({
      notice_id: noticeId,
      document_id: documentId,
    }));
  });
  if (pairs.length > 0) await trx('noticed_documents').insert(pairs).onConflict().ignore();
  return events;
}

/** By person, the notice that gathers for him: the open one, which stays open until this change is through, or a new one. */
async function noticesFor(
  trx: Knex.Transaction,
  userIds: readonly string[],
  { brandId, policySetId, policy }: InvitingGround,
  at: Instant,
): Promise<{ readonly notices: ReadonlyMap<string, string>; readonly events: readonly NewEvent[] }> {
  const people: { id: string; frequency: Frequency | null }[] = await trx('users as u')
    .leftJoin('document_frequencies as f', 'f.user_id', 'u.id')
    .whereIn('u.id', [...userIds])
    .whereNull('u.deactivated_at')
    .orderBy('u.id')
    .select('u.id', 'f.frequency');
  if (people.length === 0) return { notices: new Map(), events: [] };
  const terms = noticeTerms(policy);
  const brand = await brandKeyOf(trx, brandId);
  const born = people.map(({ id: userId, frequency: chosen }) => {
    const frequency = chosen ?? terms.frequency;
    const dueAt = noticeDueAt(frequency, at, terms);
    const life = { id: uuidv7(), brand, terms, version: 1, openedAt: at, closed: null };
    const notice: DocumentNotice = { ...life, frequency, dueAt };
    return { userId, notice };
  });
  const keys = born.map(({ userId }) => openKey(brandId, userId));
  await trx('document_notices')
    .insert(
      born.map(({ userId, notice }) => ({
        ...{ id: notice.id, brand_id: brandId, user_id: userId, policy_set_id: policySetId },
        ...{ opened_at: toDb(at), ...noticeColumns(notice, openKey(brandId, userId)) },
      })),
    )
    .onConflict('open_key')
    // Written as it is: the row is locked all the same, so that its life does not close it under our hands.
    .merge(['open_key']);
  const rows: { id: string; user_id: string }[] = await trx('document_notices')
    .whereIn('open_key', keys)
    .select('id', 'user_id');
  const notices = new Map(rows.map(({ id, user_id: userId }) => [userId, id]));
  const events = born
    .filter(({ userId, notice }) => notices.get(userId) === notice.id)
    .map(({ notice: { id, dueAt, frequency } }) => ({
      kind: 'document-notice.opened',
      ...{ subjectType: 'document-notice', subjectId: id, companyId: null, actor: noticeLife, at },
      ...{ body: { version: 1, frequency, dueAt }, wakes: { life: 'document-notice', id } },
    }));
  return { notices, events };
}
