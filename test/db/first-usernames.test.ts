/** UM-04 against the real database: applicants of one name, approved at the same moment, get a username each. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { approval, caseWithStaff, say } from '../support/approved-case.ts';
import { buildHouse } from '../support/house.ts';
import { belgianSite, fourteenDays } from '../support/mail-items.ts';
import { outcomeOf } from '../support/outcome.ts';
import type { OwnDatabase } from './own-database.ts';
import { migratedDatabase } from './own-database.ts';
import { staffMember } from '../support/staff.ts';

const at = '2027-02-02T14:00:00.000Z';
let database: OwnDatabase;

beforeAll(async () => {
  database = await migratedDatabase();
}, 60_000);
afterAll(() => database.drop());

test('ten approvals at once: none is refused for a name that staff have not chosen', async () => {
  const { knex } = database;
  const { brandId } = await buildHouse(knex, { policy: fourteenDays, site: belgianSite });
  const actor = await staffMember(knex);
  const cases = await Promise.all(
    Array.from({ length: 10 }, (_, index) => {
      const number = 10_000_000 + index;
      const enterpriseNumber = `BE${String(number)}${String(97 - (number % 97)).padStart(2, '0')}`;
      return caseWithStaff(knex, brandId, at, { enterpriseNumber });
    }),
  );
  const approve = (each: string) => outcomeOf(say(knex, each, 'approve', { actor, at, words: approval }));
  expect(await Promise.all(cases.map(approve))).toEqual(cases.map(() => 'done'));
  const usernames: string[] = await knex('users').where('username', 'like', 'zoe.maes%').pluck('username');
  expect(new Set(usernames).size).toBe(10);
}, 60_000);
