/** WF-02, UM-06 against the real database: who hears that an invitation ended, where somebody administers and where nobody does. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Actor } from '../../db/changes/append-event.ts';
import { carryOutProvisioningAct } from '../../db/changes/carry-out-provisioning.ts';
import { changeUser } from '../../db/changes/change-user.ts';
import { commandProvisioning } from '../../db/changes/command-provisioning.ts';
import { deactivateUser } from '../../db/changes/deactivate-user.ts';
import { releaseUser, suspendUser } from '../../db/changes/suspend-user.ts';
import { personNoticeToTell } from '../../db/queries/person-notices.ts';
import type { ApprovedCase } from '../support/approved-case.ts';
import { approvedCase, say } from '../support/approved-case.ts';
import type { House } from '../support/house.ts';
import { buildHouse } from '../support/house.ts';
import { belgianSite, fourteenDays } from '../support/mail-items.ts';
import { outcomeOf } from '../support/outcome.ts';
import { requestAt } from '../support/requests.ts';
import type { OwnDatabase } from './own-database.ts';
import { migratedDatabase } from './own-database.ts';
import { newMember } from '../support/persons.ts';
import { staffMember } from '../support/staff.ts';

const at = '2027-02-02T14:00:00.000Z';
const reminderAt = '2027-02-04T14:00:00.000Z';
const endAt = '2027-02-05T14:00:00.000Z';
let database: OwnDatabase;
let house: House;
let staff: Actor;
let zoe: ApprovedCase;

beforeAll(async () => {
  database = await migratedDatabase();
}, 60_000);
beforeEach(async () => {
  const { knex } = database;
  house = await buildHouse(knex, { policy: fourteenDays, site: belgianSite });
  staff = await staffMember(knex);
  zoe = await approvedCase(knex, house.brandId, staff, at);
});
afterAll(() => database.drop());

/** Unused for 72 hours: what is told of it, to whom, with which link. */
async function ended() {
  const { knex } = database;
  const { id } = await knex('user_provisionings').where({ user_id: zoe.userId }).first<{ id: string }>('id');
  await carryOutProvisioningAct(knex)(id, 'remind', reminderAt);
  expect((await carryOutProvisioningAct(knex)(id, 'expire', endAt)).closed?.outcome).toBe('expired');
  const { notice_key: key } = await knex('notices')
    .where({ life_id: id })
    .whereNotIn('kind', ['invitation', 'invitation-reminder'])
    .first<{ notice_key: string }>('notice_key');
  const told = await personNoticeToTell(knex, 'user-provisioning', id, key);
  return {
    kind: told?.kind,
    to: told?.notice?.recipients.map(({ email }) => email),
    link: told?.notice?.link,
  };
}
const addressOf = async (id: string) =>
  (await database.knex('users').where({ id }).first<{ email: string }>('email')).email;

test('nobody administers the company: the invited person is told himself, without a link', async () => {
  const to = [await addressOf(zoe.userId)];
  expect(await ended()).toEqual({ kind: 'invitation-lapsed', to, link: null });
});

test('somebody administers it: he is told, and the invited person is not', async () => {
  const bart = await newMember(database.knex, zoe.companyId, 'administrator');
  expect(await ended()).toEqual({ kind: 'invitation-expired', to: [bart.email], link: null });
});

test('decided.md, Registration: it is sent again on request; not to who was deactivated since', async () => {
  const { knex } = database;
  const applicant = { type: 'system', id: 'applicant' } as const;
  const again = () => outcomeOf(say(knex, zoe.id, 'resendInvitation', { actor: applicant, at: endAt }));
  await ended();
  expect(await again()).toBe('done');
  await newMember(knex, zoe.companyId, 'administrator');
  await deactivateUser(knex)({ ...zoe, actor: staff, at: endAt, request: null });
  await knex('user_provisionings')
    .where({ user_id: zoe.userId })
    .update({ closed_at: new Date(endAt), open_key: null });
  expect(await again()).toBe('user.deactivated');
});

test('nor to who is in already, though his case has not heard of it', async () => {
  const { knex } = database;
  const applicant = { type: 'system', id: 'applicant' } as const;
  await knex('memberships')
    .where({ user_id: zoe.userId })
    .update({ accepted_at: new Date(at) });
  await knex('user_provisionings')
    .where({ user_id: zoe.userId })
    .update({ closed_at: new Date(at), open_key: null });
  const again = say(knex, zoe.id, 'resendInvitation', { actor: applicant, at: endAt });
  expect(await outcomeOf(again)).toBe('invitation.accepted');
});

/** By staff; the life of the invitation has not heard of anything. */
async function sentAgain(): Promise<string> {
  const { id } = await database.knex('user_provisionings').where({ user_id: zoe.userId }).first();
  const command = {
    provisioningId: id,
    actor: staff,
    request: requestAt(at, `again ${id}`),
  };
  return outcomeOf(commandProvisioning(database.knex, 'resend')(command));
}
const linksOut = () =>
  database.knex('one_time_links').where({ user_id: zoe.userId, used_at: null, killed_at: null });

test('who is suspended gets no link, neither asked for nor by a corrected address; released he is invited anew', async () => {
  const { knex } = database;
  const about = { ...zoe, actor: staff, at, request: null };
  await suspendUser(knex)(about);
  expect(await sentAgain()).toBe('user.suspended');
  const { version } = await knex('users').where({ id: zoe.userId }).first();
  await changeUser(knex)(about, { email: `${zoe.userId}@other.example` }, version);
  expect(await linksOut()).toEqual([]);
  await releaseUser(knex)(about);
  expect(await linksOut()).toHaveLength(1);
});

test('who was deactivated gets no link, though the life of his invitation has not heard of it', async () => {
  await newMember(database.knex, zoe.companyId, 'administrator');
  await deactivateUser(database.knex)({ ...zoe, actor: staff, at, request: null });
  expect(await sentAgain()).toBe('user.deactivated');
  expect(await linksOut()).toEqual([]);
});
