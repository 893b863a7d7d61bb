/** X-10 against the real database: of the first administrator nothing remains in the case either that made him one. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { deactivateUser, removeUser } from '../../db/changes/deactivate-user.ts';
import { approvedCase } from '../support/approved-case.ts';
import { buildHouse } from '../support/house.ts';
import { belgianSite, fourteenDays } from '../support/mail-items.ts';
import { member } from '../support/router-stories.ts';
import { staffMember } from '../support/staff.ts';
import type { OwnDatabase } from './own-database.ts';
import { migratedDatabase } from './own-database.ts';

const at = '2027-02-02T14:00:00.000Z';
let database: OwnDatabase;
beforeAll(async () => {
  database = await migratedDatabase();
}, 60_000);
afterAll(() => database.drop());

test('neither his name nor his address', async () => {
  const { knex } = database;
  const { brandId } = await buildHouse(knex, { policy: fourteenDays, site: belgianSite });
  await knex('policy_sets')
    .where({ brand_id: brandId })
    .update({ people: JSON.stringify({ removal: 'delete' }) });
  const staff = await staffMember(knex);
  const zoe = await approvedCase(knex, brandId, staff, at, { firstName: 'Zoelina', lastName: 'Maesensteen' });
  const { email } = await knex('users').where({ id: zoe.userId }).first();
  await member(knex, zoe.companyId, 'administrator');
  const asked = { ...zoe, actor: staff, at, request: null };
  await deactivateUser(knex)(asked);
  await removeUser(knex)(asked);
  const kept = JSON.stringify([
    await knex('registrations').where({ id: zoe.id }),
    await knex('users').where({ id: zoe.userId }),
    await knex('user_provisionings').where({ user_id: zoe.userId }),
  ]);
  for (const his of ['Zoelina', 'Maesensteen', email]) expect(kept).not.toContain(his);
});
