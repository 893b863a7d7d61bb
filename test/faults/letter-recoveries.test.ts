/**
 * Workers killed between the commit of a letter's code and the end of its workflow task (decided.md, People; F02): a new
 * administrator, and somebody who lost his factors.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { hashPassword } from '../../platform/passwords.ts';
import type { Branch } from '../support/branch.ts';
import { checkChains } from '../support/invariants/chains.ts';
import { checkLives, isSettled } from '../support/invariants/lives.ts';
import { checkMails } from '../support/invariants/mails.ts';
import { checkTraces } from '../support/invariants/traces.ts';
import { mailsTo } from '../support/mailbox.ts';
import { newMember } from '../support/persons.ts';
import type { Caller, Command } from '../support/portal.ts';
import type { OpenScene } from '../support/scene.ts';
import { openScene } from '../support/scene.ts';
import { staffMember } from '../support/staff.ts';
import { until } from '../support/wait.ts';
import { withChainsHeld, withCommitsHeld } from '../support/stops.ts';

let scene: OpenScene;
beforeAll(async () => {
  scene = await openScene();
}, 400_000);
afterAll(() => scene.close());

const password = 'seven sleepy herons by the canal';

test('codes of letters whose worker is killed at its COMMIT count once, and are answered', async () => {
  const { product, portal } = scene;
  const { knex } = product;
  const branches = [await scene.dueLater(), await scene.dueLater()];
  const [appointed, lost] = await Promise.all([
    Promise.all(branches.map((branch) => recoveryOf(branch, 'administrator'))),
    Promise.all(branches.map((branch) => recoveryOf(branch, 'factors'))),
  ]);
  const all = [...appointed, ...lost];
  const commands = await Promise.all(all.map((recovery) => recovery.command()));

  const chains = branches.map(({ ground }) => ground.companyId);
  const entering = await withChainsHeld(knex, chains, async (before) => {
    const asked = commands.map((command) => portal.insist(command));
    await until('codes have done their work', async () => (await before.waiting()) >= 2);
    await withCommitsHeld(knex, async (held) => {
      await before.release();
      await until('codes are at their COMMIT', async () => (await held.waiting()) >= 1);
      await Promise.all(product.workers.map((worker) => worker.kill()));
    });
    return asked;
  });
  await Promise.all(product.workers.map((worker) => worker.start()));

  const answers = await Promise.all(entering);
  expect(answers.map(({ status }) => status)).toEqual(all.map(() => 200));
  await until('nothing is under way', () => isSettled(product), 180_000);
  const granted: string[] = await knex('events')
    .where({ kind: 'administrator-recovery.granted' })
    .pluck('subject_id');
  expect(granted.sort()).toEqual(all.map(({ id }) => id).sort());
  expect(await knex('command_particulars').whereNot({ particulars: 'null' }).select()).toEqual([]);
  for (const { userId } of appointed)
    expect(await knex('memberships').where({ user_id: userId }).first()).toMatchObject({
      profile: 'administrator',
    });
  for (const { userId, username, email, earlier } of lost) {
    for (const table of ['second_factors', 'recovery_codes'])
      expect(await knex(table).where({ user_id: userId }).select('id')).toEqual([]);
    expect((await portal.get(earlier, '/v1/me')).status).toBe(401);
    await portal.logIn({ username, password });
    const subjects = (await mailsTo(product, email)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject === 'All your second factors were removed')).toHaveLength(1);
  }
  // The same key again has the same answer, another one comes too late.
  for (const command of commands) {
    expect((await portal.insist(command)).status).toBe(200);
    expect((await portal.insist({ ...command, key: randomUUID() })).body.reason).toBe(
      'administrator-recovery.over',
    );
  }
  const wrong = [checkLives(product), checkChains(product), checkMails(scene), checkTraces(scene)];
  expect((await Promise.all(wrong)).flat()).toEqual([]);
}, 400_000);

interface Recovery {
  readonly id: string;
  readonly userId: string;
  readonly username: string;
  readonly email: string;
  /** Logged in before the factors were lost. */
  readonly earlier: Caller;
  /** The entry of the code. */
  command(): Promise<Command>;
}

/** Proposed, approved and printed by staff through the API, its days to object over. */
async function recoveryOf(branch: Branch, purpose: 'administrator' | 'factors'): Promise<Recovery> {
  const { product, portal } = scene;
  const { knex, temporal } = product;
  const { companyId } = branch.ground;
  const known = { password_hash: await hashPassword(password) };
  const { id: userId, username, email } = await newMember(knex, companyId, 'user', known);
  const earlier = await portal.logIn({ username, password });
  await ready(companyId, purpose, userId);
  const staff = await secondOfStaff();
  const insist = async (as: Caller, path: string, body?: object) => {
    const answer = await portal.insist({ as, path, ...(body && { body }) });
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  };
  const asked = { purpose, userId, reason: 'Asked for by letter.' };
  const { id } = await insist(branch.operator, `/v1/companies/${companyId}/administrator-recoveries`, asked);
  const path = `/v1/administrator-recoveries/${id}`;
  await insist(staff, `${path}/approval`);
  const { code } = (await portal.get(staff, `${path}/letter`)).body;
  await insist(staff, `${path}/letter/confirmation`);
  const over = new Date(Date.now() - 60_000);
  await knex('administrator_recoveries').where({ id }).update({ objection_ends_at: over });
  await temporal.workflow.getHandle(`administrator-recovery/${id}`).signal('factsChanged');
  const codeCounts = async () => (await knex('administrator_recoveries').where({ id }).first()).opened_at;
  await until('the code counts', async () => (await codeCounts()) !== null, 60_000);
  return {
    id,
    userId,
    username,
    email,
    earlier,
    command: async () => {
      const key = randomUUID();
      if (purpose === 'administrator')
        return { as: earlier, path: '/v1/me/administrator-recovery', body: { code }, key };
      const headers = { 'Content-Type': 'application/json' };
      const body = JSON.stringify({ username, password, mode: 'bearer' });
      const begun = await fetch(`${product.url}/v1/sessions`, { method: 'POST', headers, body });
      const { attempt } = (await begun.json()) as { attempt: string };
      return { as: { token: 'nobody' }, path: '/v1/sessions/lost-factors', body: { attempt, code }, key };
    },
  };
}

/** What the purpose needs: nobody who administers, or a factor; and an address for the letter. */
async function ready(companyId: string, purpose: string, userId: string): Promise<void> {
  const { knex } = scene.product;
  const address = { street: 'Meir 12', postal_code: '2000', city: 'Antwerpen', country: 'BE' };
  await knex('companies').where({ id: companyId }).update(address);
  const now = new Date();
  if (purpose === 'administrator') {
    const administering = { company_id: companyId, profile: 'administrator' };
    await knex('memberships').where(administering).update({ suspended_at: now });
    return;
  }
  const shown = { kind: 'totp', name: 'Telephone', created_at: now, confirmed_at: now };
  await knex('second_factors').insert({ id: uuid(), user_id: userId, sealed_secret: 'sealed', ...shown });
  const code = { id: uuid(), user_id: userId, code_hash: randomUUID(), created_at: now };
  await knex('recovery_codes').insert(code);
}

async function secondOfStaff(): Promise<Caller> {
  const username = `staff-${uuid().slice(-12)}`;
  await staffMember(scene.product.knex, { username, passwordHash: await hashPassword(password) });
  return scene.portal.logIn({ username, password });
}
