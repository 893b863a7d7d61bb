/** What is gathered for readers, and what the mail about it is made from (IP-09, UP-13). */
import type { Knex } from 'knex';
import type { Instant, Zone } from '../../domain/calendar.ts';
import type { DocumentNotice, Frequency } from '../../domain/document-notice.ts';
import type { Owing } from '../../domain/life-rows.ts';
import type { DocumentNoticeRow } from '../document-notice-row.ts';
import { noticeFrom } from '../document-notice-row.ts';
import { fromDb } from '../instants.ts';
import { ofClientCode } from './issuers.ts';
import { withOwed } from './owed-mails.ts';
import type { PersonNotice } from './person-notices.ts';
import { onlySeen, sightsOf } from './sights.ts';

/** The notice as it stands, or null. */
export async function documentNoticeById(knex: Knex, id: string): Promise<Owing<DocumentNotice> | null> {
  const row = await knex('document_notices').where({ id }).first<DocumentNoticeRow | undefined>();
  return row === undefined ? null : withOwed(knex, await noticeFrom(knex, row));
}

interface SeenDocument {
  readonly clientCode: string;
  readonly issuerName: string;
}

/** Of what was gathered, what he may still see: not withdrawn, not destroyed, still received by or shared with him. */
export async function stillSeen(
  knex: Knex,
  { id, user_id: userId }: Pick<DocumentNoticeRow, 'id' | 'user_id'>,
  at: Instant,
): Promise<readonly SeenDocument[]> {
  const gathered = knex('noticed_documents as n')
    .join('issued_documents as d', 'd.id', 'n.document_id')
    .join('users as u', (join) => join.on('u.id', '=', knex.raw('?', [userId])).onNull('u.deactivated_at'))
    .join('client_codes as c', 'c.id', 'd.client_code_id')
    .join('issuer_prefixes as p', ofClientCode)
    .where('n.notice_id', id)
    .orderBy(['c.code', 'd.id'])
    .select({ clientCode: 'c.code', issuerName: 'p.name' });
  return (await onlySeen(gathered, await sightsOf(knex, userId, at), at)) as SeenDocument[];
}

/** How many there are for which customer number, in his language; never what is in them. */
export async function newDocumentsNotice(knex: Knex, id: string): Promise<PersonNotice | null> {
  const row = await knex('document_notices as n')
    .join('brands as b', 'b.id', 'n.brand_id')
    .join('users as u', 'u.id', 'n.user_id')
    .where('n.id', id)
    .first<
      (DocumentNoticeRow & { zone: Zone; brand_name: string; email: string; language: string }) | undefined
    >('n.*', 'b.zone', 'b.name as brand_name', 'u.email', 'u.language');
  if (row?.closed_at == null) return null;
  const documents = await stillSeen(knex, row, fromDb(row.closed_at));
  if (documents.length === 0) return null;
  const counts = new Map<string, number>();
  for (const { issuerName, clientCode } of documents) {
    const number = `${issuerName}, ${clientCode}`;
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return {
    recipients: [{ email: row.email, language: row.language }],
    facts: {
      zone: row.zone,
      brandName: row.brand_name,
      count: documents.length,
      lines: [...counts].map(([number, count]) => `${number}: ${String(count)}`),
    },
    link: null,
    isAtMostOnce: false,
    receptionIds: await ownReceptionsOf(knex, row),
  };
}

/** Of what was gathered, what he receives himself by now: a mailbox with which it is shared says nothing of his. */
function ownReceptionsOf(
  knex: Knex,
  { id, user_id: userId }: Pick<DocumentNoticeRow, 'id' | 'user_id'>,
): Promise<string[]> {
  return knex('noticed_documents as n')
    .join('issued_documents as d', 'd.id', 'n.document_id')
    .join('receptions as r', 'r.active_key', 'd.client_code_id')
    .join('recipient_accounts as a', 'a.id', 'r.account_id')
    .where({ 'n.notice_id': id, 'a.main_contact_id': userId })
    .distinct()
    .orderBy('r.id')
    .pluck('r.id');
}

export interface GatheringNotice {
  readonly brandName: string;
  readonly zone: Zone;
  readonly frequency: Frequency;
  readonly dueAt: Instant;
}

/** What he has chosen, null while he has not; and what he will be told next. */
export async function ownNotices(
  knex: Knex,
  userId: string,
): Promise<{ readonly chosen: Frequency | null; readonly gathering: readonly GatheringNotice[] }> {
  const chosen = await knex('document_frequencies')
    .where({ user_id: userId })
    .first<{ frequency: Frequency } | undefined>('frequency');
  const rows: (Omit<GatheringNotice, 'dueAt'> & { readonly due_at: Date })[] = await knex(
    'document_notices as n',
  )
    .join('brands as b', 'b.id', 'n.brand_id')
    .where({ 'n.user_id': userId, 'n.closed_at': null })
    .orderBy(['n.due_at', 'n.id'])
    .select({ brandName: 'b.name', zone: 'b.zone', frequency: 'n.frequency' })
    .select('n.due_at');
  return {
    chosen: chosen?.frequency ?? null,
    gathering: rows.map(({ due_at: dueAt, ...row }) => ({ ...row, dueAt: fromDb(dueAt) })),
  };
}
