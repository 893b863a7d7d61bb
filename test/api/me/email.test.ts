import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { caughtOnce } from '../../support/catcher.ts';
import { aKey } from '../../support/fixtures.ts';
import type { LivingWorld } from '../../support/living-world.ts';
import { createLivingWorld } from '../../support/living-world.ts';

let world: LivingWorld;
let before: string;
let next: string;

beforeAll(async () => {
  world = await createLivingWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  // The life counts from the engine's clock.
  world.time.now = Date.now();
  before = `${randomUUID()}@example.com`;
  next = `${randomUUID()}@example.com`;
  await world.knex('users').where({ username: 'an.peeters' }).update({ email: before, language: 'en' });
});
afterEach(() => world.knex('rate_limits').delete());

const ask = async (email = next) =>
  world.http
    .put('/v1/me/email')
    .set(await world.as('an.peeters'))
    .send({ email });
const inForce = async () =>
  (await world.knex('users').where({ username: 'an.peeters' }).first<{ email: string }>('email')).email;
const confirm = (token: string) =>
  world.http.post('/v1/email-changes/confirmation').set(aKey()).send({ token });
const tokenAt = async (email: string) => {
  await world.wakeAll();
  const [mail] = await caughtOnce(email, 1);
  return /links\/email[^#]*#(\S{43})/.exec(mail?.text ?? '')?.[1] ?? 'none';
};

describe('a new mail address', () => {
  test('is in force once it is confirmed; the one before is told of both', async () => {
    const answer = await ask();
    expect(answer.status).toBe(202);
    const token = await tokenAt(next);
    const [asked] = await caughtOnce(before, 1);
    expect(asked?.subject).toBe('Another e-mail address was asked for');
    expect(await inForce()).toBe(before);
    expect((await confirm(token)).status).toBe(204);
    expect(await inForce()).toBe(next);
    const [changed] = await caughtOnce(before, 2);
    expect(changed?.subject).toBe('Your e-mail address was changed');
    expect((await confirm(token)).body.reason).toBe('link.unusable');
  });

  describe('of who logs in by his address', () => {
    let userId: string;
    const nameOf = async () => (await world.knex('users').where({ id: userId }).first<User>()).username;
    interface User {
      readonly username: string;
    }
    beforeEach(async () => {
      userId = await world.userId('an.peeters');
      await ask();
      await world.knex('users').where({ id: userId }).update({ username: before });
    });
    afterEach(async () => {
      await world.knex('users').where({ username: next }).update({ username: randomUUID() });
      await world.knex('users').where({ id: userId }).update({ username: 'an.peeters' });
    });

    test('takes his username along: the mailbox before may come to be another one’s', async () => {
      expect((await confirm(await tokenAt(next))).status).toBe(204);
      expect(await nameOf()).toBe(next);
    });

    test('is refused while another user is called by it, and confirmed once he is not', async () => {
      const other = { id: randomUUID(), username: next, name: 'Another', email: `other-${before}` };
      await world.knex('users').insert({ ...other, language: 'en' });
      const token = await tokenAt(next);
      const answer = await confirm(token);
      expect([answer.status, answer.body.reason]).toEqual([409, 'email-change.address-is-username']);
      const row = await world.knex('users').where({ id: userId }).first();
      expect([row.email, row.username]).toEqual([before, before]);
      await world.knex('users').where({ id: other.id }).update({ username: randomUUID() });
      expect((await confirm(token)).status).toBe(204);
      expect(await nameOf()).toBe(next);
    });
  });

  test('[check 47] asks for a proof of who it is', async () => {
    const session = await world.as('an.peeters');
    world.time.now += 601_000;
    const answer = await world.http.put('/v1/me/email').set(session).send({ email: next });
    expect([answer.status, answer.body.reason]).toEqual([403, 'session.step-up-needed']);
  });

  test('[check 37] is not confirmed by opening the link', async () => {
    await ask();
    const token = await tokenAt(next);
    expect((await world.http.get('/v1/email-changes/confirmation').query({ token })).status).toBe(405);
    expect(await inForce()).toBe(before);
  });

  test('[check 35] asked for again: the link before is dead; so is it when the password changed', async () => {
    await ask();
    const first = await tokenAt(next);
    const other = `${randomUUID()}@example.com`;
    await ask(other);
    const second = await tokenAt(other);
    expect((await confirm(first)).body.reason).toBe('link.unusable');
    await world
      .knex('users')
      .where({ username: 'an.peeters' })
      .update({ credential_version: world.knex.raw('credential_version + 1') });
    expect((await confirm(second)).body.reason).toBe('link.unusable');
    expect(await inForce()).toBe(before);
  });

  test('[check 35] one of a hundred uses of a link at once wins', async () => {
    await ask();
    const token = await tokenAt(next);
    const answers = await Promise.all(Array.from({ length: 100 }, () => confirm(token)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 204)).toHaveLength(1);
    expect(statuses.filter((status) => ![204, 409, 429, 503].includes(status))).toEqual([]);
  });

  test('[checks 36, 38] the link is of the configured host, and its token is in no log', async () => {
    await world.http
      .put('/v1/me/email')
      .set(await world.as('an.peeters'))
      .set({ Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' })
      .send({ email: next });
    const token = await tokenAt(next);
    const [mail] = await caughtOnce(next, 1);
    expect(mail?.text).toContain(`https://mailroom.example/links/email?lang=en#${token}`);
    expect(mail?.text).not.toContain('evil.example');
    expect((await confirm(token)).headers['referrer-policy']).toBe('no-referrer');
    expect(world.log()).not.toContain(token);
  });

  test('that is the present one changes nothing', async () => {
    const answer = await ask(before);
    expect([answer.status, answer.body]).toEqual([200, { linkEndsAt: null }]);
  });

  test('[check 39] is written to five times an hour, whoever asks', async () => {
    let answer = await ask();
    for (let index = 0; index < 5; index += 1) answer = await ask();
    expect([answer.status, answer.body.reason]).toEqual([429, 'request.too-many']);
  });
});
