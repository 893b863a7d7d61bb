/** UM-06 against the real database, whatever happens at the same moment: a company keeps an active administrator. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../db/changes/append-event.ts';
import { setProfile } from '../../db/changes/change-user.ts';
import { deactivateUser, reactivateUser } from '../../db/changes/deactivate-user.ts';
import { suspendUser } from '../../db/changes/suspend-user.ts';
import { fourteenDays } from '../support/mail-items.ts';
import { buildHouse } from '../support/house.ts';
import { migratedDatabase } from './own-database.ts';
import type { OwnDatabase } from './own-database.ts';
import { outcomeOf } from '../support/outcome.ts';
import { newMember } from '../support/persons.ts';
import { staffMember } from '../support/staff.ts';

const at = '2027-02-02T14:00:00.000Z';
let database: OwnDatabase;
let staff: Actor;

beforeAll(async () => {
  database = await migratedDatabase();
  staff = await staffMember(database.knex);
});
afterAll(() => database.drop());

/** A company with so many active administrators. */
async function companyOf(count: number) {
  const calendar = {
    zone: 'Europe/Brussels',
    country: 'BE',
    cutOff: '15:00',
    workingWeekdays: [1],
    closedDays: [],
  };
  const { companyId } = await buildHouse(database.knex, { policy: fourteenDays, site: calendar });
  await database.knex('memberships').where({ company_id: companyId }).delete();
  const joining = Array.from({ length: count }, () => newMember(database.knex, companyId, 'administrator'));
  return { companyId, ids: (await Promise.all(joining)).map(({ id }) => id) };
}

const about = (companyId: string, userId: string, actor: Actor) => ({
  companyId,
  userId,
  actor,
  at,
  request: null,
});
const himself = (id: string): Actor => ({ type: 'user', id });

async function activeIn(companyId: string): Promise<readonly string[]> {
  return database
    .knex('memberships')
    .where({ company_id: companyId, profile: 'administrator', deactivated_at: null, suspended_at: null })
    .pluck('user_id');
}

function counted(outcomes: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    [...new Set(outcomes)].map((each) => [each, outcomes.filter((other) => other === each).length]),
  );
}

test('[check 17] 50 administrators step down at the same moment: one stays', async () => {
  const { companyId, ids } = await companyOf(50);
  const stepDown = (id: string) =>
    outcomeOf(setProfile(database.knex)(about(companyId, id, himself(id)), 'user'));
  expect(counted(await Promise.all(ids.map(stepDown)))).toEqual({ done: 49, 'user.last-administrator': 1 });
  expect(await activeIn(companyId)).toHaveLength(1);
}, 120_000);

test('[check 17] staff demote and deactivate 50 of them at the same moment: one stays', async () => {
  const { companyId, ids } = await companyOf(50);
  const end = (id: string, index: number) => {
    const asked = about(companyId, id, staff);
    return outcomeOf(
      index % 2 === 0 ? setProfile(database.knex)(asked, 'user') : deactivateUser(database.knex)(asked),
    );
  };
  expect(counted(await Promise.all(ids.map(end)))).toEqual({ done: 49, 'user.last-administrator': 1 });
  expect(await activeIn(companyId)).toHaveLength(1);
}, 120_000);

test('WF-04: two administrators who remove each other: the second is refused, for he is none any more', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { companyId, ids } = await companyOf(2);
    const [an = '', bart = ''] = ids;
    const outcomes = await Promise.all([
      outcomeOf(deactivateUser(database.knex)(about(companyId, bart, himself(an)))),
      outcomeOf(deactivateUser(database.knex)(about(companyId, an, himself(bart)))),
    ]);
    expect([...outcomes].sort()).toEqual(['done', 'right.missing']);
    expect(await activeIn(companyId)).toHaveLength(1);
  }
});

test('[check 10] a right that was lost since the request came in is lost', async () => {
  const { companyId, ids } = await companyOf(3);
  const [an = '', bart = '', chloe = ''] = ids;
  await setProfile(database.knex)(about(companyId, an, himself(bart)), 'user');
  expect(await outcomeOf(deactivateUser(database.knex)(about(companyId, chloe, himself(an))))).toBe(
    'right.missing',
  );
});

test('WF-04: an administrator known only through a router does not count', async () => {
  const { companyId, ids } = await companyOf(1);
  const [an = ''] = ids;
  const router = await companyOf(3);
  const [ria = ''] = router.ids;
  const facts = { user_id: ria, company_id: companyId, profile: 'user', accepted_at: new Date(at) };
  await database.knex('memberships').insert({ id: uuidv7(), ...facts });
  for (const end of [
    setProfile(database.knex)(about(companyId, an, staff), 'user'),
    deactivateUser(database.knex)(about(companyId, an, staff)),
  ])
    expect(await outcomeOf(end)).toBe('user.last-administrator');
  expect(await outcomeOf(deactivateUser(database.knex)(about(companyId, an, himself(ria))))).toBe(
    'right.missing',
  );
});

test('a suspended or reactivated one is none who could replace the last', async () => {
  const { companyId, ids } = await companyOf(3);
  const [an = '', bart = '', chloe = ''] = ids;
  await suspendUser(database.knex)(about(companyId, bart, staff));
  await deactivateUser(database.knex)(about(companyId, chloe, staff));
  await reactivateUser(database.knex)(about(companyId, chloe, staff));
  expect(await outcomeOf(setProfile(database.knex)(about(companyId, an, staff), 'user'))).toBe(
    'user.last-administrator',
  );
  expect(await outcomeOf(suspendUser(database.knex)(about(companyId, an, staff)))).toBe('done');
});
