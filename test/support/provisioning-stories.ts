/** Users on their way in, told by instants on the time-skipping server: the changes of the API, the wakes of the relay. */
import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../db/changes/append-event.ts';
import { changeUser } from '../../db/changes/change-user.ts';
import { createUser } from '../../db/changes/create-user.ts';
import { deactivateUser } from '../../db/changes/deactivate-user.ts';
import { inviteAgain, inviteMember } from '../../db/changes/invite-member.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import { openSession } from '../../db/changes/open-session.ts';
import { provisioningById } from '../../db/queries/user-provisionings.ts';
import type { Instant } from '../../domain/calendar.ts';
import { hours, plusMilliseconds } from '../../domain/calendar.ts';
import type { Profile } from '../../domain/rights.ts';
import type { ProvisioningCommandName } from '../../domain/user-provisioning.ts';
import { startOptions } from '../../workflows/start.ts';
import type { ProvisioningState } from '../../workflows/user-provisioning/messages.ts';
import { factsChanged, startOfUserProvisioning } from '../../workflows/user-provisioning/messages.ts';
import type { House } from './house.ts';
import { hashOf, requestAt } from './requests.ts';
import type { Teller } from './stories.ts';
import { until } from './wait.ts';
import { grantBoxes } from './rights.ts';
import { insisting } from './wait.ts';

/** A new user, created by the administrator of the house at that instant. */
export async function inviteUser(teller: Teller, house: House, at: Instant, profile: Profile = 'user') {
  await teller.until(at);
  const username = `user-${randomUUID().slice(0, 13)}`;
  const data = { username, email: `${username}@customer.example`, firstName: 'Nele', lastName: 'Maes' };
  const more = { companyId: house.companyId, sex: null, language: 'en', security: null, profile };
  const administrator: Actor = { type: 'user', id: house.userId };
  const request = requestAt(at);
  const { userId } = await createUser(teller.knex)({ ...data, ...more }, administrator, at, request);
  return guestOf(teller, house, userId, await provisioningOf(teller, { user_id: userId }));
}

/** Somebody who has a username is asked to join the house's company. */
export async function inviteToJoin(teller: Teller, house: House, at: Instant, username: string) {
  await teller.until(at);
  const administrator: Actor = { type: 'user', id: house.userId };
  const asked = { companyId: house.companyId, username, profile: 'user' } as const;
  const { id } = await inviteMember(teller.knex)(asked, administrator, at, requestAt(at));
  const row = await teller
    .knex('user_provisionings')
    .where({ id })
    .first<{ user_id: string | null }>('user_id');
  return guestOf(teller, house, row.user_id ?? '', id);
}

async function guestOf(teller: Teller, house: House, userId: string, first: string) {
  const { knex, env, taskQueue } = teller;
  const administrator: Actor = { type: 'user', id: house.userId };
  let id = first;
  const state = async (): Promise<ProvisioningState> => {
    const found = await provisioningById(knex, id);
    if (!found) throw new Error(`no provisioning ${id}`);
    return found;
  };
  const start = async () => {
    const life = startOfUserProvisioning(await state());
    const options = { ...startOptions(life, taskQueue), workflowRunTimeout: '500 days' as const };
    await env.client.workflow.start(life.workflow, options);
    teller.remember(life.workflowId);
  };
  const handle = () => env.client.workflow.getHandle(`user-provisioning/${id}`);
  const command = async (name: ProvisioningCommandName, actor: Actor, request = requestAt('')) => {
    const at = request.receivedAt === '' ? await teller.now() : request.receivedAt;
    const message = { provisioningId: id, actor, request: { ...request, receivedAt: at } };
    return insisting(() =>
      handle().executeUpdate<ProvisioningState, [unknown]>(name, { args: [message], updateId: request.id }),
    );
  };
  await start();
  return {
    userId,
    state,
    /** By the link that was mailed last, received at that instant. */
    accept: async (at?: Instant) => {
      const request = requestAt(at ?? (await teller.now()));
      const tokenHash = await knownToken(teller, userId);
      const particulars = { tokenHash, password: { hash: 'a hash', needsFactor: false } };
      await keepParticulars(knex)(request, particulars, request.receivedAt);
      return command('accept', { type: 'user', id: userId }, request);
    },
    acceptLoggedIn: (as = userId) => command('accept', { type: 'user', id: as }),
    resend: () => command('resend', administrator),
    withdraw: () => command('withdraw', administrator),
    /** After it has lapsed: a new row and a new life. */
    inviteAgain: async (at: Instant) => {
      await teller.until(at);
      const whom = { companyId: house.companyId, userId };
      const begun = await inviteAgain(knex)(whom, administrator, at, requestAt(at));
      id = begun.id;
      await start();
    },
    logIn: async (at: Instant) => {
      await teller.until(at);
      const expiresAt = plusMilliseconds(at, hours(1));
      const session = { id: uuidv7(), userId, tokenHash: hashOf(randomUUID()), kind: 'bearer' as const };
      await openSession(knex)({ ...session, at, expiresAt });
      await handle().signal(factsChanged);
    },
    grantBox: async () => {
      const member = await knex('memberships')
        .where({ user_id: userId, company_id: house.companyId })
        .first();
      await grantBoxes(knex, member.id, [house.postboxId], ['read']);
    },
    correct: async (at: Instant, email: string) => {
      await teller.until(at);
      const whom = { companyId: house.companyId, userId, actor: administrator, at, request: null };
      const { version } = await knex('users').where({ id: userId }).first<{ version: number }>('version');
      await changeUser(knex)(whom, { email }, version);
      await handle().signal(factsChanged);
    },
    deactivate: async (at: Instant) => {
      await teller.until(at);
      const whom = { companyId: house.companyId, userId, actor: administrator, at, request: null };
      await deactivateUser(knex)(whom);
      await handle().signal(factsChanged);
    },
    result: () => handle().result() as Promise<string>,
    /** Kinds of the mails that went out or were found to be pointless, in their order. */
    told: (): Promise<readonly string[]> =>
      knex('notices').where({ life_id: id }).whereNotNull('told_at').orderBy('owed_at').pluck('kind'),
    /** Whether the mail of that kind went to that address and to nobody else. */
    isToldOnlyTo: async (email: string, kind: string): Promise<boolean> => {
      const hashes: string[] = await knex('notice_deliveries as d')
        .join('notices as n', 'n.notice_key', 'd.notice_key')
        .where({ 'n.life_id': id, 'n.kind': kind })
        .pluck('d.recipient_hash');
      return hashes.join() === hashOf(email.toLowerCase());
    },
    events: (): Promise<readonly string[]> =>
      knex('events').where({ subject_id: id }).orderBy('seq').pluck('kind'),
  };
}

async function provisioningOf({ knex }: Teller, where: object): Promise<string> {
  return (await knex('user_provisionings').where(where).orderBy('id', 'desc').first<{ id: string }>('id')).id;
}

/** The mail alone knows the token of a link: here its hash becomes that of one we know. */
async function knownToken({ knex }: Teller, userId: string): Promise<string> {
  await until('every mail has gone', async () => (await knex('notices').whereNull('told_at')).length === 0);
  const tokenHash = hashOf(randomUUID());
  const link = await knex('one_time_links')
    .where({ user_id: userId })
    .orderBy('id', 'desc')
    .first<{ id: string }>('id');
  await knex('one_time_links').where({ id: link.id }).update({ token_hash: tokenHash });
  return tokenHash;
}
