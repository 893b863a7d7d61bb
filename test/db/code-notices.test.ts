/** Who is recalled to a code that he has not used (WF-30; UP-09, UP-15). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { commandReception } from '../../db/changes/command-reception.ts';
import { codeNotice } from '../../db/queries/code-notices.ts';
import { aBatch } from '../support/code-stories.ts';
import { databaseSetting } from '../support/database-setting.ts';
import { twoAccounts } from '../support/merge-stories.ts';
import { migratedDatabase } from './own-database.ts';
import type { OwnDatabase } from './own-database.ts';
import { announceCode } from '../../db/changes/announce-codes.ts';

const at = '2027-02-02T14:00:00.000Z';
let database: OwnDatabase;
beforeAll(async () => {
  database = await migratedDatabase();
}, 60_000);
afterAll(() => database.drop());

test('[UP-09] a new code for who receives electronically already recalls him to nothing, until he goes back to paper', async () => {
  const { knex } = database;
  const setting = databaseSetting(knex);
  const { issuer, receptionId, sourceId, contactOf, request } = await twoAccounts(setting, at);
  const { codeId } = await aBatch(setting, issuer, at);
  await announceCode(knex)(codeId, { on: '2027-02-02', channel: 'letter' }, issuer.actor, request());
  expect(await codeNotice(knex, codeId)).toBeNull();
  const asked = { receptionId, actor: contactOf(sourceId), request: request() };
  await commandReception(knex, 'optOut')(asked);
  expect((await codeNotice(knex, codeId))?.recipients).toEqual([{ email: issuer.email, language: 'en' }]);
});
