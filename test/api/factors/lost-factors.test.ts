/** Who lost every second factor: two of the staff, a letter, days to object, a code at log-in (decided.md, People). */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { tokenToSend } from '../../../db/changes/one-time-links.ts';
import { administratorRecoveryNotice } from '../../../db/queries/administrator-recovery-notices.ts';
import { printedCode } from '../../../domain/printed-code.ts';
import { linkTokens } from '../../../platform/vault.ts';
import { aKey, said } from '../../support/fixtures.ts';
import { staffMember } from '../../support/staff.ts';
import { openPlaces, peopleOf as peopleAtPlaces } from '../places/scene.ts';
import { peopleOf } from '../users/people.ts';

let world: Awaited<ReturnType<typeof openPlaces>>;
let people: ReturnType<typeof peopleOf>;
let logIn: ReturnType<typeof peopleAtPlaces>['logIn'];
/** Bakkerij Peeters, of which An is the only administrator and Bart a user. */
let companyId: string;
let bart: string;

const start = Date.parse('2027-02-02T14:00:00.000Z');
/** Tuesday and five working days: open from Wednesday of the next week. */
const afterObjection = Date.parse('2027-02-10T09:00:00.000Z');
const home = '127.0.0.1';

beforeAll(async () => {
  world = await openPlaces();
  people = peopleOf(world);
  ({ logIn } = peopleAtPlaces(world));
  companyId = await people.companyId('Bakkerij Peeters');
  bart = await world.userId('bart.claes');
  await staffMember(world.knex, { username: 'omar' });
  const address = { street: 'Meir 12', postal_code: '2000', city: 'Antwerpen', country: 'BE' };
  await world.knex('companies').update(address);
}, 120_000);
afterAll(() => world.close(), 60_000);

beforeEach(async () => {
  world.time.now = start;
  for (const table of ['administrator_recoveries', 'second_factors', 'recovery_codes', 'rate_limits'])
    await world.knex(table).delete();
  await giveFactor(bart);
});

async function giveFactor(userId: string): Promise<void> {
  const at = new Date(start);
  const shown = { kind: 'totp', name: 'Telephone', created_at: at, confirmed_at: at, last_used_at: at };
  await world.knex('second_factors').insert({ id: uuid(), user_id: userId, sealed_secret: 'x', ...shown });
  await world
    .knex('recovery_codes')
    .insert({ id: uuid(), user_id: userId, code_hash: randomUUID(), created_at: at });
}

const post = async (path: string, username: string, body?: object) =>
  people.send('post', path, await world.as(username), body);
const propose = (userId = bart, company = companyId) =>
  post(`/v1/companies/${company}/administrator-recoveries`, 'olga.operator', {
    purpose: 'factors',
    userId,
    reason: 'His telephone fell into the canal, he says by letter.',
  });

/** Approved, with what the letter says. */
async function sentTo(userId = bart, company = companyId) {
  const { body } = await propose(userId, company);
  const path = `/v1/administrator-recoveries/${body.id}`;
  const approved = await post(`${path}/approval`, 'omar');
  if (approved.status !== 200) throw new Error(approved.text);
  const { body: letter } = await world.http.get(`${path}/letter`).set(await world.as('omar'));
  return { id: body.id as string, path, letter, approved };
}

async function attemptOf(username: string, more: { from?: string; password?: string } = {}) {
  const { body } = await logIn({ username, from: home, ...more });
  return body as { next: string; attempt: string };
}

const enter = (attempt: string, code: string, key = aKey(), from = home) =>
  world.http.post('/v1/sessions/lost-factors').set('X-Forwarded-For', from).set(key).send({ attempt, code });

/** A code that could have been printed. */
const guess = (wrong: number) => printedCode(Uint8Array.from({ length: 15 }, () => wrong));

test('[check 33] the code of the letter removes every factor, and logs nobody in', async () => {
  const before = await world.as('bart.claes');
  const proposed = await propose();
  expect([proposed.status, proposed.body.purpose, proposed.body.stage]).toEqual([201, 'factors', 'proposed']);
  const path = `/v1/administrator-recoveries/${proposed.body.id}`;
  const alone = await post(`${path}/approval`, 'olga.operator');
  expect(said(alone)).toEqual([403, 'administrator-recovery.second-person-needed']);
  const { body } = await post(`${path}/approval`, 'omar');
  expect(body).toMatchObject({ stage: 'objection', objectionEndsAt: '2027-02-09T23:00:00.000Z' });
  const { body: letter } = await world.http.get(`${path}/letter`).set(await world.as('omar'));
  expect(letter).toMatchObject({ purpose: 'factors', companyName: 'Bakkerij Peeters', street: 'Meir 12' });
  expect((await post(`${path}/letter/confirmation`, 'omar')).status).toBe(200);

  const early = await attemptOf('bart.claes');
  expect(early.next).toBe('factor');
  expect(said(await enter(early.attempt, letter.code))).toEqual([409, 'administrator-recovery.not-open']);
  world.time.now = afterObjection;
  const { attempt } = await attemptOf('bart.claes');
  const slip = letter.code.replace(/.$/, letter.code.endsWith('0') ? '1' : '0');
  expect(said(await enter(attempt, slip))).toEqual([422, 'administrator-recovery.code-wrong']);
  const row = world.knex('administrator_recoveries').where({ id: proposed.body.id });
  expect((await row.clone().first()).wrong_codes).toBe(0);
  expect(said(await enter(attempt, guess(7)))).toEqual([422, 'administrator-recovery.code-wrong']);
  expect((await row.clone().first()).wrong_codes).toBe(1);
  const key = aKey();
  const removed = await enter(attempt, letter.code.toLowerCase(), key);
  expect([removed.status, removed.body, removed.headers['set-cookie']]).toEqual([
    200,
    { removed: true },
    undefined,
  ]);
  expect((await enter(attempt, letter.code, key)).status).toBe(200);
  expect(said(await enter(attempt, letter.code))).toEqual([409, 'administrator-recovery.over']);

  for (const table of ['second_factors', 'recovery_codes'])
    expect(await world.knex(table).where({ user_id: bart }).select('id')).toEqual([]);
  expect((await world.http.get('/v1/me').set(before)).status).toBe(401);
  expect((await logIn({ username: 'bart.claes', from: home })).status).toBe(201);
  expect(await people.events(proposed.body.id)).toEqual(
    ['proposed', 'approved', 'letter-viewed', 'printed', 'wrong-code', 'granted'].map(
      (event) => `administrator-recovery.${event}`,
    ),
  );
  const kept = JSON.stringify([
    await world.knex('administrator_recoveries').select(),
    await world.knex('events').select('body', 'command'),
    await world.knex('command_particulars').select(),
    await world.knex('requests').select(),
  ]);
  expect(kept).not.toContain(letter.code);
});

test('he and the administrators of his company are told before, and each may object', async () => {
  const { id, letter } = await sentTo();
  const { kind, notice_key: key } = await world.knex('notices').where({ life_id: id }).first();
  expect(kind).toBe('factors-notice');
  const told = await administratorRecoveryNotice(world.knex, id, { key, kind });
  expect(told?.recipients.map(({ email }) => email)).toEqual([
    'bart.claes@example.com',
    'an.peeters@example.com',
  ]);
  const link = told?.link?.id ?? '';
  const token = await tokenToSend(world.knex)(link, linkTokens(world.deps.vault)(link), world.deps.clock());
  const objection = await people.send('post', '/v1/administrator-recoveries/objection', {}, { token });
  expect(objection.body).toEqual({ objected: true });
  world.time.now = afterObjection;
  const { attempt } = await attemptOf('bart.claes');
  expect(said(await enter(attempt, letter.code))).toEqual([409, 'administrator-recovery.over']);
  expect(await world.knex('second_factors').where({ user_id: bart })).toHaveLength(1);
});

test('[check 31] ten wrong codes end it; the five tries of a log-in and the budget of the user hold as well', async () => {
  const { id, letter } = await sentTo();
  world.time.now = afterObjection;
  let wrong = 0;
  for (const tries of [5, 5]) {
    const { attempt } = await attemptOf('bart.claes');
    for (let tried = 0; tried < tries; tried += 1, wrong += 1)
      expect(said(await enter(attempt, guess(wrong)))).toEqual([422, 'administrator-recovery.code-wrong']);
    expect(said(await enter(attempt, letter.code))).toEqual([401, 'factor.attempt-over']);
  }
  const row = await world.knex('administrator_recoveries').where({ id }).first();
  expect([row.wrong_codes, row.outcome]).toEqual([10, 'voided']);
  const { attempt } = await attemptOf('bart.claes');
  expect(said(await enter(attempt, letter.code))).toEqual([409, 'administrator-recovery.over']);
});

test('[check 34] from an unknown place nobody learns whether the password was right; the code works there too', async () => {
  const emma = await world.userId('emma.jansen');
  await logIn({ username: 'emma.jansen', from: home });
  await giveFactor(emma);
  const { letter } = await sentTo(emma, await people.companyId('Tulip Trading'));
  world.time.now = afterObjection;
  const from = '198.51.100.7';
  const right = await attemptOf('emma.jansen', { from });
  const wrong = await attemptOf('emma.jansen', { from, password: 'wrong' });
  expect([right.next, wrong.next]).toEqual(['mail', 'mail']);
  const answers = [
    await enter(wrong.attempt, letter.code, aKey(), from),
    await enter(wrong.attempt, guess(1), aKey(), from),
    await enter(right.attempt, guess(1), aKey(), from),
  ];
  const wordsOf = (body: Record<string, unknown>) => ({ ...body, instance: '', requestId: '' });
  expect(answers.map(({ status }) => status)).toEqual([422, 422, 422]);
  expect(new Set(answers.map(({ body }) => JSON.stringify(wordsOf(body)))).size).toBe(1);
  expect(await world.knex('second_factors').where({ user_id: emma })).toHaveLength(1);
  expect((await enter(right.attempt, letter.code, aKey(), from)).status).toBe(200);
  expect(await world.knex('second_factors').where({ user_id: emma })).toEqual([]);
});

test('[check 21] afterwards a short password opens nothing but the way to a longer one or a new factor', async () => {
  const { letter } = await sentTo();
  world.time.now = afterObjection;
  const user = world.knex('users').where({ id: bart });
  await user.clone().update({ password_needs_factor: true });
  const { attempt } = await attemptOf('bart.claes');
  expect((await enter(attempt, letter.code)).status).toBe(200);
  const { body } = await logIn({ username: 'bart.claes', from: home });
  const as = { Authorization: `Bearer ${body.token}` };
  expect(said(await world.http.get('/v1/postboxes').set(as))).toEqual([403, 'session.password-too-short']);
  expect((await world.http.get('/v1/me/factors').set(as)).status).toBe(200);
  await user.clone().update({ password_needs_factor: false });
});

test('only for an active user with factors, one at a time; staff do not come back by this way', async () => {
  expect(said(await propose(await world.userId('an.peeters')))).toEqual([
    409,
    'administrator-recovery.no-factor',
  ]);
  expect((await propose(await world.userId('olga.operator'))).status).toBe(404);
  await world.knex('staff_roles').insert({ user_id: bart, role: 'operator', site_id: null });
  expect(said(await propose())).toEqual([409, 'administrator-recovery.person-is-staff']);
  await world.knex('staff_roles').where({ user_id: bart }).delete();
  const racing = await Promise.all([propose(), propose(), propose()]);
  expect(racing.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  expect(said(await propose())).toEqual([409, 'administrator-recovery.open']);
  // Another one's code, and one typed where administrators type theirs, are worth nothing.
  expect((await post('/v1/me/administrator-recovery', 'bart.claes', { code: guess(1) })).status).toBe(404);
});
