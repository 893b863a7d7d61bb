import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { DocumentNotice, Frequency } from '../../domain/document-notice.ts';
import { changeFrequency, closeNotice, planForNotice } from '../../domain/document-notice.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { isActDue } from '../../domain/next-act.ts';
import type { DocumentNoticeRow } from '../document-notice-row.ts';
import { noticeColumns, noticeFrom, openKey } from '../document-notice-row.ts';
import { toDb } from '../instants.ts';
import { stillSeen } from '../queries/document-notices.ts';
import { withOwed } from '../queries/owed-mails.ts';
import { lifeActor } from './actors.ts';
import type { Actor, NewEvent } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';
import { lockRow } from './lock-row.ts';
import { owePersonMail } from './owe-person-mail.ts';

type State = Owing<DocumentNotice>;

/** The life itself acts. */
export const noticeLife = lifeActor('document-notice');

/** It is due: one mail about what he may still see, or none. Asked again under lock. Returns the row as it stands. */
export const tellDocuments =
  (knex: Knex) =>
  (id: string, at: Instant): Promise<State> =>
    change(knex, null, async (trx) => {
      const { row, notice } = await lockNotice(trx, id);
      if (!isActDue(planForNotice(notice), 'tell', at)) return withOwed(trx, notice);
      const documents = await stillSeen(trx, row, at);
      const closed = closeNotice(notice, documents.length, at);
      if (documents.length > 0)
        await owePersonMail(trx, { life: 'document-notice', lifeId: id, kind: 'new-documents' }, at);
      const event = closed.closed?.outcome ?? 'told';
      return write(trx, row, closed, { event, actor: noticeLife }, at);
    });

/** The row as it stands: another frequency was chosen. */
export const readDocumentNotice =
  (knex: Knex) =>
  (id: string): Promise<State> =>
    change(knex, null, async (trx) => withOwed(trx, (await lockNotice(trx, id)).notice));

/** How often he wants to hear of new documents; what is gathered for him by now follows it. The same again changes nothing. */
export const setDocumentFrequency =
  (knex: Knex) =>
  (userId: string, frequency: Frequency, actor: Actor, at: Instant): Promise<null> =>
    change(knex, null, async (trx) => {
      await trx('document_frequencies')
        .insert({ user_id: userId, frequency, changed_at: toDb(at) })
        .onConflict('user_id')
        .merge();
      const rows = (await trx('document_notices')
        .where({ user_id: userId })
        .whereNull('closed_at')
        .whereNot({ frequency })
        .orderBy('id')
        .forUpdate()) as DocumentNoticeRow[];
      for (const row of rows) {
        const changed = changeFrequency(await noticeFrom(trx, row), frequency);
        const wakes = { life: 'document-notice-of', id: row.id };
        await write(trx, row, changed, { event: 'frequency-changed', actor, wakes }, at);
      }
      return null;
    });

async function lockNotice(trx: Knex.Transaction, id: string) {
  const row = await lockRow<DocumentNoticeRow>(trx, 'document_notices', id);
  return { row, notice: await noticeFrom(trx, row) };
}

async function write(
  trx: Knex.Transaction,
  { brand_id: brandId, user_id: userId }: DocumentNoticeRow,
  notice: DocumentNotice,
  { event, ...by }: Pick<NewEvent, 'actor' | 'wakes'> & { readonly event: string },
  at: Instant,
): Promise<State> {
  const { id, version, frequency, dueAt } = notice;
  await trx('document_notices')
    .where({ id })
    .update(noticeColumns(notice, openKey(brandId, userId)));
  await appendEvent(trx, {
    ...by,
    kind: `document-notice.${event}`,
    subjectType: 'document-notice',
    subjectId: id,
    companyId: null,
    at,
    body: { version, frequency, dueAt },
  });
  return withOwed(trx, notice);
}
