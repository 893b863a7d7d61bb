import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { caughtOnce } from '../support/catcher.ts';
import type { LivingWorld } from '../support/living-world.ts';
import { createLivingWorld } from '../support/living-world.ts';
import { until } from '../support/wait.ts';

let world: LivingWorld;
beforeAll(async () => {
  world = await createLivingWorld();
});
afterAll(() => world.close());

test('[check 24] a changed password is told by mail, once, and the life of the notice is over', async () => {
  const email = `an.${world.database.name}@example.com`;
  const { knex } = world;
  const users = () => knex('users').where({ username: 'an.peeters' });
  await users().update({ email, language: 'en', password_hash: 'not-hashed:the one before' });
  const answer = await world.http
    .post('/v1/me/password')
    .set(await world.as('an.peeters'))
    .send({ currentPassword: 'the one before', newPassword: 'vier zwanen op het kanaal' });
  expect(answer.status).toBe(200);
  await world.wakeAll();
  const [mail] = await caughtOnce(email, 1);
  expect(mail?.subject).toBe('Your password was changed');
  expect(mail?.text).toContain('The password of an.peeters was changed on');
  expect(mail?.text).toContain('Was this not you?');
  const notice = () => knex('personal_notices').first<{ id: string; closed_at: Date | null }>();
  await until('the notice is closed', async () => (await notice()).closed_at !== null);
  const { id } = await notice();
  const handle = world.client.workflow.getHandle(`personal-notice/${id}`);
  expect(await handle.result()).toBe('told');
  const { events } = await handle.fetchHistory();
  expect(events?.length).toBe(11);
  await world.wakeAll();
  expect(await caughtOnce(email, 1)).toHaveLength(1);
});
