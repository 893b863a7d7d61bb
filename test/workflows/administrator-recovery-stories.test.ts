import { v7 as uuidv7 } from 'uuid';
import type { RecoveryParticulars } from '../../db/changes/command-administrator-recovery.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import { proposeRecovery } from '../../db/changes/propose-administrator-recovery.ts';
import { recoveryById } from '../../db/queries/administrator-recoveries.ts';
import type { RecoveryCommandName, RecoveryPurpose } from '../../domain/administrator-recovery.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { ObjectStore } from '../../platform/object-store.ts';
import type { RecoveryState } from '../../workflows/administrator-recovery/messages.ts';
import { startOfAdministratorRecovery } from '../../workflows/administrator-recovery/messages.ts';
import { startOptions } from '../../workflows/start.ts';
import { belgianSite, fourteenDays } from '../support/mail-items.ts';
import { newMember } from '../support/persons.ts';
import { hashOf, requestAt } from '../support/requests.ts';
import { staffMember } from '../support/staff.ts';
import type { Teller } from '../support/stories.ts';
import { openTeller } from '../support/stories.ts';
import { insisting, until } from '../support/wait.ts';

let teller: Teller;
beforeEach(async () => {
  teller = await openTeller({} as unknown as ObjectStore);
});
afterEach(() => teller.close());

const refused = (reason: string) => ({ cause: { message: reason } });

/** A company whose administrator is suspended, with a user; proposed by one of the staff at that instant. */
async function proposed(
  at: Instant,
  closedDays: readonly string[] = [],
  purpose: RecoveryPurpose = 'administrator',
) {
  await teller.until(at);
  const { knex, env, taskQueue } = teller;
  const house = await teller.house({ policy: fourteenDays, site: belgianSite });
  const address = { street: 'Meir 12', postal_code: '2000', city: 'Antwerpen', country: 'BE' };
  await knex('companies').where({ id: house.companyId }).update(address);
  if (purpose === 'administrator')
    await knex('memberships')
      .where({ company_id: house.companyId })
      .update({ suspended_at: new Date(at) });
  if (closedDays.length > 0)
    await knex('brand_closed_days').insert(
      closedDays.map((day) => ({ brand_id: house.brandId, closed_on: day })),
    );
  const { id: candidateId } = await newMember(knex, house.companyId);
  const [olga, omar] = [(await staffMember(knex)).id, (await staffMember(knex)).id];
  if (purpose === 'factors') await giveFactor(candidateId, at);
  const requestOf = (receivedAt: Instant) => requestAt(receivedAt);
  const asked = { purpose, companyId: house.companyId, candidateId, reason: 'Asked for by letter.' };
  const { id } = await proposeRecovery(knex)(asked, { type: 'staff', id: olga }, at, requestOf(at));
  const state = async (): Promise<RecoveryState> => {
    const found = await recoveryById(knex, id);
    if (!found) throw new Error(`no recovery ${id}`);
    return found;
  };
  const life = startOfAdministratorRecovery(await state());
  const options = { ...startOptions(life, taskQueue), workflowRunTimeout: '500 days' as const };
  await env.client.workflow.start(life.workflow, options);
  teller.remember(life.workflowId);
  const handle = env.client.workflow.getHandle(life.workflowId);
  const command = async (
    name: RecoveryCommandName,
    actor: { type: string; id: string },
    particulars: RecoveryParticulars = {},
  ) => {
    const request = requestOf(await teller.now());
    await keepParticulars(knex)(request, particulars, request.receivedAt);
    const args: [unknown] = [{ recoveryId: id, actor, request }];
    return insisting(() =>
      handle.executeUpdate<RecoveryState, [unknown]>(name, { args, updateId: request.id }),
    );
  };
  return {
    house,
    state,
    approve: (by = omar) =>
      command('approve', { type: 'staff', id: by }, { sealedCode: 'sealed', codeHash: hashOf('code') }),
    olga,
    candidateId,
    /** By who has proved himself by that state of his credentials. */
    enter: async (code: string, credentialVersion?: number) => {
      const user = await knex('users').where({ id: candidateId }).first<{ credential_version: number }>();
      const typing = { credentialVersion: credentialVersion ?? user.credential_version };
      const particulars = { typedHashes: [hashOf(code)], ...(purpose === 'factors' && typing) };
      return command('enterCode', { type: 'user', id: candidateId }, particulars);
    },
    factors: (): Promise<readonly string[]> =>
      knex('second_factors').where({ user_id: candidateId }).pluck('name'),
    codes: (): Promise<readonly string[]> =>
      knex('recovery_codes').where({ user_id: candidateId }).pluck('id'),
    result: () => handle.result() as Promise<string>,
    told: (): Promise<readonly string[]> =>
      knex('notices').where({ life_id: id }).whereNotNull('told_at').orderBy('owed_at').pluck('kind'),
    profile: async () =>
      (await knex('memberships').where({ user_id: candidateId }).first<{ profile: string }>('profile'))
        .profile,
    columns: () => knex('administrator_recoveries').where({ id }).first(),
  };
}

/** An app that was shown to work, and a recovery code. */
async function giveFactor(userId: string, at: Instant): Promise<void> {
  const [since, id] = [new Date(at), uuidv7()];
  const confirmed = { created_at: since, confirmed_at: since, last_used_at: since };
  await teller
    .knex('second_factors')
    .insert({ id, user_id: userId, kind: 'totp', name: 'Telephone', sealed_secret: 'sealed', ...confirmed });
  const code = { id: uuidv7(), user_id: userId, code_hash: id, created_at: since };
  await teller.knex('recovery_codes').insert(code);
}

test('over Easter: approved on Maundy Thursday, the code counts from the Friday after next', async () => {
  const easterMonday = '2032-03-29';
  const recovery = await proposed('2032-03-24T09:00:00.000Z', [easterMonday]);
  await expect(recovery.approve(recovery.olga)).rejects.toMatchObject(
    refused('administrator-recovery.second-person-needed'),
  );
  await teller.until('2032-03-25T09:00:00.000Z');
  expect((await recovery.approve()).objectionEndsAt).toBe('2032-04-02T22:00:00.000Z');
  await teller.until('2032-04-02T21:00:00.000Z');
  await expect(recovery.enter('code')).rejects.toMatchObject(refused('administrator-recovery.not-open'));
  await teller.until('2032-04-02T22:05:00.000Z');
  await until('the candidate is told', async () => (await recovery.told()).length === 2);
  expect(await recovery.told()).toEqual(['administrator-notice', 'administrator-code-counts']);
  expect((await recovery.enter('another')).wrongCodes).toBe(1);
  expect((await recovery.enter('code')).closed?.outcome).toBe('granted');
  expect(await recovery.profile()).toBe('administrator');
  expect(await recovery.columns()).toMatchObject({ sealed_code: null, code_hash: null, open_key: null });
});

test('[check 10] who is no longer staff when his approval is carried out approves nothing', async () => {
  const recovery = await proposed('2032-02-03T09:00:00.000Z');
  await teller.knex('staff_roles').delete();
  await expect(recovery.approve()).rejects.toMatchObject({ cause: { message: 'right.missing' } });
  expect((await recovery.state()).approvedAt).toBeNull();
});

test('nobody enters the code: it is over 30 days after the approval', async () => {
  const recovery = await proposed('2032-02-03T09:00:00.000Z');
  await recovery.approve();
  await teller.until('2032-03-04T22:00:00.000Z');
  expect((await recovery.state()).closed).toBeNull();
  await teller.until('2032-03-04T23:05:00.000Z');
  expect(await recovery.result()).toBe('expired');
  expect(await recovery.profile()).toBe('user');
});

test('no second member of the staff approves: it is over after 30 days, nobody was told', async () => {
  const recovery = await proposed('2032-02-03T09:00:00.000Z');
  await teller.until('2032-03-04T23:05:00.000Z');
  expect(await recovery.result()).toBe('expired');
  expect(await recovery.told()).toEqual([]);
});

test('the old administrator is let in again before the code is typed: nobody is put beside him', async () => {
  const recovery = await proposed('2032-02-03T09:00:00.000Z');
  await recovery.approve();
  await teller.until('2032-02-12T09:00:00.000Z');
  const former = { company_id: recovery.house.companyId, profile: 'administrator' };
  await teller.knex('memberships').where(former).update({ suspended_at: null });
  await expect(recovery.enter('code')).rejects.toMatchObject({
    cause: { message: 'administrator-recovery.not-needed' },
  });
  expect(await recovery.profile()).toBe('user');
});

test('lost factors, over Easter: told on Maundy Thursday, one of two codes removes them from the Friday after next', async () => {
  const recovery = await proposed('2032-03-24T09:00:00.000Z', ['2032-03-29'], 'factors');
  await teller.until('2032-03-25T09:00:00.000Z');
  expect((await recovery.approve()).objectionEndsAt).toBe('2032-04-02T22:00:00.000Z');
  await teller.until('2032-04-02T21:00:00.000Z');
  await expect(recovery.enter('code')).rejects.toMatchObject(refused('administrator-recovery.not-open'));
  await teller.until('2032-04-02T22:05:00.000Z');
  await until('he is told', async () => (await recovery.told()).length === 2);
  expect(await recovery.told()).toEqual(['factors-notice', 'factors-code-counts']);
  expect((await recovery.enter('another')).wrongCodes).toBe(1);
  expect([await recovery.factors(), (await recovery.codes()).length]).toEqual([['Telephone'], 1]);
  const ends = await Promise.allSettled([recovery.enter('code'), recovery.enter('code')]);
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await recovery.result()).toBe('granted');
  expect([await recovery.factors(), await recovery.codes()]).toEqual([[], []]);
  expect(await recovery.told()).toEqual(['factors-notice', 'factors-code-counts', 'factors-removed']);
  expect(await recovery.profile()).toBe('user');
  expect(await recovery.columns()).toMatchObject({ sealed_code: null, code_hash: null, open_key: null });
});

test('[check 10] lost factors: what has changed since is asked again with the code, and nothing is removed', async () => {
  const recovery = await proposed('2032-02-03T09:00:00.000Z', [], 'factors');
  await recovery.approve();
  await teller.until('2032-02-12T09:00:00.000Z');
  const since = new Date('2032-02-06T09:00:00.000Z');
  // A password changed after the log-in in which he types: not even counted.
  await expect(recovery.enter('another', 99)).rejects.toMatchObject(refused('not-found'));
  const membership = teller.knex('memberships').where({ user_id: recovery.candidateId });
  await membership.clone().update({ deactivated_at: since });
  const notActive = refused('administrator-recovery.person-not-active');
  await expect(recovery.enter('code')).rejects.toMatchObject(notActive);
  await membership.clone().update({ deactivated_at: null });
  // The telephone is found again.
  const factor = teller.knex('second_factors').where({ user_id: recovery.candidateId });
  await factor.clone().update({ last_used_at: since });
  await expect(recovery.enter('code')).rejects.toMatchObject(refused('administrator-recovery.factor-used'));
  expect(await recovery.state()).toMatchObject({ wrongCodes: 0, closed: null });
  expect([await recovery.factors(), (await recovery.codes()).length]).toEqual([['Telephone'], 1]);
});
