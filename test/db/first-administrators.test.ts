/** A first administrator (WF-01): who was referred before she accepted is told to who administers first; of her removed nothing stays. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../db/changes/append-event.ts';
import { setProfile } from '../../db/changes/change-user.ts';
import { deactivateUser, removeUser } from '../../db/changes/deactivate-user.ts';
import { commandProvisioning } from '../../db/changes/command-provisioning.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import { tokenToSend } from '../../db/changes/one-time-links.ts';
import type { ApprovedCase } from '../support/approved-case.ts';
import { approvedCase, caseWithStaff, say } from '../support/approved-case.ts';
import { buildHouse } from '../support/house.ts';
import { belgianSite, fourteenDays } from '../support/mail-items.ts';
import { newMember } from '../support/persons.ts';
import { hashOf, requestAt } from '../support/requests.ts';
import { staffMember } from '../support/staff.ts';
import type { OwnDatabase } from './own-database.ts';
import { migratedDatabase } from './own-database.ts';

const at = '2027-02-02T14:00:00.000Z';
let database: OwnDatabase;
let brandId: string;
let staff: Actor;
let zoe: ApprovedCase;
beforeAll(async () => {
  database = await migratedDatabase();
}, 60_000);
afterAll(() => database.drop());
beforeEach(async () => {
  const { knex } = database;
  ({ brandId } = await buildHouse(knex, { policy: fourteenDays, site: belgianSite }));
  staff = await staffMember(knex);
  zoe = await approvedCase(knex, brandId, staff, at, { firstName: 'Zoelina', lastName: 'Maesensteen' });
  const other = await caseWithStaff(knex, brandId, at, { referralConsent: true });
  await say(knex, other, 'refer', { actor: staff, at });
});

const toldOf = (userId: string) =>
  database.knex('personal_notices').where({ user_id: userId, kind: 'registration-applicant' });

/** She uses the link of her invitation. */
async function accepts(): Promise<void> {
  const { knex } = database;
  const { id, link_id: linkId } = await knex('user_provisionings').where({ user_id: zoe.userId }).first();
  const token = `token ${linkId}`;
  await tokenToSend(knex)(linkId, [token], at);
  const request = requestAt(at, `accepts ${id}`);
  const tokenHash = hashOf(token);
  await keepParticulars(knex)(request, { tokenHash, password: { hash: 'a hash', needsFactor: false } }, at);
  const actor = { type: 'user', id: zoe.userId } as const;
  await commandProvisioning(knex, 'accept')({ provisioningId: id, actor, request });
}

test('she accepts as administrator: she is told, once', async () => {
  await accepts();
  expect(await toldOf(zoe.userId)).toHaveLength(1);
});

test('a user is made administrator before her: he is told, she is not any more', async () => {
  const bart = await newMember(database.knex, zoe.companyId, 'user');
  const asked = { companyId: zoe.companyId, userId: bart.id, actor: staff, at, request: null };
  await setProfile(database.knex)(asked, 'administrator');
  expect(await toldOf(bart.id)).toHaveLength(1);
  await accepts();
  expect(await toldOf(zoe.userId)).toEqual([]);
});

test('she is made a user before she accepts: names and addresses of applicants are not hers to know', async () => {
  const bart = await newMember(database.knex, zoe.companyId, 'administrator');
  const asked = { companyId: zoe.companyId, userId: zoe.userId, actor: staff, at, request: null };
  await setProfile(database.knex)(asked, 'user');
  await accepts();
  expect(await toldOf(zoe.userId)).toEqual([]);
  expect(await toldOf(bart.id)).toEqual([]);
});

test('X-10: she is removed: neither her name nor her address is left, in the case that made her one either', async () => {
  const { knex } = database;
  const present = await knex('policy_sets').where({ brand_id: brandId }).first();
  const people = JSON.stringify({ removal: 'delete' });
  const from = { id: uuidv7(), version: 99, effective_from_at: new Date('2027-01-01T00:00:00Z') };
  await knex('policy_sets').insert({ ...present, ...from, people });
  const { email } = await knex('users').where({ id: zoe.userId }).first();
  await newMember(knex, zoe.companyId, 'administrator');
  const asked = { ...zoe, actor: staff, at, request: null };
  await deactivateUser(knex)(asked);
  await removeUser(knex)(asked);
  const kept = JSON.stringify([
    await knex('registrations').where({ id: zoe.id }),
    await knex('users').where({ id: zoe.userId }),
    await knex('user_provisionings').where({ user_id: zoe.userId }),
  ]);
  for (const hers of ['Zoelina', 'Maesensteen', email]) expect(kept).not.toContain(hers);
});
