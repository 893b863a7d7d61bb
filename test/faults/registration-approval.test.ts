/** Workers killed while a registration is approved: before its commit, and between commit and workflow task (F02, F04). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { OPERATOR_CHAIN } from '../../db/event-chain.ts';
import { keyOfForm, portalForm, wholeAnswers, writeForm } from '../support/forms.ts';
import { checkChains } from '../support/invariants/chains.ts';
import { checkLives, isSettled } from '../support/invariants/lives.ts';
import { stageSeen } from '../support/lives.ts';
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

const formKey = randomBytes(32).toString('base64url');
const email = `zoe${randomBytes(6).toString('hex')}@applicant.example`;

/** As a portal speaks for an applicant, who is nobody yet. */
async function say(path: string, body: object = {}) {
  const headers = {
    'Content-Type': 'application/json',
    'Registration-Key': formKey,
    'Idempotency-Key': randomUUID(),
  };
  const url = `${scene.product.url}/v1/registrations${path}`;
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a test is about to say
  return { status: answer.status, body: (await answer.json()) as any };
}

test('one company, one user, one invitation, whenever the workers are killed', async () => {
  const { product, portal } = scene;
  const { knex, workers } = product;
  const branch = await scene.dueLater();
  const form = keyOfForm(portalForm, await writeForm(knex, branch.ground.brandId, portalForm));
  const { body } = await say('', { form, language: 'en', answers: { ...wholeAnswers, email } });
  const id: string = body.id;
  await until('the link has come', async () => (await mailsTo(product, email)).length === 1);
  const [mail] = await mailsTo(product, email);
  const token = /#([A-Za-z0-9_-]{43})/.exec(mail?.text ?? '')?.[1];
  expect((await say('/confirmations', { token })).status).toBe(200);
  expect((await say(`/${id}/submission`)).body.stage).toBe('review');

  const path = `/v1/registrations/${id}/approval`;
  const approval = { as: branch.operator, path, body: { applications: ['postbox'] }, key: randomUUID() };
  const first = await withChainsHeld(knex, [OPERATOR_CHAIN], async (held) => {
    const sent = portal.send(approval).then(String, () => 'lost');
    await until('it has done all its work', async () => (await held.waiting()) >= 1);
    await Promise.all(workers.map((each) => each.kill()));
    return { sent };
  });
  expect(await knex('companies').where({ enterprise_number: 'BE0403170701' })).toEqual([]);

  const second = await withChainsHeld(knex, [OPERATOR_CHAIN], async (before) => {
    await Promise.all(workers.map((each) => each.start()));
    await until('it is tried again', async () => (await before.waiting()) >= 1, 60_000);
    await withCommitsHeld(knex, async (held) => {
      await before.release();
      await until('it is at its COMMIT', async () => (await held.waiting()) >= 1);
      await Promise.all(workers.map((each) => each.kill()));
    });
    return 'killed';
  });
  expect(second).toBe('killed');
  await until('the server has carried it out', async () => (await approvedAt(id)) !== null);

  await Promise.all(workers.map((each) => each.start()));
  await first.sent;
  const settled = await portal.insist(approval);
  expect([settled.status, settled.body.stage]).toEqual([200, 'invited']);
  await until(
    'its life knows',
    async () => (await stageSeen(product, `registration/${id}`)) === 'invited',
    60_000,
  );

  const companies = await knex('companies').where({ enterprise_number: 'BE0403170701' });
  const users = await knex('users').where({ email });
  expect([companies.length, users.length]).toEqual([1, 1]);
  expect(await knex('user_provisionings').where({ user_id: users[0].id })).toHaveLength(1);
  await until('the invitation has come', async () =>
    (await mailsTo(product, email)).some(({ text }) => text.includes('/links/invitation?')),
  );
  await until('nothing is under way', () => isSettled(product), 60_000);
  expect([await checkLives(product), await checkChains(product)]).toEqual([[], []]);
}, 300_000);

async function approvedAt(id: string): Promise<Date | null> {
  const row = await scene.product.knex('registrations').where({ id }).first<{ approved_at: Date | null }>();
  return row.approved_at;
}
