/** Workers killed while a request for rights is approved: before its commit, and between commit and workflow task (F02, F04). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { checkChains } from '../support/invariants/chains.ts';
import { checkLives, isSettled } from '../support/invariants/lives.ts';
import { mailsTo } from '../support/mailbox.ts';
import type { OpenScene } from '../support/scene.ts';
import { openScene } from '../support/scene.ts';
import { until } from '../support/wait.ts';
import { withChainsHeld, withCommitsHeld } from '../support/stops.ts';

let scene: OpenScene;
beforeAll(async () => {
  scene = await openScene();
}, 400_000);
afterAll(() => scene.close());

test('the right is given once, whenever the workers are killed', async () => {
  const { product, portal } = scene;
  const { knex, workers } = product;
  const { ground, customer } = await scene.dueLater();
  const { companyId, postboxId } = ground;
  const user = await newcomer(companyId, customer);
  const account = await knex('accounts').where({ company_id: companyId }).first<{ id: string }>('id');
  const rights = [{ actions: ['read'], scope: { postboxes: [postboxId] } }];
  const asked = await portal.insist({
    as: user.caller,
    path: `/v1/companies/${companyId}/rights-requests`,
    body: { accountId: account.id, application: 'postbox', rights },
  });
  expect([asked.status, asked.body.stage]).toEqual([201, 'in-house']);
  const id: string = asked.body.id;
  await until('its life has begun', () => isSettled(product), 180_000);

  const approval = { as: customer, path: `/v1/rights-requests/${id}/approval`, body: {}, key: randomUUID() };
  const first = await withChainsHeld(knex, [companyId], async (held) => {
    const sent = portal.send(approval).then(String, () => 'lost');
    await until('it has done all its work', async () => (await held.waiting()) >= 1);
    await Promise.all(workers.map((each) => each.kill()));
    return { sent };
  });
  expect(await grantsOn(user.id)).toBe(0);

  await withChainsHeld(knex, [companyId], async (before) => {
    await Promise.all(workers.map((each) => each.start()));
    await until('it is tried again', async () => (await before.waiting()) >= 1, 60_000);
    await withCommitsHeld(knex, async (held) => {
      await before.release();
      await until('it is at its COMMIT', async () => (await held.waiting()) >= 1);
      await Promise.all(workers.map((each) => each.kill()));
    });
  });
  await until('the server has carried it out', async () => (await grantsOn(user.id)) === 1);
  await Promise.all(workers.map((each) => each.start()));
  await first.sent;
  const settled = await portal.insist(approval);
  expect([settled.status, settled.body.stage]).toEqual([200, 'granted']);

  await until('nothing is under way', () => isSettled(product), 180_000);
  expect(await grantsOn(user.id)).toBe(1);
  const told = (await mailsTo(product, user.email)).filter(({ subject }) => subject.includes('the rights'));
  expect(told).toHaveLength(1);
  expect([await checkLives(product), await checkChains(product)]).toEqual([[], []]);
}, 400_000);

/** A user without any right, as its administrator creates him; accepted and logged in. */
async function newcomer(companyId: string, administrator: { readonly token: string }) {
  const { portal, product } = scene;
  const username = `guest-${randomUUID().slice(0, 13)}`;
  const email = `${username}@customer.example`;
  const names = { firstName: 'Nele', lastName: 'Maes', language: 'en', profile: 'user' };
  const created = await portal.insist({
    as: administrator,
    path: `/v1/companies/${companyId}/users`,
    body: { username, email, ...names },
  });
  await until('the invitation has arrived', async () => (await mailsTo(product, email)).length > 0);
  const [mail] = await mailsTo(product, email);
  const token = /\/links\/invitation[^#]*#([A-Za-z0-9_-]{43})/.exec(mail?.text ?? '')?.[1];
  const password = 'seven sleepy herons by the canal';
  const path = '/v1/invitations/acceptance';
  await portal.insist({ as: administrator, path, body: { token, password } });
  return { id: created.body.id as string, email, caller: await portal.logIn({ username, password }) };
}

async function grantsOn(userId: string): Promise<number> {
  const found = await scene.product
    .knex('grants as g')
    .join('holdings as h', 'h.id', 'g.holding_id')
    .join('memberships as m', 'm.id', 'h.holder_id')
    .where('m.user_id', userId)
    .count('* as n')
    .first<{ n: number }>();
  return found.n;
}
