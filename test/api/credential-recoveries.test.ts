/** WF-03 through the API, with its life, its relay and its mails. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { CaughtMail } from '../support/catcher.ts';
import { caughtFor, caughtOnce } from '../support/catcher.ts';
import { aKey, createWorld } from '../support/fixtures.ts';
import type { LivingWorld } from '../support/living-world.ts';
import { createLivingWorld } from '../support/living-world.ts';
import { until } from '../support/wait.ts';

let world: LivingWorld;
let box: string;
const old = 'not-hashed:the one before';
const chosen = 'vier zwanen op het kanaal';

beforeAll(async () => {
  world = await createLivingWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  // The life counts from the engine's clock.
  world.time.now = Date.now();
  box = `${randomUUID()}@example.com`;
});
afterEach(async () => {
  await world.knex('rate_limits').delete();
  // The next test asks about the same people, within the minute.
  await world.knex('recovery_logins').delete();
  await world.knex('users').update({ self_reset_allowed: true, deactivated_at: null });
});

/** The person gets a mailbox of this test and the old password. */
const person = async (username: string, facts: object = {}) => {
  const changes = { email: box, language: 'en', password_hash: old, ...facts };
  await world.knex('users').where({ username }).update(changes);
};
const rowOf = (username: string) => world.knex('users').where({ username }).first();
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  world.http.post(path).set(aKey()).set(headers).send(body);
const ask = (identifier: string, headers: Record<string, string> = {}) =>
  post('/v1/credential-recoveries', { identifier }, headers);
const tokenIn = (mail: CaughtMail | undefined) =>
  /links\/reset[^#]*#(\S{43})/.exec(mail?.text ?? '')?.[1] ?? 'none';
const complete = (token: string, more: object = {}) =>
  post('/v1/credential-recoveries/completion', { token, newPassword: chosen, ...more });
const logIn = (username: string, password: string) =>
  world.http.post('/v1/sessions').send({ username, password, mode: 'bearer' });

/** Asks, lets the relay wake the life, and waits for the newest mail. */
const asked = async (identifier: string, mails = 1) => {
  const answer = await ask(identifier);
  expect(answer.status).toBe(202);
  await world.wakeAll();
  const caught = await caughtOnce(box, mails);
  return { mail: caught[0], token: tokenIn(caught[0]) };
};
/** Nothing that was asked is left to be looked up, which would count against the next test. */
const allFound = async () => {
  await world.wakeAll();
  await until('everybody who is meant is found out', async () => {
    const rows = await world.knex('credential_recoveries').whereNotNull('identifier').whereNull('closed_at');
    return rows.length === 0;
  });
};
const outcomeOf = async () => {
  const row = () => world.knex('credential_recoveries').orderBy('id', 'desc').first();
  await until('the recovery is over', async () => (await row()).closed_at !== null);
  return (await row()).outcome as string;
};

describe('asking', () => {
  test('[check 34] WF-03: known, unknown and deactivated get the same answer', async () => {
    await person('an.peeters');
    await world.knex('users').where({ username: 'bart.claes' }).update({ deactivated_at: new Date() });
    const seen = [];
    for (const name of ['an.peeters', 'nobody.at.all', 'bart.claes', box, `${randomUUID()}@example.com`]) {
      const { status, text, headers } = await ask(name, { 'X-Request-Id': 'the-same-for-all' });
      seen.push(JSON.stringify({ status, text, ...headers, date: '' }));
    }
    expect(new Set(seen).size).toBe(1);
  });

  test('[check 34] known and unknown cost the same statements: nobody is looked up before the answer', async () => {
    // Without lives: whatever is asked of the database here is asked by the request.
    const { http, knex, close } = await createWorld();
    const statementsOf = async (identifier: string) => {
      const asked: string[] = [];
      const note = ({ sql }: { readonly sql: string }) => asked.push(sql);
      knex.on('query', note);
      const { status } = await http.post('/v1/credential-recoveries').set(aKey()).send({ identifier });
      knex.removeListener('query', note);
      expect(status).toBe(202);
      return asked;
    };
    const known = await statementsOf('an.peeters');
    expect(known.length).toBeGreaterThan(3);
    expect(await statementsOf('nobody.at.all')).toEqual(known);
    expect(known.filter((sql) => /\busers\b/.test(sql))).toEqual([]);
    await close();
  });

  test('what nobody is called ends without a mail, and what was typed is forgotten', async () => {
    await ask('nobody.at.all');
    await world.wakeAll();
    expect(await outcomeOf()).toBe('unknown');
    expect(
      await world.knex('credential_recoveries').whereNotNull('identifier').whereNotNull('closed_at'),
    ).toEqual([]);
  });

  test('[check 39] changes nothing about the account and keeps nobody out', async () => {
    await person('an.peeters');
    const session = await world.as('an.peeters');
    const before = await rowOf('an.peeters');
    await asked('an.peeters');
    expect(await rowOf('an.peeters')).toEqual(before);
    expect((await world.http.get('/v1/me').set(session)).status).toBe(200);
    expect((await logIn('an.peeters', 'the one before')).status).toBe(201);
  });

  test('[check 39] a mailbox gets five mails an hour, whatever was typed and wherever it came from', async () => {
    await person('an.peeters');
    const start = world.time.now - 30 * 60_000;
    for (let index = 1; index <= 5; index += 1) {
      world.time.now = start + index * 120_000;
      await asked(index % 2 === 0 ? box : 'an.peeters', index);
    }
    world.time.now = start + 720_000;
    await ask('an.peeters');
    await world.wakeAll();
    expect(await outcomeOf()).toBe('limited');
    expect(await caughtFor(box)).toHaveLength(5);
  });

  test('[check 30] from one place has a budget', async () => {
    let answer = await ask('nobody');
    for (let index = 0; index < 31 && answer.status === 202; index += 1) answer = await ask(`nobody${index}`);
    expect([answer.status, answer.body.reason]).toEqual([429, 'request.too-many']);
  });
});

describe('the mail', () => {
  test('[check 36] brings the username and a link of the configured host, whatever Host said', async () => {
    await person('an.peeters');
    await ask('an.peeters', { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' });
    await world.wakeAll();
    const [mail] = await caughtOnce(box, 1);
    expect(mail?.text).toContain('an.peeters');
    expect(mail?.text).toContain('https://mailroom.example/links/reset?lang=en#');
    expect(mail?.text).not.toContain('evil.example');
  });

  test('WF-03: several usernames on one mailbox: all in one mail, and the page asks for which', async () => {
    await person('bart.claes');
    await person('chloe.lambert');
    const { mail, token } = await asked(box);
    for (const username of ['bart.claes', 'chloe.lambert']) expect(mail?.text).toContain(username);
    expect(await caughtFor(box)).toHaveLength(1);
    const link = await post('/v1/credential-recoveries/link', { token });
    expect(link.body.usernames).toEqual(['bart.claes', 'chloe.lambert']);
    const which = await complete(token);
    expect([which.status, which.body.reason]).toEqual([422, 'recovery.which-username']);
    expect((await complete(token, { username: 'an.peeters' })).status).toBe(422);
    expect((await complete(token, { username: 'chloe.lambert' })).status).toBe(204);
    expect((await logIn('chloe.lambert', chosen)).status).toBe(201);
    expect((await rowOf('bart.claes')).password_hash).toBe(old);
    expect((await complete(token, { username: 'bart.claes' })).body.reason).toBe('link.unusable');
  });

  describe('WF-03: of who once had another one’s mailbox, and has it as a username still', () => {
    let elsewhere: string;
    beforeEach(async () => {
      elsewhere = `elsewhere-${box}`;
      await person('chloe.lambert', { email: elsewhere, username: box });
    });
    afterEach(() => world.knex('users').where({ username: box }).update({ username: 'chloe.lambert' }));

    test('goes to nobody else: the link of a mailbox is for the logins of that mailbox', async () => {
      await person('an.peeters');
      const { mail, token } = await asked(box);
      expect(mail?.text).toContain('an.peeters');
      const link = await post('/v1/credential-recoveries/link', { token });
      expect(link.body.usernames).toEqual(['an.peeters']);
      expect((await complete(token, { username: box })).body.reason).toBe('recovery.which-username');
      expect((await rowOf(box)).password_hash).toBe(old);
      expect(await caughtFor(elsewhere)).toEqual([]);
    });

    test('goes to his own mailbox when nobody has the one he had', async () => {
      await ask(box);
      await world.wakeAll();
      const [mail] = await caughtOnce(elsewhere, 1);
      const link = await post('/v1/credential-recoveries/link', { token: tokenIn(mail) });
      expect(link.body.usernames).toEqual([box]);
      expect(await caughtFor(box)).toEqual([]);
    });
  });

  test('[check 37] a link that is opened by a mail scanner changes nothing', async () => {
    await person('an.peeters');
    const { token } = await asked('an.peeters');
    for (const path of [
      `/links/reset`,
      '/v1/credential-recoveries/completion',
      '/v1/credential-recoveries/link',
    ])
      expect((await world.http.get(path).query({ token })).status).toBeGreaterThanOrEqual(400);
    expect((await post('/v1/credential-recoveries/link', { token })).status).toBe(200);
    expect((await complete(token)).status).toBe(204);
  });

  test('[check 38] the token is in no log, and no address of ours passes it on', async () => {
    await person('an.peeters');
    const { token } = await asked('an.peeters');
    const answer = await complete(token);
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
    expect(world.log()).not.toContain(token);
    const kept = JSON.stringify([
      await world.knex('one_time_links').select(),
      await world.knex('events').select(),
      await world.knex('requests').select(),
      await world.knex('command_particulars').select(),
    ]);
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(chosen);
  });
});

describe('the link', () => {
  test('[check 45] sets the password, ends every session and tells the user', async () => {
    await person('an.peeters');
    const session = await world.as('an.peeters');
    const { token } = await asked('an.peeters');
    const version = (await rowOf('an.peeters')).credential_version as number;
    const key = aKey();
    const body = { token, newPassword: chosen };
    const send = () => world.http.post('/v1/credential-recoveries/completion').set(key).send(body);
    expect((await send()).status).toBe(204);
    expect((await world.http.get('/v1/me').set(session)).body.reason).toBe('session.ended');
    expect((await logIn('an.peeters', 'the one before')).status).toBe(401);
    expect((await logIn('an.peeters', chosen)).status).toBe(201);
    expect((await rowOf('an.peeters')).credential_version).toBe(version + 1);
    const [told] = await caughtOnce(box, 2);
    expect(told?.subject).toBe('Your password was changed');
    expect(await outcomeOf()).toBe('reset');
    expect(await world.knex('command_particulars').whereNot({ particulars: 'null' }).select()).toEqual([]);
    expect((await send()).status).toBe(204);
  });

  test('[check 40] logs nobody in', async () => {
    await person('an.peeters');
    const { token } = await asked('an.peeters');
    await world
      .knex('sessions')
      .where({ user_id: (await rowOf('an.peeters')).id as string })
      .delete();
    const answer = await complete(token);
    expect([answer.status, answer.text, answer.headers['set-cookie']]).toEqual([204, '', undefined]);
    const open = await world.knex('sessions').where({ user_id: (await rowOf('an.peeters')).id as string });
    expect(open).toEqual([]);
  });

  test('[check 33] touches no second factor: after it, log-in asks for it as before', async () => {
    await person('an.peeters');
    const userId = await world.userId('an.peeters');
    const factor = { id: randomUUID(), user_id: userId, kind: 'totp', name: 'Telephone' };
    const sealed = { sealed_secret: 'sealed', created_at: new Date(), confirmed_at: new Date() };
    await world.knex('second_factors').insert({ ...factor, ...sealed });
    try {
      const { token } = await asked('an.peeters');
      expect((await complete(token)).status).toBe(204);
      const half = await logIn('an.peeters', chosen);
      expect([half.status === 201, half.body.token]).toEqual([false, undefined]);
      expect(half.body.attempt).toEqual(expect.any(String));
      expect(await world.knex('second_factors').where({ user_id: userId })).toHaveLength(1);
    } finally {
      await world.knex('log_in_attempts').where({ user_id: userId }).delete();
      await world.knex('second_factors').where({ user_id: userId }).delete();
    }
  });

  test('[check 35] has at least 128 bits, is stored as a hash and works for 30 minutes', async () => {
    await person('an.peeters');
    const { token } = await asked('an.peeters');
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const link = await world.knex('one_time_links').where({ purpose: 'reset' }).orderBy('id', 'desc').first();
    expect(link.token_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(link.token_hash).not.toBe(token);
    const life = await world.knex('credential_recoveries').where({ id: link.life_id }).first();
    // From when the link was made: by the engine, a moment after it was asked for.
    expect(link.ends_at.getTime() - link.created_at.getTime()).toBeLessThanOrEqual(30 * 60_000);
    expect(link.created_at.getTime() - life.asked_at.getTime()).toBeLessThan(60_000);
    world.time.now = new Date(link.ends_at).getTime() + 1;
    expect((await complete(token)).body.reason).toBe('link.unusable');
  });

  test('[check 35] works once, of a hundred uses at the same moment too', async () => {
    await person('an.peeters');
    const { token } = await asked('an.peeters');
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => complete(token, { newPassword: `${chosen} ${index}` })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 204)).toHaveLength(1);
    // The engine takes a few updates of one life at once; the rest is told to come back (503).
    expect(statuses.filter((status) => ![204, 409, 429, 503].includes(status))).toEqual([]);
    const won = answers.findIndex(({ status }) => status === 204);
    expect((await rowOf('an.peeters')).password_hash).toBe(`not-hashed:${chosen} ${won}`);
  });

  test('WF-03: a second click on a link is refused', async () => {
    await person('an.peeters');
    const { token } = await asked('an.peeters');
    await complete(token);
    const again = await complete(token, { newPassword: `${chosen} again` });
    expect([again.status, again.body.reason]).toEqual([409, 'link.unusable']);
  });

  test('[check 35] asked twice: the earlier link is dead', async () => {
    await person('an.peeters');
    world.time.now -= 120_000;
    const { token: first } = await asked('an.peeters');
    world.time.now += 120_000;
    const { token: second } = await asked('an.peeters', 2);
    expect((await complete(first)).body.reason).toBe('link.unusable');
    expect((await complete(second)).status).toBe(204);
  });

  test('[checks 30, 39] asked many times at the same moment: one mail and one link', async () => {
    await person('an.peeters');
    await Promise.all(Array.from({ length: 6 }, (_, index) => ask(index % 2 === 0 ? box : 'an.peeters')));
    await allFound();
    await caughtOnce(box, 1);
    const outcomes = (await world.knex('credential_recoveries').orderBy('id', 'desc').limit(6)).map(
      ({ outcome }) => outcome as string | null,
    );
    expect(outcomes.filter((outcome) => outcome === 'limited')).toHaveLength(5);
  });

  test.each<[string, object]>([
    ['e-mail changed while the link is out', { email: 'elsewhere@example.com' }],
    ['permission withdrawn after mailing', { self_reset_allowed: false }],
    ['user deactivated after mailing', { deactivated_at: new Date() }],
    ['password changed after mailing', { password_hash: 'not-hashed:another' }],
  ])('[check 35] WF-03: %s: link dead', async (_words, change) => {
    await person('bart.claes');
    const { token } = await asked('bart.claes');
    await world
      .knex('users')
      .where({ username: 'bart.claes' })
      .update({ ...change, credential_version: world.knex.raw('credential_version + 1') });
    const answer = await complete(token);
    expect([answer.status, answer.body.reason]).toEqual([409, 'link.unusable']);
  });

  test('[check 42] a dead link and one that never was get one answer', async () => {
    await person('an.peeters');
    const { token } = await asked('an.peeters');
    await complete(token);
    const headers = { 'X-Request-Id': 'the-same-for-all' };
    const path = '/v1/credential-recoveries/completion';
    const [used, never] = [
      await post(path, { token, newPassword: chosen }, headers),
      await post(path, { token: 'A'.repeat(43), newPassword: chosen }, headers),
    ];
    expect([used.status, used.text]).toEqual([never.status, never.text]);
  });

  test('[check 31] who tries tokens is slowed', async () => {
    let answer = await complete('A'.repeat(43));
    for (let index = 0; index < 31 && answer.status === 409; index += 1)
      answer = await complete(`${'A'.repeat(40)}${100 + index}`);
    expect([answer.status, answer.body.reason]).toEqual([429, 'request.too-many']);
  });

  test('takes only a password that the policy accepts, and stays open for a better one', async () => {
    await person('an.peeters');
    const { token } = await asked('an.peeters');
    expect((await complete(token, { newPassword: 'kort' })).body.reason).toBe('password.too-short');
    expect((await complete(token)).status).toBe(204);
  });
});

describe('who may not help himself', () => {
  const administrator = () => `admin-${box}`;
  beforeEach(async () => {
    await person('bart.claes', { self_reset_allowed: false });
    await person('an.peeters', { email: administrator() });
  });

  test('is handed to his administrator, who starts a reset and never sees a password', async () => {
    const { mail } = await asked('bart.claes');
    expect(mail?.text).not.toContain('links/reset');
    expect(mail?.subject).toBe('Your request for a new password');
    const [word] = await caughtOnce(administrator(), 1);
    expect(word?.subject).toBe('Bart Claes cannot log in');
    const handed = await world.knex('credential_recoveries').orderBy('id', 'desc').first();
    expect([handed.closed_at, handed.hand_over_at]).toEqual([null, expect.any(Date)]);

    const path = await resetPath('bart.claes');
    const started = await world.http
      .post(path)
      .set(aKey())
      .set(await world.as('an.peeters'));
    expect(started.status).toBe(202);
    await world.wakeAll();
    await until('the asking has heard of it', async () => {
      const row = await world.knex('credential_recoveries').where({ id: handed.id }).first();
      return row.outcome === 'handed-to-administrator';
    });
    const [link] = await caughtOnce(box, 2);
    expect(link?.text).toContain('You choose the new one yourself');
    expect((await complete(tokenIn(link))).status).toBe(204);
    expect((await logIn('bart.claes', chosen)).status).toBe(201);
  });

  test('[check 35] started again: every link before is dead, also one he asked for himself', async () => {
    await person('bart.claes', { self_reset_allowed: true });
    const { token: own } = await asked('bart.claes');
    const started = async (mails: number) => {
      const path = await resetPath('bart.claes');
      const session = await world.as('an.peeters');
      expect((await world.http.post(path).set(aKey()).set(session)).status).toBe(202);
      await world.wakeAll();
      const [mail] = await caughtOnce(box, mails);
      return tokenIn(mail);
    };
    const first = await started(2);
    expect((await post('/v1/credential-recoveries/link', { token: own })).body.reason).toBe('link.unusable');
    const second = await started(3);
    expect((await complete(own)).body.reason).toBe('link.unusable');
    expect((await complete(first)).body.reason).toBe('link.unusable');
    expect((await complete(second)).status).toBe(204);
  });

  test('WF-03: without an administrator it is staff’s: on their list until they start a reset', async () => {
    const companyId = (await resetPath('bart.claes')).split('/')[3] ?? '';
    await world
      .knex('memberships')
      .where({ company_id: companyId, profile: 'administrator' })
      .update({ suspended_at: new Date() });
    try {
      await asked('bart.claes');
      expect(await outcomeOf()).toBe('handed-to-staff');
      const list = async () =>
        (await world.http.get('/v1/credential-recoveries').set(await world.as('olga.operator'))).body
          .recoveries as { username: string; waitsFor: string; companyId: string }[];
      const entry = (await list()).find(({ username }) => username === 'bart.claes');
      expect(entry).toMatchObject({ waitsFor: 'staff', companyId });
      const path = await resetPath('bart.claes');
      const started = await world.http
        .post(path)
        .set(aKey())
        .set(await world.as('olga.operator'));
      expect(started.status).toBe(202);
      expect((await list()).map(({ username }) => username)).not.toContain('bart.claes');
      const event = await world
        .knex('events')
        .where({ kind: 'credential-recovery.started' })
        .orderBy('seq', 'desc')
        .first();
      expect(event).toMatchObject({ actor_type: 'staff', company_id: companyId });
      expect(JSON.parse(event.body as string)).toMatchObject({ onBehalfOf: companyId });
    } finally {
      await world.knex('memberships').update({ suspended_at: null });
    }
  });

  test('an administrator helps himself, whatever was allowed', async () => {
    await person('an.peeters', { email: administrator(), self_reset_allowed: false });
    await ask('an.peeters');
    await world.wakeAll();
    const [mail] = await caughtOnce(administrator(), 1);
    expect(mail?.text).toContain('links/reset');
  });

  test('WF-03: who helped himself as an administrator and is none any more: link dead', async () => {
    const path = (await resetPath('bart.claes')).replace(/reset$/, 'profile');
    const an = await world.as('an.peeters');
    const profileTo = async (profile: string) => {
      const answer = await world.http.put(path).set(aKey()).set(an).send({ profile });
      expect(answer.status).toBe(200);
    };
    await profileTo('administrator');
    const { token } = await asked('bart.claes');
    expect((await post('/v1/credential-recoveries/link', { token })).status).toBe(200);
    await profileTo('user');
    expect((await post('/v1/credential-recoveries/link', { token })).body.reason).toBe('link.unusable');
    expect((await complete(token)).body.reason).toBe('link.unusable');
    expect((await rowOf('bart.claes')).password_hash).toBe(old);
  });

  test('[check 26] nobody starts a reset with a password of his choice', async () => {
    const answer = await world.http
      .post(await resetPath('bart.claes'))
      .set(aKey())
      .set(await world.as('an.peeters'))
      .send({ password: chosen });
    expect([answer.status, answer.body.reason]).toEqual([400, 'request.body-unexpected']);
  });

  test.each<[string, string, string, number]>([
    ['a user for a colleague', 'chloe.lambert', 'bart.claes', 403],
    ['a neighbour', 'luc.dumont', 'bart.claes', 404],
    ['staff for themselves', 'olga.operator', 'olga.operator', 404],
  ])('[check 18] is not done by %s', async (_words, who, whom, status) => {
    const answer = await world.http
      .post(await resetPath('bart.claes', whom))
      .set(aKey())
      .set(await world.as(who));
    expect(answer.status).toBe(status);
  });
});

async function resetPath(colleague: string, whom = colleague): Promise<string> {
  const membership = await world
    .knex('memberships')
    .where({ user_id: await world.userId(colleague) })
    .first<{ company_id: string }>('company_id');
  return `/v1/companies/${membership.company_id}/users/${await world.userId(whom)}/reset`;
}
