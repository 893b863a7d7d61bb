/** Workers killed between the commit of a new password and the end of its workflow task (WF-03; F02). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { OPERATOR_CHAIN } from '../../db/event-chain.ts';
import { checkChains } from '../support/invariants/chains.ts';
import { checkLives, isSettled } from '../support/invariants/lives.ts';
import { checkMails } from '../support/invariants/mails.ts';
import { checkTraces } from '../support/invariants/traces.ts';
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

const newPassword = 'seven sleepy herons by the canal';

test('a new password whose worker is killed at its COMMIT is set once; the link is spent, sessions have ended', async () => {
  const { product, portal } = scene;
  const { knex } = product;
  const branches = [await scene.dueLater(), await scene.dueLater(), await scene.dueLater()];
  const tokens = await Promise.all(
    branches.map(async ({ ground, customer }) => {
      const path = '/v1/credential-recoveries';
      const asked = await portal.insist({
        as: customer,
        path,
        body: { identifier: ground.customer.username },
      });
      expect(asked.status).toBe(202);
      return tokenIn(ground.email);
    }),
  );
  const completion = (index: number) => ({
    as: { token: 'nobody' },
    path: '/v1/credential-recoveries/completion',
    body: { token: tokens[index], newPassword },
    key: randomUUID(),
  });
  const commands = branches.map((_branch, index) => completion(index));

  const completing = await withChainsHeld(knex, [OPERATOR_CHAIN], async (before) => {
    const asked = commands.map((command) => portal.insist(command));
    await until('passwords have been set', async () => (await before.waiting()) >= branches.length);
    await withCommitsHeld(knex, async (held) => {
      await before.release();
      await until('the first is at its COMMIT', async () => (await held.waiting()) >= 1);
      await Promise.all(product.workers.map((worker) => worker.kill()));
    });
    return asked;
  });
  await Promise.all(product.workers.map((worker) => worker.start()));

  const answers = await Promise.all(completing);
  expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
  await until('nothing is under way', () => isSettled(product), 60_000);
  const done: string[] = await knex('events')
    .where({ kind: 'credential-recovery.completed' })
    .pluck('subject_id');
  expect([done.length, new Set(done).size]).toEqual([3, 3]);
  expect(await knex('command_particulars').select()).toEqual([]);
  const links: { used_at: Date | null }[] = await knex('one_time_links').where({ purpose: 'reset' });
  expect(links.map(({ used_at: usedAt }) => usedAt !== null)).toEqual([true, true, true]);
  for (const [index, { ground, customer }] of branches.entries()) {
    expect((await portal.get(customer, '/v1/me')).status).toBe(401);
    expect((await portal.insist(completion(index))).body.reason).toBe('link.unusable');
    expect((await portal.insist(commands[index] ?? completion(index))).status).toBe(204);
    await portal.logIn({ username: ground.customer.username, password: newPassword });
    const subjects = (await mailsTo(product, ground.email)).map(({ subject }) => subject).sort();
    expect(subjects).toEqual(['Your password was changed', 'Your username and a link for a new password']);
  }
  const wrong = [checkLives(product), checkChains(product), checkMails(scene), checkTraces(scene)];
  expect((await Promise.all(wrong)).flat()).toEqual([]);
}, 300_000);

/** What stands behind the `#` of the link in the mail. */
async function tokenIn(email: string): Promise<string> {
  await until('the link has arrived', async () => (await mailsTo(scene.product, email)).length > 0);
  const [mail] = await mailsTo(scene.product, email);
  return /\/links\/reset[^#]*#([A-Za-z0-9_-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
}
