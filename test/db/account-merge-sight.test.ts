/** What the contact of the account that stays may know of the other one, and when (WF-37; UP-15). */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { mergeNotice } from '../../db/queries/account-merge-notices.ts';
import { mergesOf } from '../../db/queries/account-merges.ts';
import { askForMergeByIssuer } from '../../db/changes/open-account-merge.ts';
import { databaseSetting } from '../support/database-setting.ts';
import type { TwoAccounts } from '../support/merge-stories.ts';
import { twoAccounts } from '../support/merge-stories.ts';
import { migratedDatabase } from './own-database.ts';
import type { OwnDatabase } from './own-database.ts';

const at = '2027-02-02T14:00:00.000Z';
const later = '2027-02-03T10:00:00.000Z';
const latest = '2027-02-04T10:00:00.000Z';
let database: OwnDatabase;
let two: TwoAccounts;
beforeAll(async () => {
  database = await migratedDatabase();
}, 60_000);
afterAll(() => database.drop());
beforeEach(async () => {
  two = await twoAccounts(databaseSetting(database.knex), at);
});

const knex = () => database.knex;
const seenBy = async (accountId: string) => (await mergesOf(knex(), accountId))[0];
const numbersSeenBy = async (accountId: string) =>
  (await seenBy(accountId))?.source?.moves.map(({ clientCode }) => clientCode) ?? null;
const say = (word: 'consent' | 'refuse', mergeId: string, accountId: string, when = later) =>
  two.command(word, mergeId, two.contactOf(accountId), when);
const factsTold = async (mergeId: string, kind: string) => {
  const notice = await mergeNotice(knex(), mergeId, { key: `account-merge/${mergeId}/${kind}/1`, kind });
  return notice?.facts ?? {};
};
const owed = async (mergeId: string) =>
  (await knex()('notices').where({ life_id: mergeId }).orderBy('notice_key').pluck('kind')) as string[];

test('[UP-15] before the other contact has said yes: that an account is asked about, and nothing of it', async () => {
  const mergeId = await two.ask();
  expect([await numbersSeenBy(two.sourceId), await numbersSeenBy(two.targetId)]).toEqual([
    ['DL210001'],
    null,
  ]);
  expect(await factsTold(mergeId, 'account-merge-asked-target')).toMatchObject({
    ...{ otherName: null, lines: [] },
  });
  expect(await factsTold(mergeId, 'account-merge-asked-source')).toMatchObject({
    ...{ otherName: 'A customer', lines: ['DL210001 (A lessor)'] },
  });
});

test('[UP-15] nor by the wish of an issuer, which can ask alone', async () => {
  const other = await two.anotherCode();
  await two.add(two.targetId, at, other);
  const client = await knex()('activation_codes').where({ id: other }).first('client_code_id');
  const { issuer, clientCodeId } = two;
  const wish = { issuerId: issuer.id, clientCodeId, intoClientCodeId: client.client_code_id as string };
  expect(await askForMergeByIssuer(knex())(wish, issuer.actor, two.request())).toBe(true);
  expect(await numbersSeenBy(two.targetId)).toBeNull();
});

test('[UP-15] with his yes: what the account received then, and not what comes or ends afterwards', async () => {
  const mergeId = await two.ask();
  await say('consent', mergeId, two.sourceId);
  await two.add(two.sourceId, latest, await two.anotherCode());
  await knex()('receptions')
    .where({ id: two.receptionId })
    .update({ ended_at: new Date(latest), active_key: null });
  const seen = await seenBy(two.targetId);
  expect([seen?.source?.moves, seen?.source?.sharedWith]).toEqual([
    [{ clientCode: 'DL210001', issuerName: 'A lessor', isReceived: true }],
    0,
  ]);
  expect(await numbersSeenBy(two.sourceId)).toEqual(['DL210001', 'DL210002']);
  expect(await owed(mergeId)).toEqual([
    ...['account-merge-asked-source', 'account-merge-asked-target', 'account-merge-asked-target'],
  ]);
  expect(await factsTold(mergeId, 'account-merge-asked-target')).toMatchObject({
    ...{ otherName: 'A customer', lines: ['DL210001 (A lessor)'] },
  });
});

test('[UP-15] ended without a merge: nothing of the other one is left to see', async () => {
  const mergeId = await two.ask();
  await say('consent', mergeId, two.sourceId);
  await say('refuse', mergeId, two.sourceId);
  expect(await numbersSeenBy(two.targetId)).toBeNull();
  expect(await factsTold(mergeId, 'account-merge-not-done-target')).toMatchObject({
    ...{ otherName: null, lines: [] },
  });
});

test('[UP-15] merged, and undone: what moved, as it was received when it moved', async () => {
  const shared = await two.share(two.sourceId, [two.clientCodeId]);
  const mergeId = await two.consented();
  await two.command('approve', mergeId, two.colleague, later);
  await knex()('receptions')
    .where({ id: two.receptionId })
    .update({ ended_at: new Date(latest), active_key: null });
  const moved = { clientCode: 'DL210001', issuerName: 'A lessor', isReceived: true };
  for (const id of [two.sourceId, two.targetId])
    expect(await seenBy(id)).toMatchObject({ source: { moves: [moved], sharedWith: 1 } });
  await two.command('revert', mergeId, two.staff, latest);
  await knex()('sharings')
    .where({ id: shared.id })
    .update({ revoked_at: new Date(latest) });
  expect(await seenBy(two.targetId)).toMatchObject({ source: { moves: [moved], sharedWith: 1 } });
});
