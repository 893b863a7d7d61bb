/** Logging in from places that nobody has confirmed (SE-04, SE-05, WF-20; quality checks 35, 37, 43). */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { entryOf } from '../../../api/sessions/entry.ts';
import { createVault } from '../../../platform/vault.ts';
import type { Vault } from '../../../platform/vault.ts';
import { caughtOnce } from '../../support/catcher.ts';
import type { LivingWorld } from '../../support/living-world.ts';
import { openPlaces, peopleOf } from './scene.ts';

let world: LivingWorld;
let people: ReturnType<typeof peopleOf>;

beforeAll(async () => {
  world = await openPlaces();
  people = peopleOf(world);
  await people.known('emma.jansen');
}, 120_000);
afterAll(() => world.close());
afterEach(async () => {
  await world.knex('rate_limits').delete();
  await world.knex('place_authorisations').update({ asked_at: new Date('2020-01-01') });
});

const emma = 'emma.jansen';
const placesOf = async (username: string): Promise<string[]> =>
  world
    .knex('user_places')
    .where({ user_id: await world.userId(username) })
    .pluck('network');
const authorisations = () => world.knex('place_authorisations').count({ count: '*' }).first();
const cookieOf = (answer: { headers: Record<string, unknown> }, name: string): string => {
  const set = (answer.headers['set-cookie'] as string[] | undefined) ?? [];
  return set.find((each) => each.startsWith(`${name}=`))?.split(';')[0] ?? '';
};

describe('an unknown place', () => {
  test('[check 34] opens no session: right password, wrong password, and a name nobody bears on such a brand get one answer', async () => {
    const before = (await world.knex('sessions').select('id')).length;
    const answers = [
      await people.logIn({ username: emma, from: '203.0.113.10' }),
      await people.logIn({ username: emma, from: '203.0.113.10', password: 'wrong' }),
      await people.logIn({ username: await strangerOnSuchABrand(), from: '203.0.113.11' }),
    ];
    const shapes = answers.map(({ status, body, headers }) => ({
      status,
      fields: Object.keys(body).sort(),
      next: body.next,
      endsAt: body.endsAt,
      attempt: /^[\w-]{43}$/.test(body.attempt),
      headers: Object.keys(headers).sort(),
    }));
    expect(shapes[0]).toMatchObject({
      status: 202,
      next: 'mail',
      endsAt: '2027-02-02T14:30:00.000Z',
      attempt: true,
    });
    expect(shapes[1]).toEqual(shapes[0]);
    expect(shapes[2]).toEqual(shapes[0]);
    expect((await world.knex('sessions').select('id')).length).toBe(before);
  });

  test('[check 34] a name that was deactivated, or is only invited, gets the answer of a name nobody bears', async () => {
    const username = await strangerOnSuchABrand();
    const user = { id: uuidv7(), username, email: `${username}@example.com`, name: 'Gone', language: 'nl' };
    await world.knex('users').insert(user);
    const answer = () => people.logIn({ username, from: '203.0.113.12' });
    expect((await answer()).body.next).toBe('mail');
    const gone = { password_hash: 'a hash', deactivated_at: new Date() };
    await world.knex('users').where({ id: user.id }).update(gone);
    expect((await answer()).body.next).toBe('mail');
  });

  test('[check 34] as what such a name is judged follows from a secret, not from the name alone', async () => {
    const another = createVault([{ id: 'm2', key: randomBytes(32) }]);
    const from = { address: '203.0.113.13', browserHash: null, at: '2027-02-02T14:00:00.000Z' };
    const judged = (vault: Vault) =>
      Promise.all(
        Array.from({ length: 24 }, async (_none, index) => {
          const log = { username: `nobody.${index}`, user: null, isProven: false };
          return (await entryOf({ knex: world.knex, vault }, log, from)).isAuthorised;
        }),
      );
    expect(await judged(another)).not.toEqual(await judged(world.deps.vault));
    expect(await judged(another)).toEqual(await judged(another));
  });

  test('[check 34] takes the same time whether the password was right or wrong', async () => {
    const timeOf = async (password: string | undefined, index: number) => {
      const begun = performance.now();
      await people.logIn({ username: emma, from: `203.0.113.${20 + index}`, ...(password && { password }) });
      return performance.now() - begun;
    };
    const times: { right: number[]; wrong: number[] } = { right: [], wrong: [] };
    // The machine may keep an answer back, never hurry it: the quickest of each tell what they wait for.
    const difference = () => Math.abs(Math.min(...times.right) / Math.min(...times.wrong) - 1);
    for (let index = 0; index < 7 || (index < 40 && difference() >= 0.05); index += 1) {
      times.right.push(await timeOf(undefined, index));
      times.wrong.push(await timeOf('wrong', index));
    }
    expect(difference()).toBeLessThan(0.05);
  });

  test('a mail is owed only when the password was right', async () => {
    const before = (await authorisations())?.['count'];
    await people.logIn({ username: emma, from: '203.0.113.40', password: 'wrong' });
    expect((await authorisations())?.['count']).toBe(before);
    await people.logIn({ username: emma, from: '203.0.113.40' });
    expect((await authorisations())?.['count']).toBe(Number(before) + 1);
  });

  test('the budgets do not tell a right guess either: it counts like a wrong one', async () => {
    for (const password of [undefined, 'wrong', undefined, 'wrong', undefined])
      expect(
        (await people.logIn({ username: emma, from: '203.0.113.50', ...(password && { password }) })).status,
      ).toBe(202);
    expect((await people.logIn({ username: emma, from: '203.0.113.50' })).status).toBe(429);
  });

  test('the brand’s own network and the other brand are not asked', async () => {
    expect((await people.logIn({ username: emma, from: '127.0.0.1' })).status).toBe(201);
    expect((await people.logIn({ username: 'an.peeters', from: '203.0.113.60' })).status).toBe(201);
    const wrong = await people.logIn({ username: 'an.peeters', from: '203.0.113.60', password: 'wrong' });
    expect([wrong.status, wrong.body.reason]).toEqual([401, 'session.wrong-credentials']);
  });

  test('the first log-in ever authorises its place, and only that one', async () => {
    expect(
      (await people.logIn({ username: 'daan.visser', from: '198.51.100.7', password: 'wrong' })).status,
    ).toBe(202);
    expect((await people.logIn({ username: 'daan.visser', from: '198.51.100.7' })).status).toBe(201);
    expect(await placesOf('daan.visser')).toEqual(['198.51.100.7/32']);
    expect((await people.logIn({ username: 'daan.visser', from: '198.51.100.7' })).status).toBe(201);
    expect((await people.logIn({ username: 'daan.visser', from: '198.51.100.8' })).status).toBe(202);
  });
});

describe('the link', () => {
  test('authorises the place of the attempt, logs nobody in, and then one logs in', async () => {
    const tried = await people.logIn({ username: emma, from: '203.0.113.70' });
    const token = await people.mailedToken(emma);
    const sessions = (await world.knex('sessions').select('id')).length;
    const answer = await people.confirm({ token, attempt: tried.body.attempt });
    expect([answer.status, answer.body]).toEqual([200, { outcome: 'authorised', isBrowserTrusted: false }]);
    expect((await world.knex('sessions').select('id')).length).toBe(sessions);
    expect((await people.logIn({ username: emma, from: '203.0.113.70' })).status).toBe(201);
  });

  test('[check 43] WF-20: opened in another browser, or with the log-in of somebody else, it is refused, stays good, and whitelists nothing elsewhere', async () => {
    const tried = await people.logIn({ username: emma, from: '203.0.113.80' });
    const other = await people.logIn({ username: emma, from: '203.0.113.81', password: 'wrong' });
    const daan = await people.logIn({ username: 'daan.visser', from: '203.0.113.98' });
    expect([daan.status, daan.body.next]).toEqual([202, 'mail']);
    const token = await people.mailedToken(emma);
    for (const body of [
      { token },
      { token, attempt: other.body.attempt },
      { token, attempt: daan.body.attempt },
      { token, attempt: 'x'.repeat(43) },
    ]) {
      const answer = await people.confirm(body, { from: '203.0.113.99' });
      expect([answer.status, answer.body.reason]).toEqual([409, 'place.other-browser']);
    }
    expect(
      (await people.confirm({ token, attempt: tried.body.attempt }, { from: '203.0.113.99' })).status,
    ).toBe(200);
    for (const place of ['203.0.113.80/32', '203.0.113.98/32', '203.0.113.99/32'])
      expect(await placesOf('daan.visser')).not.toContain(place);
    expect(await placesOf(emma)).not.toContain('203.0.113.99/32');
    expect(await placesOf(emma)).toContain('203.0.113.80/32');
  });

  test('[check 44] in a browser the secret of the attempt is a cookie that no script reads', async () => {
    const tried = await people.logIn({ username: emma, from: '203.0.113.82', mode: 'cookie' });
    expect(tried.body).toEqual({ next: 'mail', endsAt: expect.any(String) });
    expect(String(tried.headers['set-cookie'])).toMatch(
      /^__Host-mailroom-attempt=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=86400$/,
    );
    const token = await people.mailedToken(emma);
    const cookie = cookieOf(tried, '__Host-mailroom-attempt');
    expect((await people.confirm({ token }, { cookie })).status).toBe(200);
  });

  test('WF-20: used again it is refused, and a fresh log-in sends a fresh mail', async () => {
    const tried = await people.logIn({ username: emma, from: '203.0.113.83' });
    const token = await people.mailedToken(emma);
    const { attempt } = tried.body;
    expect((await people.confirm({ token, attempt })).status).toBe(200);
    const again = await people.confirm({ token, attempt });
    expect([again.status, again.body.reason]).toEqual([409, 'link.unusable']);
    await people.logIn({ username: emma, from: '203.0.113.84' });
    expect(await people.mailedToken(emma)).not.toBe(token);
  });

  test('[check 37] WF-20: mail scanners that fetch it change nothing: it needs a POST', async () => {
    const tried = await people.logIn({ username: emma, from: '203.0.113.85' });
    const token = await people.mailedToken(emma);
    const fetched = await world.http.get('/v1/place-authorisations/confirmation');
    expect(fetched.status).toBe(405);
    expect((await people.confirm({ token, attempt: tried.body.attempt })).status).toBe(200);
  });

  test('[check 35] one of a hundred uses at once wins', async () => {
    const tried = await people.logIn({ username: emma, from: '203.0.113.86' });
    const token = await people.mailedToken(emma);
    const body = { token, attempt: tried.body.attempt };
    const answers = await Promise.all(Array.from({ length: 100 }, () => people.confirm(body)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    // The engine takes a few updates of one life at once; the rest may be told to come back (503).
    const refused = answers.filter(({ status }) => ![200, 503].includes(status));
    expect(new Set(refused.map(({ body: { reason } }) => reason))).toEqual(new Set(['link.unusable']));
  }, 120_000);

  test('[check 36] it is of the configured host, whatever the request says', async () => {
    const email = `${randomUUID()}@example.com`;
    await world.knex('users').where({ username: emma }).update({ email });
    await world.http
      .post('/v1/sessions')
      .set({
        'X-Forwarded-For': '203.0.113.89',
        ...{ Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' },
      })
      .send({ username: emma, password: people.passwordOf(emma), mode: 'bearer' });
    const token = await people.mailedToken(emma);
    const [mail] = await caughtOnce(email, 1);
    expect(mail?.text).toMatch(new RegExp(`https://mailroom\\.example/links/place\\?lang=\\w\\w#${token}`));
    expect(mail?.text).not.toContain('evil.example');
  });

  test('[check 35] it is dead when anything about the person has changed', async () => {
    const tried = await people.logIn({ username: emma, from: '203.0.113.87' });
    const token = await people.mailedToken(emma);
    await world.knex('users').where({ username: emma }).increment('credential_version', 1);
    const answer = await people.confirm({ token, attempt: tried.body.attempt });
    expect([answer.status, answer.body.reason]).toEqual([409, 'link.unusable']);
  });

  test('a token that is none gets the same answer', async () => {
    const answer = await people.confirm({ token: 'x'.repeat(43), attempt: 'y'.repeat(43) });
    expect([answer.status, answer.body.reason]).toEqual([409, 'link.unusable']);
  });

  test('[check 38] neither token nor secret is logged or kept', async () => {
    const tried = await people.logIn({ username: emma, from: '203.0.113.88' });
    const token = await people.mailedToken(emma);
    await people.confirm({ token, attempt: tried.body.attempt });
    const kept = JSON.stringify([
      await world.knex('log_in_attempts').select(),
      await world.knex('one_time_links').select(),
      await world.knex('command_particulars').select(),
      await world.knex('events').select('body', 'command'),
    ]);
    for (const secret of [token, tried.body.attempt as string]) {
      expect(world.log()).not.toContain(secret);
      expect(kept).not.toContain(secret);
    }
  });
});

describe('a trusted browser', () => {
  test('WF-20: is not asked at other places, until it is unused for 90 days or revoked', async () => {
    const tried = await people.logIn({ username: emma, from: '203.0.113.90' });
    const token = await people.mailedToken(emma);
    const key = 'the-same-key-twice';
    const body = { token, attempt: tried.body.attempt, trustBrowser: true };
    const answer = await people.confirm(body, { key });
    expect(answer.body).toEqual({ outcome: 'authorised', isBrowserTrusted: true });
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^__Host-mailroom-browser=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=34560000$/,
    );
    const browser = cookieOf(answer, '__Host-mailroom-browser').split('=')[1] ?? '';
    expect(cookieOf(await people.confirm(body, { key }), '__Host-mailroom-browser')).toContain(browser);
    expect((await people.logIn({ username: emma, from: '192.0.2.1', browser })).status).toBe(201);
    expect((await people.logIn({ username: 'daan.visser', from: '192.0.2.1', browser })).status).not.toBe(
      201,
    );
    const rows = world.knex('trusted_browsers').where({ user_id: await world.userId(emma) });
    await rows.clone().update({ last_used_at: new Date('2026-11-04T13:00:00Z') });
    expect((await people.logIn({ username: emma, from: '192.0.2.2', browser })).status).toBe(202);
    await rows.clone().update({ last_used_at: new Date('2027-02-01T13:00:00Z'), revoked_at: new Date() });
    expect((await people.logIn({ username: emma, from: '192.0.2.2', browser })).status).toBe(202);
  });
});

describe('a flood of log-ins from unknown places', () => {
  test('WF-20: gives three mails and one digest, however many there are', async () => {
    const userId = await world.userId(emma);
    for (let index = 0; index < 12; index += 1) {
      await people.logIn({ username: emma, from: `198.18.0.${index + 1}` });
      world.time.now += 60_000;
    }
    const rows = await world
      .knex('place_authorisations')
      .where({ user_id: userId })
      .where('asked_at', '>', new Date('2027-01-01'))
      .orderBy('asked_at')
      .select('told_by');
    expect(rows.map((row) => row.told_by)).toEqual(['mail', 'mail', 'mail', 'digest']);
  });
});

describe('deactivated meanwhile', () => {
  test('nobody gets in: neither by the link nor by the log-in that was under way', async () => {
    const tried = await people.logIn({ username: emma, from: '203.0.113.95' });
    const token = await people.mailedToken(emma);
    await world.knex('users').where({ username: emma }).update({ deactivated_at: new Date() });
    const answer = await people.confirm({ token, attempt: tried.body.attempt });
    expect([answer.status, answer.body.reason]).toEqual([409, 'link.unusable']);
    await world.knex('users').where({ username: emma }).update({ deactivated_at: null });
  });
});

/** A name nobody bears that is judged as one of the brand that asks: about every second one is. */
async function strangerOnSuchABrand(): Promise<string> {
  for (let index = 0; index < 40; index += 1) {
    const username = `stranger.${index}`;
    const { status } = await people.logIn({ username, from: '198.51.100.250' });
    await world.knex('rate_limits').delete();
    if (status === 202) return username;
  }
  throw new Error('names nobody bears are all of one brand');
}
