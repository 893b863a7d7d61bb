/** Workers killed at the COMMIT of a withdrawal in a review of rights (WF-43; F02). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { openAccessReview } from '../../db/changes/open-access-review.ts';
import { instantOf } from '../../domain/calendar.ts';
import { checkChains } from '../support/invariants/chains.ts';
import { checkLives, isSettled } from '../support/invariants/lives.ts';
import { checkMails } from '../support/invariants/mails.ts';
import { checkTraces } from '../support/invariants/traces.ts';
import type { OpenScene } from '../support/scene.ts';
import { openScene } from '../support/scene.ts';
import { until } from '../support/wait.ts';
import { withCommitsHeld } from '../support/stops.ts';

let scene: OpenScene;
beforeAll(async () => {
  scene = await openScene();
}, 400_000);
afterAll(() => scene.close());

test('a withdrawal whose worker is killed at its COMMIT happens once, and the answer is still to be had', async () => {
  const { product, portal } = scene;
  const { knex } = product;
  const { ground, customer } = await scene.dueLater();
  const { companyId } = ground;
  await knex('memberships').where({ company_id: companyId }).update({ profile: 'administrator' });
  await knex('grants').update({ granted_at: new Date(Date.now() - 370 * 86_400_000) });
  const reviewId = (await openAccessReview(knex)(companyId, instantOf(Date.now()))) ?? '';
  await until('the review lives', () => isSettled(product), 180_000);
  const path = `/v1/companies/${companyId}/access-reviews/${reviewId}`;
  const { body } = await portal.get(customer, `${path}/entries`);
  const entryId: string = body.items[0].id;
  const asked = {
    as: customer,
    path: `${path}/answers`,
    body: { answers: [{ entryId, answer: 'withdraw' }] },
    key: randomUUID(),
  };

  const answering = await withCommitsHeld(knex, async (held) => {
    const sent = [portal.insist(asked)];
    await until('it is at its COMMIT', async () => (await held.waiting()) >= 1);
    await Promise.all(product.workers.map((worker) => worker.kill()));
    return sent;
  });
  await Promise.all(product.workers.map((worker) => worker.start()));

  const [answer] = await Promise.all(answering);
  expect(answer?.status).toBe(200);
  await until('nothing is under way', () => isSettled(product), 180_000);
  const done = await knex('events').where({ kind: 'access-review.answered', subject_id: reviewId });
  expect(done).toHaveLength(1);
  const ended = await knex('grants').where({ end_reason: 'review' });
  expect(ended).toHaveLength(1);
  expect((await portal.insist(asked)).status).toBe(200);
  expect(await knex('events').where({ kind: 'access-review.answered' })).toHaveLength(1);
  const wrong = [checkLives(product), checkChains(product), checkMails(scene), checkTraces(scene)];
  expect((await Promise.all(wrong)).flat()).toEqual([]);
}, 400_000);
