/** Sharing over HTTP, from the invitation to the end, and the past that comes after a consent (WF-35, WF-36; IP-04, IP-07, IP-08). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { passwordTermsOf } from '../../db/queries/password-terms.ts';
import { loginsCalled } from '../../db/queries/recovery-logins.ts';
import { caughtOnce } from '../support/catcher.ts';
import { aKey, said } from '../support/fixtures.ts';
import { createLivingWorld } from '../support/living-world.ts';
import type { LivingWorld } from '../support/living-world.ts';
import { sharedOn } from '../support/recipients.ts';
import type { SharedScene } from '../support/sharing-stories.ts';
import { aSharedScene, later } from '../support/sharing-stories.ts';
import { databaseSetting } from '../support/database-setting.ts';
import { until } from '../support/wait.ts';

let world: LivingWorld;
let scene: SharedScene;
let me: { Authorization: string };
const password = 'a ledger of quiet green mornings';

beforeAll(async () => {
  world = await createLivingWorld();
  scene = await aSharedScene(databaseSetting(world.knex), { pageDocuments: 3 });
  me = await world.as(`${scene.mainContactId}@receiver.example`);
}, 120_000);
afterAll(() => world.close(), 60_000);
beforeEach(() => world.knex('rate_limits').delete());

const newEmail = () => `shared-${crypto.randomUUID()}@example.com`;
const invite = (email: string, numbers: readonly string[] = scene.codes.slice(0, 1), headers = me) =>
  world.http
    .post('/v1/me/sharings')
    .set(headers)
    .set(aKey())
    .send({ accountId: scene.accountId, name: 'Boekhouding Claes', email, language: 'nl', numbers });
const accept = (token: string, more: object = {}) =>
  world.http
    .post('/v1/sharings/acceptance')
    .set(aKey())
    .send({ token, password, ...more });
const acceptAs = (token: string, headers: Record<string, string>) =>
  world.http.post('/v1/me/shared').set(headers).set(aKey()).send({ token });

async function tokenAt(email: string, mails = 1): Promise<string> {
  await world.wakeAll();
  expect(await caughtOnce(email, mails)).toHaveLength(mails);
  const [mail] = await caughtOnce(email, mails);
  return /links\/sharing[^#]*#(\S{43})/.exec(mail?.text ?? '')?.[1] ?? 'none';
}

async function loggedIn(username: string): Promise<{ Authorization: string }> {
  const { body, status } = await world.http.post('/v1/sessions').send({ username, password, mode: 'bearer' });
  expect(status).toBe(201);
  return { Authorization: `Bearer ${String(body.token)}` };
}

const documentsOf = async (headers: Record<string, string>, query = ''): Promise<string[]> =>
  (await world.http.get(`/v1/issued-documents?limit=100${query}`).set(headers)).body.items.map(
    ({ id }: { id: string }) => id,
  );

/** Somebody new who has accepted. */
async function sharedUser(numbers?: readonly string[]) {
  const email = newEmail();
  const { body, status } = await invite(email, numbers);
  expect(status).toBe(201);
  expect((await accept(await tokenAt(email))).status).toBe(200);
  return { id: body.id as string, email, headers: await loggedIn(email) };
}

describe('the past of a reception', () => {
  test('WF-36: it comes by itself, as read, with its progress beside the reception and one mail', async () => {
    const before = await world.http.get('/v1/me/receptions').set(me);
    expect(before.body.items[0].history).toEqual({
      shown: 0,
      total: null,
      oldestOn: null,
      isComplete: false,
    });
    expect(await documentsOf(me)).toEqual([]);
    await world.wakeAll();
    await until('all of it is there', async () => (await documentsOf(me)).length === 16);
    const { body } = await world.http.get('/v1/me/receptions').set(me);
    expect(body.items.map(({ history }: { history: object }) => history)).toEqual(
      Array(2).fill({ shown: 8, total: 8, oldestOn: '2020-06-01', isComplete: true }),
    );
    expect(await documentsOf(me, '&unread=true')).toEqual([]);
    const email = `${scene.mainContactId}@receiver.example`;
    expect(await caughtOnce(email, 2)).toHaveLength(2);
    const [mail] = await caughtOnce(email, 2);
    expect(mail?.subject).toBe('Your earlier documents of A lessor are there');
    expect(mail?.text).toMatch(/in your account: 8\. The oldest is of Monday 1 June 2020\./);
  });

  test('WF-36: staff pause it, let it go on, and drop what is left; a customer may not', async () => {
    const operator = await world.as('olga.operator');
    // One a page, so that something is left when the word of staff comes.
    const paused = await aSharedScene(databaseSetting(world.knex), { pageDocuments: 1 });
    const id = await paused.backfillOf(paused.codes[0] ?? '');
    const say = (what: string, headers = operator) =>
      world.http.post(`/v1/history-backfills/${id}/${what}`).set(headers).set(aKey());
    expect((await say('pause', me)).status).toBe(403);
    const first = await say('pause');
    expect([first.status, first.body.stage]).toEqual([200, 'paused']);
    expect(said(await say('pause'))).toEqual([409, 'history-backfill.paused']);
    const list = await world.http.get('/v1/history-backfills').set(operator);
    expect(list.body.items.map((each: { id: string }) => each.id)).toContain(id);
    expect((await say('resumption')).status).toBe(200);
    await until('it is over', async () => {
      const row = await world.knex('history_backfills').where({ id }).first();
      return row.closed_at !== null;
    });
    expect(said(await say('drop'))).toEqual([409, 'history-backfill.over']);
  });
});

describe('sharing', () => {
  test('WF-35: invited, mailed, accepted with a password of his own; he sees what is ticked, as read, and nothing else', async () => {
    const email = newEmail();
    const { body: sharing } = await invite(email);
    expect(sharing).toMatchObject({ name: 'Boekhouding Claes', email, acceptedAt: null });
    const token = await tokenAt(email);
    expect(said(await accept(token, { password: 'short' }))).toEqual([422, 'password.too-short']);
    const done = await accept(token);
    expect([done.status, done.body]).toEqual([200, { accepted: true, username: email }]);
    expect(said(await accept(token))).toEqual([409, 'link.unusable']);
    const his = await loggedIn(email);
    expect(await documentsOf(his)).toHaveLength(8);
    expect(await documentsOf(his, '&unread=true')).toEqual([]);
    const { body: shown } = await world.http.get('/v1/me/shared').set(his);
    expect(shown.items).toEqual([
      expect.objectContaining({ companyName: 'A garage', contactName: 'Main Contact', id: sharing.id }),
    ]);
    const { body: numbers } = await world.http.get('/v1/me/numbers').set(me);
    expect(numbers.items.map((each: { sharedWith: object[] }) => each.sharedWith)).toEqual([
      [expect.objectContaining({ sharingId: sharing.id, name: 'Boekhouding Claes' })],
      [],
    ]);
    const mine = `${scene.mainContactId}@receiver.example`;
    await until('the main contact is told', async () =>
      (await caughtOnce(mine, 3)).some(
        ({ subject }) => subject === 'Boekhouding Claes sees the documents you share',
      ),
    );
  });

  test('with an address as long as one may be, by which he logs in', async () => {
    const email = `${crypto.randomUUID()}${'a'.repeat(28)}@${'b'.repeat(60)}.example`;
    expect((await invite(email)).status).toBe(201);
    expect((await accept(await tokenAt(email))).status).toBe(200);
    await loggedIn(email);
  });

  test('[check 7] IP-08: ticked, unticked and revoked are in force with his next request; a document then is a 404', async () => {
    const { id, headers } = await sharedUser([]);
    const tick = (numbers: readonly string[]) =>
      world.http.put(`/v1/me/sharings/${id}/numbers`).set(me).send({ numbers });
    expect(await documentsOf(headers)).toEqual([]);
    expect((await tick(scene.codes)).body.numbers).toHaveLength(2);
    const all = await documentsOf(headers);
    expect(all).toHaveLength(16);
    expect((await world.http.get(`/v1/issued-documents/${all[0] ?? ''}`).set(headers)).status).toBe(200);
    await tick([]);
    const answer = await world.http.get(`/v1/issued-documents/${all[0] ?? ''}`).set(headers);
    expect([answer.status, await documentsOf(headers)]).toEqual([404, []]);
    await tick(scene.codes);
    expect((await world.http.delete(`/v1/me/sharings/${id}`).set(me)).status).toBe(204);
    expect((await world.http.get(`/v1/issued-documents/${all[0] ?? ''}`).set(headers)).status).toBe(401);
    expect((await world.http.get('/v1/me/sharings').set(me)).body.items).not.toContainEqual(
      expect.objectContaining({ id }),
    );
  });

  test('who has a log-in accepts while logged in, by the link and as he who was invited', async () => {
    const luc = await world.userId('luc.dumont');
    const { email } = await world.knex('users').where({ id: luc }).first();
    const { body: sharing } = await invite(email);
    const token = await tokenAt(email);
    expect(said(await accept(token))).toEqual([409, 'sharing.log-in-exists']);
    expect(said(await acceptAs(token, await world.as('an.peeters')))).toEqual([409, 'sharing.other-address']);
    const his = await world.as('luc.dumont');
    const { body } = await acceptAs(token, his);
    expect(body.items).toEqual([expect.objectContaining({ id: sharing.id })]);
    expect(await documentsOf(his)).toHaveLength(8);
    expect((await world.http.delete(`/v1/me/shared/${String(sharing.id)}`).set(his)).status).toBe(204);
    expect(await documentsOf(his)).toEqual([]);
    expect((await world.http.get('/v1/me').set(his)).status).toBe(200);
  });

  test('WF-35, UP-08: a consumer in the brand of printed codes is refused, and told why and what instead', async () => {
    const chloe = await world.userId('chloe.lambert');
    const { accountId } = await sharedOn(world.knex, chloe, 'DL210005');
    await world.knex('recipient_accounts').where({ id: accountId }).update({ kind: 'b2c' });
    const asked = await world.http
      .post('/v1/me/sharings')
      .set(await world.as('chloe.lambert'))
      .set({ ...aKey(), 'Accept-Language': 'en' })
      .send({ accountId, name: 'A', email: newEmail(), language: 'fr', numbers: [] });
    expect(said(asked)).toEqual([409, 'sharing.consumer']);
    expect(asked.body.detail).toMatch(/enterprise number.*download a document.*never share your password/);
  });

  test('sent again the earlier link is dead; renamed he is called so; his language is his own once he has accepted', async () => {
    const email = newEmail();
    const { body: sharing } = await invite(email);
    const path = `/v1/me/sharings/${String(sharing.id)}`;
    const first = await tokenAt(email);
    expect((await world.http.post(`${path}/invitation`).set(me).set(aKey())).status).toBe(200);
    const second = await tokenAt(email, 2);
    expect(said(await accept(first))).toEqual([409, 'link.unusable']);
    const change = (body: object) => world.http.patch(path).set(me).send(body);
    expect((await change({ name: 'Claes & Co', language: 'fr' })).body).toMatchObject({ name: 'Claes & Co' });
    expect((await accept(second)).status).toBe(200);
    expect(said(await change({ language: 'de' }))).toEqual([409, 'sharing.language-his-own']);
    expect(said(await world.http.post(`${path}/invitation`).set(me).set(aKey()))).toEqual([
      409,
      'sharing.not-open',
    ]);
    expect(said(await invite(email))).toEqual([409, 'sharing.exists']);
    const [user] = await loginsCalled(world.knex, email);
    const { language } = await world.knex('users').where({ username: email }).first();
    expect([user?.isActive, language]).toEqual([true, 'fr']);
    const terms = await passwordTermsOf(world.knex, user?.userId ?? '', later);
    expect(terms.names).toContain('A garage');
  });

  test('taken back before it was accepted: the link is dead, and the life is over', async () => {
    const email = newEmail();
    const { body: sharing } = await invite(email);
    const token = await tokenAt(email);
    expect((await world.http.delete(`/v1/me/sharings/${String(sharing.id)}`).set(me)).status).toBe(204);
    expect(said(await accept(token))).toEqual([409, 'link.unusable']);
    await world.wakeAll();
    const life = world.client.workflow.getHandle(`sharing/${String(sharing.id)}`);
    expect(await life.result()).toBe('withdrawn');
  });

  test('[checks 31, 35] tokens that are none slow the place, and get the answer of every dead link', async () => {
    const none = 'A'.repeat(43);
    expect(said(await accept(none))).toEqual([409, 'link.unusable']);
    expect(said(await acceptAs(none, me))).toEqual([409, 'link.unusable']);
    for (let tried = 0; tried < 30; tried += 1) await accept(none);
    expect(said(await accept(none))).toEqual([429, 'request.too-many']);
  });
});
