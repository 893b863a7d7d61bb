/** One code on the real database, when many want it at the same moment (WF-30, WF-31). */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addCode } from '../../db/changes/add-code.ts';
import { announceCode } from '../../db/changes/announce-codes.ts';
import { beginSignUp } from '../../db/changes/begin-sign-up.ts';
import { completeSignUp } from '../../db/changes/complete-sign-up.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import { tokenToSend } from '../../db/changes/one-time-links.ts';
import { aBatch, anAccount, anIssuer } from '../support/code-stories.ts';
import type { StoryIssuer } from '../support/code-stories.ts';
import { databaseSetting } from '../support/database-setting.ts';
import { newPerson } from '../support/persons.ts';
import { hashOf, requestAt } from '../support/requests.ts';
import type { Setting } from '../support/stories.ts';
import { migratedDatabase } from './own-database.ts';
import type { OwnDatabase } from './own-database.ts';
import { outcomeOf } from '../support/outcome.ts';

const at = '2027-02-02T14:00:00.000Z';
let database: OwnDatabase;
let setting: Setting;
beforeAll(async () => {
  database = await migratedDatabase();
  setting = databaseSetting(database.knex);
});
afterAll(() => database.drop());

const request = () => requestAt(at);

async function code(): Promise<{ issuer: StoryIssuer; codeId: string }> {
  const issuer = await anIssuer(setting, at);
  const { codeId } = await aBatch(setting, issuer, at);
  const told = { on: '2027-02-02', channel: 'letter' } as const;
  await announceCode(database.knex)(codeId, told, issuer.actor, request());
  return { issuer, codeId };
}

const account = (issuer: StoryIssuer) => anAccount(setting, issuer, at);

const begin = (codeId: string) =>
  beginSignUp(database.knex)(
    {
      ...{ codeId, holderHash: hashOf('key'), kind: 'b2c', enterpriseNumber: null, identification: null },
      ...{
        username: `${randomUUID()}@example.com`,
        email: 'a@example.com',
        companyName: 'A',
        language: 'nl',
      },
      clientAddress: '192.0.2.1',
    },
    at,
  );

/** As the life does when the link is used. */
async function complete(signUpId: string): Promise<string> {
  const link = await database.knex('one_time_links').where({ life_id: signUpId }).first<{ id: string }>('id');
  const token = await tokenToSend(database.knex)(link.id, [`token-${link.id}`], at);
  const asked = request();
  const words = { tokenHash: hashOf(token ?? ''), password: { hash: 'a hash', needsFactor: false } };
  await keepParticulars(database.knex)(asked, { ...words, clientAddress: '192.0.2.1' }, at);
  const actor = { type: 'system', id: 'code-holder' } as const;
  return outcomeOf(completeSignUp(database.knex)({ signUpId, actor, request: asked }));
}

test('[check 41] a hundred accounts add one code at once: one of them has it', async () => {
  const { issuer, codeId } = await code();
  const accounts = await Promise.all(Array.from({ length: 100 }, () => account(issuer)));
  const add = (accountId: string) =>
    addCode(database.knex)(
      { codeId, userId: accountId, clientAddress: '192.0.2.1' },
      { type: 'user', id: accountId },
      request(),
    );
  const outcomes = await Promise.all(accounts.map((id) => outcomeOf(add(id))));
  expect(outcomes.filter((each) => each === 'done')).toHaveLength(1);
  expect(outcomes.filter((each) => each === 'activation-code.unusable')).toHaveLength(99);
  expect(await database.knex('receptions').where({ activation_code_id: codeId })).toHaveLength(1);
});

test('two tabs: both begin, one sign-up holds the code, and only its link opens an account', async () => {
  const { codeId } = await code();
  const begun = await Promise.all([begin(codeId), begin(codeId)]);
  const open = await database.knex('sign_ups').where({ hold_key: codeId }).pluck('id');
  expect(open).toHaveLength(1);
  const outcomes = await Promise.all(begun.map(({ id }) => complete(id)));
  expect(outcomes.toSorted()).toEqual(['done', 'link.unusable']);
});

test('the link is used while the code is added to another account: one of the two has it', async () => {
  const { issuer, codeId } = await code();
  const { id } = await begin(codeId);
  const accountId = await account(issuer);
  const added = outcomeOf(
    addCode(database.knex)(
      { codeId, userId: accountId, clientAddress: '192.0.2.1' },
      { type: 'user', id: accountId },
      request(),
    ),
  );
  const outcomes = await Promise.all([complete(id), added]);
  expect(outcomes.filter((each) => each === 'done')).toHaveLength(1);
  const rows = await database
    .knex('receptions')
    .where({ activation_code_id: codeId })
    .whereNotNull('active_key');
  expect(rows).toHaveLength(1);
  expect(await database.knex('sign_ups').where({ hold_key: codeId })).toHaveLength(0);
});

test('[WF-31] somebody without an account adds two codes at once: one account is opened for both', async () => {
  const [first, second] = [await code(), await code()];
  const { id: userId } = await newPerson(database.knex);
  await inBrandOf(first.issuer, second.codeId);
  const received = await Promise.all([first, second].map(({ codeId }) => add(codeId, userId)));
  const accounts = await database.knex('recipient_accounts').where({ main_contact_id: userId });
  expect(accounts).toEqual([expect.objectContaining({ brand_id: first.issuer.house.brandId, kind: 'b2c' })]);
  const rows = database.knex('receptions').whereIn('id', received).where({ account_id: accounts[0].id });
  expect(await rows).toHaveLength(2);
});

test('[UP-07] known by his number in another brand he is a business here too, unless an account bears it already', async () => {
  const [first, second] = [await code(), await code()];
  const { brandId } = first.issuer.house;
  const number = 'BE0403170701';
  for (const [{ codeId }, seen] of [
    [first, { enterprise_number: number, open_number: number, kind: 'b2b' }],
    [second, { enterprise_number: null, open_number: null, kind: 'b2c' }],
  ] as const) {
    const userId = await account((await code()).issuer);
    const own = () => database.knex('recipient_accounts').where({ main_contact_id: userId });
    await own().update({ enterprise_number: number, open_number: number, kind: 'b2b' });
    await inBrandOf(first.issuer, codeId);
    await add(codeId, userId);
    expect(await own().where({ brand_id: brandId })).toEqual([expect.objectContaining(seen)]);
  }
});

const add = (codeId: string, userId: string) =>
  addCode(database.knex)(
    { codeId, userId, clientAddress: '192.0.2.1' },
    { type: 'user', id: userId },
    request(),
  );

const inBrandOf = ({ house }: StoryIssuer, codeId: string) =>
  database.knex('activation_codes').where({ id: codeId }).update({ brand_id: house.brandId });
