/** What goes out while a reception ends or moves: each document by one channel, and to whom it belongs (WF-32, WF-33, WF-36, WF-37). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { showHistoryPage } from '../../db/changes/carry-out-backfill.ts';
import { commandReception } from '../../db/changes/command-reception.ts';
import { publishDocument } from '../../db/changes/publish-documents.ts';
import { publishingGround } from '../../db/queries/publishing.ts';
import type { Instant } from '../../domain/calendar.ts';
import { databaseSetting } from '../support/database-setting.ts';
import { aPrepared } from '../support/publication-stories.ts';
import type { SharedScene } from '../support/sharing-stories.ts';
import { requestAt } from '../support/requests.ts';
import { aSharedScene, later, seenBy } from '../support/sharing-stories.ts';
import { atStatement } from '../support/stops.ts';
import { until } from '../support/wait.ts';
import { migratedDatabase } from './own-database.ts';
import type { OwnDatabase } from './own-database.ts';

let database: OwnDatabase;
beforeAll(async () => {
  database = await migratedDatabase();
});
afterAll(() => database.drop());

const scene = (plan?: Parameters<typeof aSharedScene>[1]) =>
  aSharedScene(databaseSetting(database.knex), plan);
const channelOf = async (id: string) => {
  const { channel } = await database.knex('issued_documents').where({ id }).first<{ channel: string }>();
  return channel;
};

/** As its issuer does: one invoice for that client code. */
async function publish({ issuerId }: SharedScene, code: string, at: Instant): Promise<string> {
  const { knex } = database;
  const ground = await publishingGround(knex, issuerId, at);
  const client = await knex('client_codes').where({ id: code }).first<{ code: string }>('code');
  const prepared = aPrepared({ clientCode: client.code, embargoUntil: null });
  const delivery = { ground, actor: { type: 'issuer', id: issuerId } as const };
  const taken = { number: prepared.data.number, prepared };
  const { documentId } = await publishDocument(knex, () => at)(taken, delivery, requestAt(at));
  return documentId;
}

async function optOut({ mainContactId }: SharedScene, code: string, at: Instant): Promise<void> {
  const { id } = await database.knex('receptions').where({ active_key: code }).first<{ id: string }>('id');
  const actor = { type: 'user', id: mainContactId } as const;
  await commandReception(database.knex, 'optOut')({ receptionId: id, actor, request: requestAt(at) });
}

/** Somebody waits for what that statement locks. */
const waits = (statement: string) =>
  until(`somebody waits in ${statement}`, async () => (await atStatement(database.knex, statement)) > 0);

test('published while an opt-out is on its way: it went out electronically, and is his; the next goes on paper', async () => {
  const of = await scene({ shown: true });
  const [code = ''] = of.codes;
  const meanwhile = await publish(of, code, '2027-02-03T09:00:05.000Z');
  await optOut(of, code, later);
  const next = await publish(of, code, '2027-02-03T09:00:06.000Z');
  expect([await channelOf(meanwhile), await channelOf(next)]).toEqual(['electronic', 'paper']);
  const seen = await seenBy(database.knex, of.mainContactId);
  expect([seen.includes(meanwhile), seen.includes(next)]).toEqual([true, false]);
});

test('looked up before an opt-out and written after it: it goes out on paper', async () => {
  const of = await scene({ shown: true });
  const [code = ''] = of.codes;
  const paused = await database.knex.transaction();
  try {
    await paused('issuers').where({ id: of.issuerId }).forUpdate().first();
    const published = publish(of, code, '2027-02-03T09:00:05.000Z');
    await waits('insert into `issued_documents`%');
    await optOut(of, code, later);
    await paused.rollback();
    expect(await channelOf(await published)).toBe('paper');
  } finally {
    if (!paused.isCompleted()) await paused.rollback();
  }
});

test('a page of the past that waited for a merge comes to who has the number now, as read', async () => {
  const { knex } = database;
  const of = await scene({ pageDocuments: 3 });
  const [code = ''] = of.codes;
  const [userId, accountId] = [uuidv7(), uuidv7()];
  const email = `${userId}@receiver.example`;
  await knex('users').insert({ id: userId, username: email, email, name: 'Another', language: 'en' });
  const account = { id: accountId, brand_id: of.brandId, main_contact_id: userId, kind: 'b2b' };
  await knex('recipient_accounts').insert({
    ...account,
    company_name: 'Another garage',
    created_at: new Date(later),
  });
  const merging = await knex.transaction();
  try {
    await merging('recipient_accounts').where({ id: of.accountId }).forUpdate().first();
    const page = showHistoryPage(knex)(await of.backfillOf(code), later);
    await waits('select%`recipient_accounts`%for update');
    await merging('receptions').where({ active_key: code }).update({ account_id: accountId });
    await merging('recipient_accounts')
      .where({ id: of.accountId })
      .update({ closed_at: new Date(later) });
    await merging.commit();
    expect((await page).shown).toBe(4);
  } finally {
    if (!merging.isCompleted()) await merging.rollback();
  }
  expect(await seenBy(knex, userId)).toHaveLength(4);
  expect(await seenBy(knex, userId, { unread: true })).toEqual([]);
  expect(await knex('issued_document_reads').where({ user_id: of.mainContactId })).toEqual([]);
});
