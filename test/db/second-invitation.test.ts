/** WF-02 against the real database: one person asked twice to join one company, under two names, for he was renamed meanwhile. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../db/changes/append-event.ts';
import { carryOutProvisioningAct, followMembership } from '../../db/changes/carry-out-provisioning.ts';
import { commandProvisioning } from '../../db/changes/command-provisioning.ts';
import { inviteMember } from '../../db/changes/invite-member.ts';
import type { House } from '../support/house.ts';
import { buildHouse } from '../support/house.ts';
import { belgianSite, fourteenDays } from '../support/mail-items.ts';
import { outcomeOf } from '../support/outcome.ts';
import { requestAt } from '../support/requests.ts';
import type { OwnDatabase } from './own-database.ts';
import { migratedDatabase } from './own-database.ts';

const at = '2027-02-02T14:00:00.000Z';
const reminderAt = '2027-02-04T14:00:00.000Z';
let database: OwnDatabase;
let house: House;
let bob: Actor;

beforeAll(async () => {
  database = await migratedDatabase();
  house = await buildHouse(database.knex, { policy: fourteenDays, site: belgianSite });
}, 60_000);
beforeEach(async () => {
  const home = await buildHouse(database.knex, { policy: fourteenDays, site: belgianSite });
  bob = { type: 'user', id: home.userId };
});
afterAll(() => database.drop());

const request = () => requestAt(at);

async function inviteAs(username: string): Promise<string> {
  const administrator = { type: 'user', id: house.userId } as const;
  await database.knex('users').where({ id: bob.id }).update({ username });
  const asked = { companyId: house.companyId, username, profile: 'user' } as const;
  return (await inviteMember(database.knex)(asked, administrator, at, request())).id;
}
const accept = (provisioningId: string) =>
  outcomeOf(commandProvisioning(database.knex, 'accept')({ provisioningId, actor: bob, request: request() }));
const row = (id: string) => database.knex('user_provisionings').where({ id }).first();
/** As it stood before the acceptance of another one ended it. */
const reopen = (id: string) =>
  database.knex('user_provisionings').where({ id }).update({ outcome: null, closed_at: null });

async function invitedTwice() {
  const first = await inviteAs(`bob-${uuidv7()}`);
  return { first, second: await inviteAs(`robert-${uuidv7()}`) };
}

test('whoever accepts one of two has nothing left to accept: the other is over, and its life is told', async () => {
  const { first, second } = await invitedTwice();
  expect(await accept(first)).toBe('done');
  expect(await row(second)).toMatchObject({ outcome: 'deactivated', open_key: null });
  const told = await database
    .knex('events')
    .where({ subject_id: second, kind: 'invitation.deactivated' })
    .first();
  expect([told.life, told.life_id]).toEqual(['user-provisioning-of', second]);
  expect(await accept(second)).toBe('invitation.over');
});

test('who is a member by now is refused, and has no second membership', async () => {
  const { first, second } = await invitedTwice();
  await accept(first);
  await reopen(second);
  expect(await accept(second)).toBe('user.already-member');
  const where = { user_id: bob.id, company_id: house.companyId };
  expect(await database.knex('memberships').where(where)).toHaveLength(1);
});

test('an invitation of who is a member by now ends when its life looks again, and nobody is reminded of it', async () => {
  const { first, second } = await invitedTwice();
  await accept(first);
  for (const look of [
    () => followMembership(database.knex)(second, at),
    () => carryOutProvisioningAct(database.knex)(second, 'remind', reminderAt),
  ]) {
    await reopen(second);
    expect((await look()).closed?.outcome).toBe('deactivated');
  }
  const mails: string[] = await database.knex('notices').where({ life_id: second }).pluck('kind');
  expect(mails).toEqual(['membership-invitation']);
});
