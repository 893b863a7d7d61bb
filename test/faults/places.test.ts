/** Workers killed between the commit of a confirmed place and the end of its workflow task (WF-20; F02). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { OPERATOR_CHAIN } from '../../db/event-chain.ts';
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

const nobody = { token: 'nobody' };

test('a confirmation whose worker is killed at its COMMIT happens once, and its answer arrives', async () => {
  const { product, portal } = scene;
  const { knex } = product;
  const branches = [await scene.dueLater(), await scene.dueLater(), await scene.dueLater()];
  await knex('companies').update({ places: 'on' });
  const tryFrom = ({ ground }: (typeof branches)[number]) =>
    portal.insist({ as: nobody, path: '/v1/sessions', body: { ...ground.customer, mode: 'bearer' } });
  const commands = await Promise.all(
    branches.map(async (branch) => {
      const tried = await tryFrom(branch);
      expect([tried.status, tried.body.next]).toEqual([202, 'mail']);
      const body = { token: await tokenIn(branch.ground.email), attempt: tried.body.attempt };
      return { as: nobody, path: '/v1/place-authorisations/confirmation', body, key: randomUUID() };
    }),
  );

  const confirming = await withChainsHeld(knex, [OPERATOR_CHAIN], async (before) => {
    const asked = commands.map((command) => portal.insist(command));
    await until('places have been written', async () => (await before.waiting()) >= branches.length);
    await withCommitsHeld(knex, async (held) => {
      await before.release();
      await until('the first is at its COMMIT', async () => (await held.waiting()) >= 1);
      await Promise.all(product.workers.map((worker) => worker.kill()));
    });
    return asked;
  });
  await Promise.all(product.workers.map((worker) => worker.start()));

  const answers = await Promise.all(confirming);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  await until('nothing is under way', () => isSettled(product), 60_000);
  const done: string[] = await knex('events').where({ kind: 'place.authorised' }).pluck('subject_id');
  expect([done.length, new Set(done).size]).toEqual([3, 3]);
  expect(await knex('command_particulars').select()).toEqual([]);
  for (const branch of branches) expect((await tryFrom(branch)).status).toBe(201);
  expect([...(await checkLives(product)), ...(await checkChains(product))]).toEqual([]);
}, 300_000);

/** What stands behind the `#` of the link in the mail. */
async function tokenIn(email: string): Promise<string> {
  await until('the link has arrived', async () => (await mailsTo(scene.product, email)).length > 0);
  const [mail] = await mailsTo(scene.product, email);
  return /\/links\/place[^#]*#([A-Za-z0-9_-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
}
