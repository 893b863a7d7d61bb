/** Workers killed while staff list a router: between the commit and the end of its workflow task (WF-06; F02). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { checkChains } from '../support/invariants/chains.ts';
import { checkLives, isSettled } from '../support/invariants/lives.ts';
import { stageSeen } from '../support/lives.ts';
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

const place = { street: 'Rue 1', postalCode: '59000', city: 'Lille', country: 'FR' };

test('a router is listed once and invited once, and the answer arrives', async () => {
  const { product, portal } = scene;
  const { knex, workers } = product;
  const { ground, customer, operator } = await scene.dueLater();
  const email = `${randomUUID()}@router.example`;
  const known = { ...place, name: 'Routage Lenoir', email, enterpriseNumber: 'BE0403170701' };
  const path = `/v1/companies/${ground.companyId}/router-onboardings`;
  const asked = await portal.insist({ as: customer, path, body: known });
  expect(asked.status).toBe(201);
  const id = asked.body.id as string;

  const approval = {
    as: operator,
    path: `/v1/router-onboardings/${id}/approval`,
    body: { entry: { ...known, type: 'other' } },
    key: randomUUID(),
  };
  const listing = await withChainsHeld(knex, [ground.companyId], async (before) => {
    const sent = portal.insist(approval);
    await until('it has done all its work', async () => (await before.waiting()) >= 1);
    await withCommitsHeld(knex, async (held) => {
      await before.release();
      await until('it is at its COMMIT', async () => (await held.waiting()) >= 1);
      await Promise.all(workers.map((each) => each.kill()));
    });
    return { sent };
  });
  await Promise.all(workers.map((each) => each.start()));

  const answer = await listing.sent;
  expect([answer.status, answer.body.stage]).toEqual([200, 'registration']);
  await until(
    'its life knows',
    async () => (await stageSeen(product, `router-onboarding/${id}`)) === 'registration',
    60_000,
  );
  expect(await knex('routers').where({ enterprise_number: known.enterpriseNumber })).toHaveLength(1);
  expect(await knex('events').where({ kind: 'router-onboarding.listed' })).toHaveLength(1);
  await until('it is invited', async () => (await mailsTo(product, email)).length > 0);
  await until('nothing is under way', () => isSettled(product), 180_000);
  expect(await mailsTo(product, email)).toHaveLength(1);
  expect(await knex('command_particulars').whereNot({ particulars: 'null' }).select()).toEqual([]);
  expect([await checkLives(product), await checkChains(product)]).toEqual([[], []]);
}, 400_000);
