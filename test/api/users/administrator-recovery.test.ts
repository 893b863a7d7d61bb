import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { tokenToSend } from '../../../db/changes/one-time-links.ts';
import { linkTokens } from '../../../platform/vault.ts';
import { said } from '../../support/fixtures.ts';
import { createLivingWorld } from '../../support/living-world.ts';
import { staffMember } from '../../support/staff.ts';
import type { Headers } from './people.ts';
import { peopleOf } from './people.ts';

let world: Awaited<ReturnType<typeof createLivingWorld>>;
let people: ReturnType<typeof peopleOf>;
let companyId: string;
let daan: string;
/** Two of the staff. */
const staff = { olga: 'olga.operator', omar: 'omar.operator' };

const start = Date.parse('2027-02-02T14:00:00.000Z');
/** Tuesday and five working days: open from Wednesday of the next week. */
const afterObjection = Date.parse('2027-02-10T09:00:00.000Z');

beforeAll(async () => {
  world = await createLivingWorld();
  people = peopleOf(world);
  companyId = await people.companyId('Tulip Trading');
  daan = await world.userId('daan.visser');
  await staffMember(world.knex, { username: staff.omar });
  const address = { street: 'Oudegracht 44', postal_code: '3511 AR', city: 'Utrecht', country: 'NL' };
  await world.knex('companies').where({ id: companyId }).update(address);
}, 120_000);
afterAll(() => world.close(), 60_000);

beforeEach(async () => {
  world.time.now = start;
  await world.knex('administrator_recoveries').delete();
  await world.knex('memberships').where({ user_id: daan }).update({ profile: 'user' });
  const emma = await world.userId('emma.jansen');
  await world
    .knex('memberships')
    .where({ user_id: emma })
    .update({ suspended_at: new Date(start) });
});

const as = (username: string): Promise<Headers> => world.as(username);
const post = async (path: string, username: string, body?: object) =>
  people.send('post', path, await as(username), body);
const propose = (userId = daan, by = staff.olga) =>
  post(`/v1/companies/${companyId}/administrator-recoveries`, by, { userId, reason: 'She has left.' });
const path = (id: string, more = '') => `/v1/administrator-recoveries/${id}${more}`;
const letterOf = async (id: string) => world.http.get(path(id, '/letter')).set(await as(staff.omar));
const enter = async (code: string) => post('/v1/me/administrator-recovery', 'daan.visser', { code });

async function approved() {
  const { body } = await propose();
  const answer = await post(path(body.id, '/approval'), staff.omar);
  if (answer.status !== 200) throw new Error(answer.text);
  return { id: body.id as string, answer };
}

test('[check 20] two of the staff, a letter, five working days, the code: the company has an administrator again', async () => {
  const proposed = await propose();
  expect([proposed.status, proposed.body.stage]).toEqual([201, 'proposed']);
  const { id } = proposed.body;
  expect(said(await post(path(id, '/approval'), staff.olga))).toEqual([
    403,
    'administrator-recovery.second-person-needed',
  ]);
  const { body } = await post(path(id, '/approval'), staff.omar);
  expect(body).toMatchObject({ stage: 'objection', objectionEndsAt: '2027-02-09T23:00:00.000Z' });

  const letter = await letterOf(id);
  expect(letter.body).toMatchObject({
    companyName: 'Tulip Trading',
    street: 'Oudegracht 44',
    city: 'Utrecht',
  });
  const views = await world
    .knex('events')
    .where({ kind: 'administrator-recovery.letter-viewed', subject_id: id });
  expect(views.map((view) => view.actor_type)).toEqual(['staff']);
  expect((await post(path(id, '/letter/confirmation'), staff.omar)).status).toBe(200);
  expect(said(await letterOf(id))).toEqual([409, 'administrator-recovery.printed']);
  const kept = JSON.stringify([
    await world.knex('administrator_recoveries').select(),
    await world.knex('events').select('body', 'command'),
    await world.knex('command_particulars').select(),
    await world.knex('requests').select(),
  ]);
  expect(kept).not.toContain(letter.body.code);

  expect(said(await enter(letter.body.code))).toEqual([409, 'administrator-recovery.not-open']);
  world.time.now = afterObjection;
  expect(said(await enter('7QK2-M9XD-40TB-VW3Z'))).toEqual([422, 'administrator-recovery.code-wrong']);
  expect((await enter(letter.body.code.toLowerCase())).body).toEqual({ companyId });
  const me = await world.http.get('/v1/me').set(await as('daan.visser'));
  expect(me.body.memberships).toEqual([expect.objectContaining({ companyId, profile: 'administrator' })]);
  expect(said(await enter(letter.body.code))).toEqual([409, 'administrator-recovery.over']);
});

test('[check 31] ten wrong codes end it', async () => {
  const { id } = await approved();
  const { code } = (await letterOf(id)).body as { code: string };
  world.time.now = afterObjection;
  const { printedCode } = await import('../../../domain/printed-code.ts');
  for (let wrong = 0; wrong < 10; wrong += 1) {
    const guess = printedCode(Uint8Array.from({ length: 15 }, () => wrong));
    expect(said(await enter(guess))).toEqual([422, 'administrator-recovery.code-wrong']);
  }
  expect(said(await enter(code))).toEqual([409, 'administrator-recovery.over']);
});

test('[checks 35, 37, 38] the old administrator objects by the link in the notice, once; the code is worth nothing', async () => {
  const { id } = await approved();
  const { code } = (await letterOf(id)).body as { code: string };
  const link = await world.knex('one_time_links').where({ life_id: id }).first<{ id: string }>('id');
  const derived = linkTokens(world.deps.vault)(link.id);
  const token = await tokenToSend(world.knex)(link.id, derived, world.deps.clock());
  const object = () => people.send('post', '/v1/administrator-recoveries/objection', {}, { token });
  const opened = await world.http.get('/v1/administrator-recoveries/objection').query({ token });
  expect([405, 404, 401]).toContain(opened.status);
  const answers = await Promise.all(Array.from({ length: 100 }, object));
  expect(answers.filter(({ status }) => status === 200).map(({ body }) => body)).toEqual([
    { objected: true },
  ]);
  expect(answers.filter(({ status }) => ![200, 409, 429, 503].includes(status))).toEqual([]);
  expect(world.log()).not.toContain(token);
  await world.knex('rate_limits').delete();
  expect(said(await object())).toEqual([409, 'link.unusable']);
  world.time.now = afterObjection;
  expect(said(await enter(code))).toEqual([409, 'administrator-recovery.over']);
});

test('only for a company without an active administrator, and only for an active member', async () => {
  expect((await propose(await world.userId('luc.dumont'))).status).toBe(404);
  const emma = await world.userId('emma.jansen');
  expect(said(await propose(emma))).toEqual([409, 'administrator-recovery.candidate-not-active']);
  const { body } = await propose();
  expect(said(await propose())).toEqual([409, 'administrator-recovery.open']);
  await world.knex('memberships').where({ user_id: emma }).update({ suspended_at: null });
  expect(said(await post(path(body.id, '/approval'), staff.omar))).toEqual([
    409,
    'administrator-recovery.not-needed',
  ]);
  expect((await post(path(body.id, '/withdrawal'), staff.omar)).body.stage).toBe('withdrawn');
  expect(said(await propose())).toEqual([409, 'administrator-recovery.not-needed']);
});

test('it is staff’s alone', async () => {
  const { id } = await approved();
  for (const username of ['daan.visser', 'an.peeters', 'sam.brussel']) {
    const headers = await as(username);
    expect((await world.http.get(path(id)).set(headers)).status).toBe(403);
    expect((await world.http.get(path(id, '/letter')).set(headers)).status).toBe(403);
  }
  expect(
    (await post('/v1/me/administrator-recovery', 'bart.claes', { code: '7QK2-M9XD-40TB-VW3Z' })).status,
  ).toBe(404);
});
