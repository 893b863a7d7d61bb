/** Workers killed again and again while invitations are recalled and expire (WF-02; F02, F03). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { checkChains } from '../support/invariants/chains.ts';
import { checkLives, isSettled } from '../support/invariants/lives.ts';
import { mailsTo } from '../support/mailbox.ts';
import type { Branch } from '../support/branch.ts';
import type { OpenScene } from '../support/scene.ts';
import { openScene } from '../support/scene.ts';
import { until } from '../support/wait.ts';

let scene: OpenScene;
beforeAll(async () => {
  scene = await openScene();
}, 400_000);
afterAll(() => scene.close());

const seconds = (count: number) => count / 3_600;

test('every invitation is recalled at most once and ends once, and its administrator hears of it once', async () => {
  const { product } = scene;
  const { knex } = product;
  const branch = await scene.dueLater();
  await shortInvitations(branch);
  const guests = await Promise.all(Array.from({ length: 6 }, () => invite(branch)));
  await until('invitations have begun', async () => (await knex('notices').whereNull('told_at')).length < 6);
  for (let round = 0; round < 6; round += 1) {
    await pause(randomInt(500, 3_000));
    const worker = product.workers[round % 2];
    await worker?.kill();
    await worker?.start();
  }
  await until('every invitation is over', () => areOver(guests.length), 120_000);
  // An activity whose worker was killed is tried again after a minute.
  await until('nothing is under way', () => isSettled(product), 120_000);

  const kinds: string[] = await knex('events').where({ subject_type: 'user-provisioning' }).pluck('kind');
  const count = (kind: string) => kinds.filter((each) => each === kind).length;
  expect([count('invitation.reminded'), count('invitation.expired')]).toEqual([6, 6]);
  const told = await mailsTo(product, branch.ground.email);
  expect(new Set(told.map(messageIdOf)).size).toBe(6);
  for (const email of guests) {
    const mails = await mailsTo(product, email);
    const reminders = mails.filter(({ subject }) => subject.startsWith('Reminder'));
    expect(reminders.length).toBeLessThanOrEqual(1);
    expect(new Set(mails.map(messageIdOf)).size).toBeLessThanOrEqual(2);
  }
  expect([...(await checkLives(product)), ...(await checkChains(product))]).toEqual([]);
}, 400_000);

type Mail = Awaited<ReturnType<typeof mailsTo>>[number];
const messageIdOf = ({ headers }: Mail) => headers.find(({ name }) => /^message-id$/i.test(name))?.value;

async function areOver(count: number): Promise<boolean> {
  const open = await scene.product.knex('user_provisionings').whereNull('closed_at');
  const all = await scene.product.knex('user_provisionings').select('id');
  return all.length === count && open.length === 0;
}

/** From now on an invitation of this brand works for twenty seconds, with a reminder after eight. */
async function shortInvitations({ ground }: Branch): Promise<void> {
  const { knex } = scene.product;
  const present = await knex('policy_sets').where({ brand_id: ground.brandId }).first();
  const people = {
    messageSeconds: 0,
    links: { invitationHours: seconds(20), resetMinutes: 30, placeMinutes: 30 },
    invitations: { reminderHours: seconds(8), noRightsDays: 7, unusedDays: 30 },
  };
  await knex('policy_sets').insert({
    ...present,
    id: uuidv7(),
    version: Number(present.version) + 1,
    effective_from_at: new Date(Date.now() - 1_000),
    people: JSON.stringify(people),
  });
}

/** The address of a new user. */
async function invite(branch: Branch): Promise<string> {
  const username = `guest-${randomUUID().slice(0, 13)}`;
  const email = `${username}@customer.example`;
  const names = { firstName: 'Nele', lastName: 'Maes', language: 'en', profile: 'user' };
  const path = `/v1/companies/${branch.ground.companyId}/users`;
  const body = { username, email, ...names };
  const { status } = await scene.portal.insist({ as: branch.customer, path, body });
  expect(status).toBe(201);
  return email;
}
