import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ifMatch, said } from '../../support/fixtures.ts';
import { createLivingWorld } from '../../support/living-world.ts';
import { caughtOnce } from '../../support/catcher.ts';
import { receives, sharedOn } from '../../support/recipients.ts';
import type { Headers } from './people.ts';
import { peopleOf } from './people.ts';
import { rightsOfMembers } from '../../../db/queries/rights.ts';
import { registry } from '../../support/registry.ts';
import { grantBoxes } from '../../support/rights.ts';

let world: Awaited<ReturnType<typeof createLivingWorld>>;
let people: ReturnType<typeof peopleOf>;
let an: Headers;
let olga: Headers;

beforeAll(async () => {
  world = await createLivingWorld();
  people = peopleOf(world);
  an = await world.as('an.peeters');
  olga = await world.as('olga.operator');
}, 120_000);
afterAll(() => world.close(), 60_000);

const get = async (path: string, as = an) => world.http.get(path).set(as);
const change = async (id: string, version: number, body: object, as = an) =>
  world.http
    .patch(await people.path(id))
    .set({ ...as, ...ifMatch(version) })
    .send(body);
const setProfile = async (id: string, profile: string, as = an) =>
  people.send('put', await people.path(id, '/profile'), as, { profile });
const sessionOf = async (username: string): Promise<Headers> => ({
  Authorization: `Bearer ${String((await people.logIn(username)).body.token)}`,
});

describe('the list of users (UM-12)', () => {
  const list = async (query = '', as = an) =>
    get(`/v1/companies/${await people.companyId('Bakkerij Peeters')}/users${query}`, as);
  const names = (body: { items: { username: string }[] }) => body.items.map(({ username }) => username);

  test('has everybody with his creator, by username', async () => {
    const { body } = await list();
    expect(names(body)).toEqual(['an.peeters', 'bart.claes', 'chloe.lambert']);
    expect(body.items[1]).toEqual({
      id: await world.userId('bart.claes'),
      username: 'bart.claes',
      name: 'Bart Claes',
      email: 'bart.claes@example.com',
      profile: 'user',
      state: 'active',
      createdBy: null,
      createdAt: '2027-02-02T14:00:00.000Z',
      hasRights: true,
    });
  });

  test.each(['username', 'name', 'email', 'createdBy'])(
    'pages by %s, both ways, whole and once',
    async (sort) => {
      for (const order of ['ascending', 'descending']) {
        const whole = names((await list(`?sort=${sort}&order=${order}&limit=100`)).body);
        const paged: string[] = [];
        let after = '';
        do {
          const { body } = await list(`?sort=${sort}&order=${order}&limit=1${after && `&after=${after}`}`);
          paged.push(...names(body));
          after = body.next ?? '';
        } while (after !== '');
        expect(paged).toEqual(whole);
      }
    },
  );

  test('a cursor of another order is refused', async () => {
    const { body } = await list('?sort=name&limit=1');
    expect(said(await list(`?sort=email&after=${body.next}`))).toEqual([422, 'request.invalid']);
  });

  test('shows deactivated users on request only (UM-19)', async () => {
    const { id, username } = await people.accepted();
    await people.send('post', await people.path(id, '/deactivation'), an);
    expect(names((await list('?limit=100')).body)).not.toContain(username);
    expect(names((await list('?limit=100&deactivated=true')).body)).toContain(username);
  });

  test('is of administrators and staff, and shows nobody of another company', async () => {
    expect((await list('', await world.as('bart.claes'))).status).toBe(403);
    expect((await list('', await world.as('luc.dumont'))).status).toBe(404);
    expect((await list('', olga)).status).toBe(200);
    const own = await get(
      `/v1/companies/${await people.companyId('Atelier Dumont')}/users`,
      await world.as('luc.dumont'),
    );
    expect(names(own.body)).toEqual(['luc.dumont']);
  });
});

describe('changing a user', () => {
  test('his data, by the version that was seen', async () => {
    const { id, answer } = await people.create();
    const changed = await change(id, answer.body.version, {
      lastName: 'Maes',
      sex: 'female',
      language: 'fr',
    });
    expect(changed.body).toMatchObject({ name: 'Nele Maes', sex: 'female', language: 'fr' });
    expect(said(await change(id, answer.body.version, { lastName: 'Peters' }))).toEqual([
      409,
      'user.version-stale',
    ]);
    const event = await world.knex('events').where({ subject_id: id, kind: 'user.changed' }).first();
    expect(event.body).not.toContain('Maes');
    expect((await people.accept(await people.tokenOf(id))).status).toBe(200);
  });

  test('a new address kills the link that is under way; who was never in is invited anew', async () => {
    const { id, username, answer } = await people.create();
    const token = await people.tokenOf(id);
    const email = `${username}@elsewhere.example`;
    const changed = await change(id, answer.body.version, { email });
    expect(said(await people.accept(token))).toEqual([409, 'link.unusable']);
    await world.wakeAll();
    const [mail] = await caughtOnce(email, 1);
    const anew = /links\/invitation[^#]*#([A-Za-z0-9_-]{43})/.exec(mail?.text ?? '')?.[1] ?? 'none';
    expect((await people.accept(anew)).status).toBe(200);
    const { body } = await get(await people.path(id));
    expect([changed.status, body.state]).toEqual([200, 'active']);
  });

  test('[check 39] a mailbox is invited anew five times an hour at most', async () => {
    const { id, answer } = await people.create();
    const email = `mailed-often-${id}@elsewhere.example`;
    for (let index = 0; index < 5; index += 1) await world.deps.limits.spend('linkMailsToAddress', email);
    expect(said(await change(id, answer.body.version, { email }))).toEqual([429, 'request.too-many']);
    expect((await change(id, answer.body.version, { lastName: 'Maes' })).status).toBe(200);
  });

  test('a username that is his address goes with it, unless another one is given', async () => {
    const email = `nele-${randomUUID()}@bakery.example`;
    const { id, answer } = await people.create({ username: email, email });
    const next = `new-${email}`;
    const changed = await change(id, answer.body.version, { email: next });
    expect([changed.status, changed.body.username, changed.body.email]).toEqual([200, next, next]);
    const named = await change(id, changed.body.version, { email, username: `n.${id}` });
    expect([named.status, named.body.username]).toEqual([200, `n.${id}`]);
    const foreign = await change(id, named.body.version, { username: next });
    expect(said(foreign)).toEqual([422, 'user.username-is-address']);
  });

  test('who was stopped before he was ever in is invited anew when he is released', async () => {
    const { id, email } = await people.create();
    await world.wakeAll();
    await caughtOnce(email, 1);
    const token = await people.tokenOf(id);
    const path = await people.path(id, '/suspension');
    expect((await people.send('post', path, olga)).status).toBe(200);
    expect(said(await people.accept(token))).toEqual([409, 'link.unusable']);
    expect((await people.send('delete', path, olga)).status).toBe(200);
    await world.wakeAll();
    const mails = await caughtOnce(email, 2);
    const anew = /links\/invitation[^#]*#([A-Za-z0-9_-]{43})/.exec(mails[0]?.text ?? '')?.[1] ?? 'none';
    expect((await people.accept(anew)).status).toBe(200);
  });

  test('whoever is in already hears of a new address at the old one', async () => {
    const { id, email } = await people.accepted();
    const { body } = await get(await people.path(id));
    await change(id, body.version, { email: 'nele@new.example' });
    const notice = await world.knex('personal_notices').where({ user_id: id }).first();
    expect(notice).toMatchObject({ kind: 'identity-changed', email });
  });

  test('a taken username is refused', async () => {
    const { id, answer } = await people.create();
    expect(said(await change(id, answer.body.version, { username: 'bart.claes' }))).toEqual([
      409,
      'user.username-taken',
    ]);
  });

  test('who belongs to another company too is not his administrator’s to change, only to let go', async () => {
    const { id, username } = await people.accepted();
    await people.joinElsewhere(id);
    const { body } = await get(await people.path(id));
    expect(body.isElsewhere).toBe(true);
    for (const answer of [
      await change(id, body.version, { email: 'mine@bakery.example' }),
      await people.send('put', await people.path(id, '/self-reset'), an, { allowed: false }),
      await get(await people.path(id, '/sessions')),
      await people.send('delete', await people.path(id, '/sessions'), an),
    ]) {
      expect(said(answer)).toEqual([409, 'user.in-other-companies']);
    }
    expect((await change(id, body.version, { firstName: 'Lien' }, olga)).status).toBe(200);
    const session = await sessionOf(username);
    expect((await people.send('post', await people.path(id, '/deactivation'), an)).status).toBe(200);
    const me = await get('/v1/me', session);
    expect(me.body.memberships).toEqual([expect.objectContaining({ companyName: 'Atelier Dumont' })]);
  });

  test.each([
    ['receives documents in an account', false],
    ['reads an account that is shared with him', true],
  ])('who %s is not his administrator’s to change either', async (_words, isShared) => {
    const { id } = await people.accepted();
    const contact = isShared ? (await people.accepted()).id : id;
    const { sharingId } = await sharedOn(world.knex, contact, isShared ? 'DL210005' : 'DL210003');
    const accepted = { user_id: id, accepted_at: new Date() };
    if (isShared) await world.knex('sharings').where({ id: sharingId }).update(accepted);
    const { body } = await get(await people.path(id));
    expect(body.isElsewhere).toBe(true);
    for (const answer of [
      await change(id, body.version, { email: 'mine@bakery.example' }),
      await people.send('put', await people.path(id, '/self-reset'), an, { allowed: false }),
      await people.send('post', await people.path(id, '/reset'), an),
      await people.send('delete', await people.path(id, '/sessions'), an),
    ]) {
      expect(said(answer)).toEqual([409, 'user.in-other-companies']);
    }
    expect((await people.send('post', await people.path(id, '/reset'), olga)).status).toBe(202);
    expect((await change(id, body.version, { firstName: 'Lien' }, olga)).status).toBe(200);
    expect((await people.send('post', await people.path(id, '/deactivation'), an)).status).toBe(200);
  });

  test('[check 18] a member who is staff stands above an administrator', async () => {
    await world.knex('memberships').insert({
      id: '0193b0a1-0000-7d3a-9f52-3f6a1c2b4d5e',
      user_id: await world.userId('sam.brussel'),
      company_id: await people.companyId('Bakkerij Peeters'),
      profile: 'user',
      accepted_at: new Date(),
    });
    const sam = await world.userId('sam.brussel');
    const { body } = await get(await people.path(sam));
    for (const answer of [
      await change(sam, body.version, { lastName: 'Other' }),
      await setProfile(sam, 'administrator'),
      await people.send('post', await people.path(sam, '/deactivation'), an),
    ]) {
      expect(said(answer)).toEqual([403, 'user.profile-above']);
    }
  });

  test('[check 11] staff act for a customer, never for themselves', async () => {
    const staffId = await world.userId('olga.operator');
    await world.knex('memberships').insert({
      id: '0193b0a1-0001-7d3a-9f52-3f6a1c2b4d5e',
      user_id: staffId,
      company_id: await people.companyId('Bakkerij Peeters'),
      profile: 'user',
      accepted_at: new Date(),
    });
    expect(said(await setProfile(staffId, 'administrator', olga))).toEqual([403, 'user.own-rights']);
    const bart = await world.userId('bart.claes');
    expect((await setProfile(bart, 'administrator', olga)).status).toBe(200);
    const event = await world
      .knex('events')
      .where({ kind: 'user.profile-changed', subject_id: bart })
      .first();
    expect([event.actor_type, event.actor_id]).toEqual(['staff', staffId]);
    expect(JSON.parse(event.body)).toEqual({
      profile: 'administrator',
      onBehalfOf: await people.companyId('Bakkerij Peeters'),
    });
    expect((await setProfile(bart, 'user', olga)).status).toBe(200);
  });

  test('the permission to reset kills links under way with every change (UM-24)', async () => {
    const { id } = await people.accepted();
    expect((await people.send('post', await people.path(id, '/reset'), an)).status).toBe(202);
    const path = await people.path(id, '/self-reset');
    expect((await people.send('put', path, an, { allowed: true })).body.selfResetAllowed).toBe(true);
    const link = () => world.knex('one_time_links').where({ purpose: 'reset', user_id: id }).first();
    expect((await link()).killed_at).toBeNull();
    expect((await people.send('put', path, an, { allowed: false })).body.selfResetAllowed).toBe(false);
    expect((await link()).killed_at).not.toBeNull();
  });

  test('the permission to reset leaves the invitation of who was never in as it is', async () => {
    const { id } = await people.create();
    const token = await people.tokenOf(id);
    const path = await people.path(id, '/self-reset');
    expect((await people.send('put', path, an, { allowed: false })).body.selfResetAllowed).toBe(false);
    expect((await people.accept(token)).status).toBe(200);
  });
});

describe('[check 2] two ids of different owners', () => {
  test('a user of another company is not found under one’s own', async () => {
    const luc = await world.userId('luc.dumont');
    for (const more of ['', '/sessions']) expect((await get(await people.path(luc, more))).status).toBe(404);
    for (const more of ['/deactivation', '/reactivation', '/invitation'])
      expect((await people.send('post', await people.path(luc, more), an)).status).toBe(404);
    expect((await setProfile(luc, 'user')).status).toBe(404);
  });

  test('a session of somebody else is not ended under the name of one’s own user', async () => {
    const { id } = await people.accepted();
    const other = await people.accepted();
    const session = await sessionOf(other.username);
    const { id: sessionId } = await world.knex('sessions').where({ user_id: other.id }).first();
    await people.send('delete', await people.path(id, `/sessions/${sessionId}`), an);
    expect((await get('/v1/me', session)).status).toBe(200);
  });
});

describe('[check 46] sessions of a user', () => {
  test('his administrator sees them, ends one, ends all', async () => {
    const { id, username } = await people.accepted();
    const [one, other] = [await sessionOf(username), await sessionOf(username)];
    const path = await people.path(id, '/sessions');
    const { body } = await get(path);
    expect(body.items).toHaveLength(2);
    const first = (await get(`${path}?limit=1`)).body;
    const last = (await get(`${path}?limit=1&after=${first.next}`)).body;
    expect([...first.items, ...last.items]).toEqual(body.items);
    expect(last.next).toBeNull();
    const end = (sessionId = '') => people.send('delete', `${path}${sessionId}`, an);
    expect((await end(`/${body.items[0].id}`)).status).toBe(204);
    const states = async () => [(await get('/v1/me', one)).status, (await get('/v1/me', other)).status];
    expect((await states()).sort()).toEqual([200, 401]);
    expect((await end()).status).toBe(204);
    expect(await states()).toEqual([401, 401]);
    expect((await get(path, await world.as('luc.dumont'))).status).toBe(404);
  });
});

/** A place and a browser of his, straight in the tables. */
async function trustBrowser(userId: string): Promise<void> {
  const at = new Date('2027-02-02T14:00:00Z');
  await world.knex('user_places').where({ user_id: userId }).delete();
  const common = { id: randomUUID(), user_id: userId, last_used_at: at };
  await world.knex('user_places').insert({ ...common, network: '203.0.113.7/32', authorised_at: at });
  await world
    .knex('trusted_browsers')
    .insert({ ...common, token_hash: 'a'.repeat(64), label: 'A browser', created_at: at });
}

describe('deactivation and return (WF-04)', () => {
  const deactivate = async (id: string, as = an) =>
    people.send('post', await people.path(id, '/deactivation'), as);
  const reactivate = async (id: string, as = an) =>
    people.send('post', await people.path(id, '/reactivation'), as);

  test('[checks 7, 45] his next request is refused, his links are dead, he cannot log in, his rights are gone', async () => {
    const { id, username } = await people.accepted();
    const member = await world.knex('memberships').where({ user_id: id }).first();
    await grantBoxes(world.knex, member.id, [await world.boxId('BE 1001')], ['read']);
    const session = await sessionOf(username);
    await trustBrowser(id);
    expect((await get('/v1/mail-items', session)).status).toBe(200);
    expect((await deactivate(id)).body).toMatchObject({ state: 'deactivated', hasRights: false });
    expect((await get('/v1/mail-items', session)).status).toBe(401);
    expect(said(await people.logIn(username))).toEqual([401, 'session.wrong-credentials']);
    expect(
      await rightsOfMembers(world.knex, registry, [
        { membershipId: member.id, companyId: member.company_id },
      ]),
    ).toEqual([]);
    const event = await world.knex('events').where({ subject_id: id, kind: 'user.deactivated' }).first();
    expect(JSON.parse(event.body)).toEqual({
      ended: { sessions: 1, links: 0, trustedBrowsers: 1, places: 1, grants: 1 },
      reowned: { invitations: 0 },
    });
    expect(said(await deactivate(id))).toEqual([409, 'user.deactivated']);
  });

  test('while invited: the link is dead, and after the return he is invited anew', async () => {
    const { id } = await people.create();
    const token = await people.tokenOf(id);
    expect((await deactivate(id)).status).toBe(200);
    expect(said(await people.accept(token))).toEqual([409, 'link.unusable']);
    await world.wakeAll();
    expect((await reactivate(id)).body).toMatchObject({ state: 'invited' });
    expect((await people.send('post', await people.path(id, '/invitation'), an)).status).toBe(200);
    expect((await people.accept(await people.tokenOf(id))).status).toBe(200);
  });

  test('the return brings identity back, not rights: an administrator is a user', async () => {
    const { id, username } = await people.accepted({ profile: 'administrator' });
    expect((await deactivate(id)).status).toBe(200);
    expect((await reactivate(id)).body).toMatchObject({ state: 'active', profile: 'user', hasRights: false });
    expect((await people.logIn(username)).status).toBe(201);
    expect(said(await reactivate(id))).toEqual([409, 'user.not-deactivated']);
  });

  test('invitations he sent are owned by who ended his membership', async () => {
    const boss = await people.accepted({ profile: 'administrator' });
    const guest = await people.create({}, await sessionOf(boss.username));
    await deactivate(boss.id);
    const row = await world.knex('user_provisionings').where({ user_id: guest.id }).first();
    expect(row.owner_id).toBe(await world.userId('an.peeters'));
  });

  test('a business portal removes nobody; a brand that does leaves nothing of him (X-10)', async () => {
    const { id, username } = await people.create();
    await deactivate(id);
    const receiver = await people.create();
    await receives(world.knex, receiver.id, 'DL210002');
    await deactivate(receiver.id);
    const remove = async (who = id) => people.send('delete', await people.path(who), an);
    expect(said(await remove())).toEqual([409, 'user.removal-not-offered']);
    const company = await world.knex('companies').where({ name: 'Bakkerij Peeters' }).first();
    await world.knex('policy_sets').insert({
      ...(await world.knex('policy_sets').where({ brand_id: company.brand_id }).first()),
      id: '0193b0a1-0002-7d3a-9f52-3f6a1c2b4d5e',
      version: 2,
      effective_from_at: new Date('2027-02-01T00:00:00Z'),
      people: JSON.stringify({ removal: 'delete' }),
    });
    expect((await remove()).status).toBe(204);
    expect((await get(await people.path(id))).status).toBe(404);
    const row = await world.knex('users').where({ id }).first();
    expect(JSON.stringify(row)).not.toMatch(new RegExp(`${username}|Nele|Janssens`));
    // Whoever still receives documents logs in to an account of his own.
    expect((await remove(receiver.id)).status).toBe(204);
    const stays = await world.knex('users').where({ id: receiver.id }).first('username', 'deactivated_at');
    expect(stays).toEqual({ username: receiver.username, deactivated_at: null });
    await world.knex('policy_sets').where({ id: '0193b0a1-0002-7d3a-9f52-3f6a1c2b4d5e' }).delete();
  });
});

describe('the last administrator (UM-06)', () => {
  test('WF-04: is neither demoted nor deactivated, whoever asks', async () => {
    const luc = await world.userId('luc.dumont');
    const path = (more: string) => people.path(luc, more, 'Atelier Dumont');
    for (const as of [await world.as('luc.dumont'), olga]) {
      const demotion = await people.send('put', await path('/profile'), as, { profile: 'user' });
      expect(said(demotion)).toEqual([409, 'user.last-administrator']);
      expect(demotion.body.detail).toMatch(/(make|maak|faites|nommez).*(close|sluiten|clôturer)/i);
      expect(said(await people.send('post', await path('/deactivation'), as))).toEqual([
        409,
        'user.last-administrator',
      ]);
    }
  });

  test('one who is only invited does not count', async () => {
    const luc = await world.userId('luc.dumont');
    const company = await people.companyId('Atelier Dumont');
    const as = await world.as('luc.dumont');
    const body = people.newUser({ profile: 'administrator' });
    const { body: second } = await people.send('post', `/v1/companies/${company}/users`, as, body);
    const demote = async () =>
      people.send('put', await people.path(luc, '/profile', 'Atelier Dumont'), as, { profile: 'user' });
    expect(said(await demote())).toEqual([409, 'user.last-administrator']);
    expect((await people.accept(await people.tokenOf(second.id))).status).toBe(200);
    expect((await demote()).status).toBe(200);
    expect(
      (
        await people.send('put', await people.path(luc, '/profile', 'Atelier Dumont'), olga, {
          profile: 'administrator',
        })
      ).status,
    ).toBe(200);
  });

  test('staff stop an only administrator at once; he stays administrator by name and is out', async () => {
    const emma = await world.userId('emma.jansen');
    const session = await world.as('emma.jansen');
    const path = await people.path(emma, '/suspension', 'Tulip Trading');
    expect((await people.send('post', path, an)).status).toBe(403);
    const { body } = await people.send('post', path, olga);
    expect(body).toMatchObject({ state: 'suspended', profile: 'administrator' });
    expect((await get('/v1/me', session)).status).toBe(401);
    expect(said(await people.send('post', path, olga))).toEqual([409, 'user.suspended']);
    const event = await world.knex('events').where({ subject_id: emma, kind: 'user.suspended' }).first();
    expect(JSON.parse(event.body)).toMatchObject({ ended: { sessions: 1 }, isUnadministered: true });
    expect((await people.send('delete', path, olga)).body).toMatchObject({ state: 'active' });
    expect((await get('/v1/me', await world.as('emma.jansen'))).status).toBe(200);
  });
});
