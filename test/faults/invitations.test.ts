/** Workers killed between the commit of an acceptance and the end of its workflow task (WF-02; F02). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Branch } from '../support/branch.ts';
import { checkChains } from '../support/invariants/chains.ts';
import { checkLives, isSettled } from '../support/invariants/lives.ts';
import { mailsTo } from '../support/mailbox.ts';
import type { OpenScene } from '../support/scene.ts';
import { openScene } from '../support/scene.ts';
import { until } from '../support/wait.ts';
import { withChainsHeld, withCommitsHeld } from './stops.ts';

let scene: OpenScene;
beforeAll(async () => {
  scene = await openScene();
}, 180_000);
afterAll(() => scene.close(), 60_000);

const password = 'seven sleepy herons by the canal';

test('an acceptance whose worker is killed at its COMMIT happens once, and its answer arrives', async () => {
  const { product, portal } = scene;
  const { knex } = product;
  const branches = [await scene.dueLater(), await scene.dueLater()];
  const guests = (await Promise.all(branches.flatMap((branch) => [invite(branch), invite(branch)]))).flat();
  const tokens = await Promise.all(guests.map(({ email }) => tokenIn(email)));

  const chains = branches.map(({ ground }) => ground.companyId);
  const accepting = await withChainsHeld(knex, chains, async (before) => {
    const asked = guests.map(({ branch }, index) =>
      portal.insist({
        as: branch.customer,
        path: '/v1/invitations/acceptance',
        body: { token: tokens[index], password },
      }),
    );
    await until('acceptances have done their work', async () => (await before.waiting()) >= 2);
    await withCommitsHeld(knex, async (held) => {
      await before.release();
      await until('acceptances are at their COMMIT', async () => (await held.waiting()) >= 1);
      await Promise.all(product.workers.map((worker) => worker.kill()));
    });
    return asked;
  });
  await Promise.all(product.workers.map((worker) => worker.start()));

  const answers = await Promise.all(accepting);
  expect(answers.map(({ status }) => status)).toEqual(guests.map(() => 200));
  await until('nothing is under way', () => isSettled(product), 60_000);
  const events: string[] = await knex('events').where({ kind: 'invitation.accepted' }).pluck('subject_id');
  expect([events.length, new Set(events).size]).toEqual([guests.length, guests.length]);
  expect(await knex('command_particulars').select()).toEqual([]);
  for (const { username } of guests) await portal.logIn({ username, password });
  await until('first log-ins are noted', () => isSettled(product), 60_000);
  expect([...(await checkLives(product)), ...(await checkChains(product))]).toEqual([]);
}, 300_000);

/** A new user of that company, as its administrator creates him. */
async function invite(branch: Branch) {
  const username = `guest-${randomUUID().slice(0, 13)}`;
  const email = `${username}@customer.example`;
  const names = { firstName: 'Nele', lastName: 'Maes', language: 'en', profile: 'user' };
  const path = `/v1/companies/${branch.ground.companyId}/users`;
  const { status } = await scene.portal.insist({
    as: branch.customer,
    path,
    body: { username, email, ...names },
  });
  expect(status).toBe(201);
  return { branch, username, email };
}

/** What stands behind the `#` of the link in his mail. */
async function tokenIn(email: string): Promise<string> {
  await until('the invitation has arrived', async () => (await mailsTo(scene.product, email)).length > 0);
  const [mail] = await mailsTo(scene.product, email);
  const [, token = ''] = /\/links\/invitation[^#]*#([A-Za-z0-9_-]{43})/.exec(mail?.text ?? '') ?? [];
  return token;
}
