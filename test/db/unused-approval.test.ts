/** WF-01, UM-06 against the real database: what an approval leaves whose invitation nobody used. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { randomInt } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../db/changes/append-event.ts';
import { carryOutRegistrationAct } from '../../db/changes/carry-out-registration.ts';
import { createUser } from '../../db/changes/create-user.ts';
import { deactivateUser } from '../../db/changes/deactivate-user.ts';
import { inviteMember } from '../../db/changes/invite-member.ts';
import { saveRights } from '../../db/changes/save-rights.ts';
import { saveRouterRights } from '../../db/changes/save-router-rights.ts';
import { rightsOfMembers } from '../../db/queries/rights.ts';
import type { Profile } from '../../domain/rights.ts';
import type { ApprovedCase } from '../support/approved-case.ts';
import { approvedCase } from '../support/approved-case.ts';
import type { House } from '../support/house.ts';
import { buildHouse } from '../support/house.ts';
import { belgianSite, fourteenDays } from '../support/mail-items.ts';
import { registry } from '../support/registry.ts';
import { listedRouter } from '../support/router-stories.ts';
import type { OwnDatabase } from './own-database.ts';
import { migratedDatabase } from './own-database.ts';
import { staffMember } from '../support/staff.ts';

const at = '2027-02-02T14:00:00.000Z';
const unusedAt = '2027-03-05T14:00:00.000Z';
let database: OwnDatabase;
let house: House;
let staff: Actor;
let zoe: ApprovedCase;

beforeAll(async () => {
  database = await migratedDatabase();
  house = await buildHouse(database.knex, { policy: fourteenDays, site: belgianSite });
  staff = await staffMember(database.knex);
}, 60_000);
beforeEach(async () => {
  zoe = await approvedCase(database.knex, house.brandId, staff, at, { enterpriseNumber: aNumber() });
});
afterAll(() => database.drop());

function aNumber(): string {
  const number = randomInt(10_000_000, 17_999_999);
  return `BE${String(number)}${String(97 - (number % 97)).padStart(2, '0')}`;
}

/** Created by staff, and in when he has accepted. */
async function another(profile: Profile, isIn: boolean): Promise<string> {
  const id = uuidv7();
  const person = { firstName: 'Bart', lastName: 'Smets', sex: null, language: 'nl', security: null };
  const { userId } = await createUser(database.knex)(
    { ...person, companyId: zoe.companyId, username: `bart-${id}`, email: `${id}@example.com`, profile },
    staff,
    at,
    { id: id.replaceAll('-', '').padEnd(64, '0'), bodyHash: '0'.repeat(64), receivedAt: at },
  );
  if (isIn)
    await database
      .knex('memberships')
      .where({ user_id: userId })
      .update({ accepted_at: new Date(at) });
  return userId;
}

const undo = () => carryOutRegistrationAct(database.knex)(zoe.id, 'undo', unusedAt);
const company = () => database.knex('companies').where({ id: zoe.companyId }).first();
const membership = (userId: string) => database.knex('memberships').where({ user_id: userId }).first();
const user = (userId: string) => database.knex('users').where({ id: userId }).first();
const invitations = (where: object) =>
  database.knex('user_provisionings').where({ company_id: zoe.companyId, ...where });
const wakes = (life: string) =>
  database.knex('events').where({ company_id: zoe.companyId, life }).pluck('life_id');
const mails = () => database.knex('notices').where({ life_id: zoe.id }).pluck('kind');

test('another administrator is active: the company goes on, only the applicant’s membership ends', async () => {
  const bart = await another('administrator', true);
  const before = await company();
  expect((await undo()).closed).toEqual({ outcome: 'abandoned', at: unusedAt });
  expect(await company()).toEqual(before);
  expect(await membership(bart)).toMatchObject({ deactivated_at: null });
  expect(await user(bart)).toMatchObject({ deactivated_at: null });
  const ended = [await membership(zoe.userId), await user(zoe.userId)];
  expect(ended.map(({ deactivated_at }) => deactivated_at)).not.toContain(null);
  expect(await database.knex('one_time_links').where({ user_id: zoe.userId, killed_at: null })).toEqual([]);
  expect(await wakes('provisionings-of')).toEqual([zoe.userId]);
  const rights = (id: string) =>
    rightsOfMembers(database.knex, registry, [{ membershipId: id, companyId: zoe.companyId }]);
  expect(await rights((await membership(zoe.userId)).id)).toEqual([]);
  expect(await mails()).toContain('registration-invitation-unused');
  expect(await mails()).not.toContain('registration-abandoned');
});

test('the other administrator has deactivated her already: the case closes, and nothing else changes', async () => {
  const bart = await another('administrator', true);
  const actor = { type: 'user', id: bart } as const;
  await deactivateUser(database.knex)({ ...zoe, actor, at, request: null });
  const before = await membership(zoe.userId);
  expect((await undo()).closed?.outcome).toBe('abandoned');
  expect(await membership(zoe.userId)).toEqual(before);
  expect(await company()).toMatchObject({ closed_at: null });
});

test('nobody else administers it: every membership and every invitation ends, and their lives are told', async () => {
  const { knex } = database;
  const bart = await another('administrator', false);
  const chloe = await another('user', true);
  const asked = {
    companyId: zoe.companyId,
    username: `nobody-${uuidv7()}`,
    profile: 'administrator',
  } as const;
  const request = {
    id: 'a'.repeat(32) + uuidv7().replaceAll('-', ''),
    bodyHash: '0'.repeat(64),
    receivedAt: at,
  };
  const { id } = await inviteMember(knex)(asked, staff, at, request);
  expect((await undo()).closed?.outcome).toBe('abandoned');
  const { closed_at, enterprise_number } = await company();
  expect([closed_at, enterprise_number]).toEqual([new Date(unusedAt), null]);
  for (const each of [zoe.userId, bart, chloe]) {
    expect(await membership(each)).toMatchObject({ deactivated_at: new Date(unusedAt) });
    expect(await user(each)).toMatchObject({ deactivated_at: new Date(unusedAt) });
    expect(await knex('one_time_links').where({ user_id: each, killed_at: null, used_at: null })).toEqual([]);
  }
  expect(await invitations({ closed_at: null })).toEqual([]);
  const ids = await invitations({}).pluck('id');
  expect(await invitations({ outcome: 'deactivated' })).toHaveLength(4);
  expect(new Set(await wakes('user-provisioning-of'))).toEqual(new Set(ids));
  expect(ids).toContain(id);
  expect(await mails()).toContain('registration-abandoned');
});

test('RT-01: its entry of the directory waits again, with what clients gave it, and is the next company’s', async () => {
  const { knex } = database;
  const enterpriseNumber = aNumber();
  const routerId = await listedRouter(knex, house, { companyId: null, enterpriseNumber });
  const { id: accountId } = await knex('accounts')
    .where({ company_id: house.companyId })
    .first<{ id: string }>('id');
  const blocks = [{ actions: ['read'] as const, scope: { postboxes: [house.postboxId] } }];
  const giver = { type: 'user', id: house.userId } as const;
  const about = { accountId, application: 'postbox', at, request: null };
  await saveRouterRights(knex, registry)(
    { ...about, companyId: house.companyId, routerId, actor: giver },
    { profile: null, rights: blocks },
    0,
  );
  zoe = await approvedCase(knex, house.brandId, staff, at, { enterpriseNumber });
  const bart = await another('administrator', true);
  const chloe = await another('user', true);
  await saveRights(knex, registry)(
    { ...about, companyId: zoe.companyId, userId: chloe, actor: { type: 'user', id: bart } },
    { profile: null, rights: blocks },
    0,
  );
  await knex('memberships')
    .where({ user_id: bart })
    .update({ deactivated_at: new Date(at) });
  await undo();
  expect(await knex('routers').where({ id: routerId }).first()).toMatchObject({ company_id: null });
  expect(await knex('holdings').where({ account_id: accountId, holder_kind: 'router' })).toEqual([
    expect.objectContaining({ holder_id: routerId }),
  ]);
  const { id: membershipId } = await membership(chloe);
  expect(
    await knex('grants as g')
      .join('holdings as h', 'h.id', 'g.holding_id')
      .where({ 'h.holder_id': membershipId, 'g.ended_at': null }),
  ).toEqual([]);
  expect(await wakes('lives-of-router')).toContain(routerId);
  const next = await approvedCase(knex, house.brandId, staff, unusedAt, { enterpriseNumber });
  expect(await knex('routers').where({ id: routerId }).first()).toMatchObject({ company_id: next.companyId });
});
