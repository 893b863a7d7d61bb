/** Accounts, what scopes rights on them, and what a company may hold: staff only (UM-11, EM-01, CS-01; decided.md, Rights). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { World } from '../../support/fixtures.ts';
import { aKey, createWorld, ifMatch } from '../../support/fixtures.ts';

let world: World;
let company: string;
let account: string;
let an: string;

beforeAll(async () => {
  world = await createWorld();
  const row = await world
    .knex('accounts as a')
    .join('companies as c', 'c.id', 'a.company_id')
    .where('c.name', 'Bakkerij Peeters')
    .first<{ id: string; company_id: string }>('a.id', 'a.company_id');
  [company, account] = [row.company_id, row.id];
  an = await world.userId('an.peeters');
});
afterAll(() => world.close());

const staff = () => world.as('olga.operator');
const get = async (path: string, by = 'olga.operator') => world.http.get(path).set(await world.as(by));
const boundary = (application: string, of = account) => `/v1/accounts/${of}/boundary/${application}`;
const setBoundary = async (application: string, body: object, version: number, of = account) =>
  world.http
    .put(boundary(application, of))
    .set(await staff())
    .set(ifMatch(version))
    .send(body);
const setValues = async (dimension: string, values: object[], version: number, of = account) =>
  world.http
    .put(`/v1/accounts/${of}/scope-values/${dimension}`)
    .set(await staff())
    .set(ifMatch(version))
    .send({ values });
const heldBy = async (user: string, application: string, of = account) =>
  (await get(`/v1/companies/${company}/users/${user}/rights/${of}/${application}`)).body.rights as object[];

const address = (value: string) => ({ value, label: `Address ${value}`, kind: null });
const reader = (...addresses: string[]) => [{ actions: ['read'], scope: { 'invoice-addresses': addresses } }];

describe('accounts', () => {
  test('a company is opened a second one, with a number of its own or the next free one', async () => {
    const path = `/v1/companies/${company}/accounts`;
    const open = async (body: object) =>
      world.http
        .post(path)
        .set(await staff())
        .set(aKey())
        .send(body);
    const named = await open({ number: '70000042', name: 'Gent' });
    expect([named.status, named.body.number, named.body.scopeValues]).toEqual([201, '70000042', []]);
    expect(named.headers['location']).toBe(`/v1/accounts/${String(named.body.id)}`);
    const next = await open({ name: 'Brugge' });
    expect(next.body.number).toMatch(/^\d{8}$/);
    const taken = await open({ number: '70000042', name: 'Aalst' });
    expect([taken.status, taken.body.reason]).toEqual([409, 'account.number-taken']);
    const listed = await get(path, 'an.peeters');
    expect(listed.body.items.map(({ name }: { name: string }) => name)).toEqual([
      'Bakkerij Peeters',
      'Brugge',
      'Gent',
    ]);
  });

  test.each([
    ['a user who administers nothing', 'bart.claes', 403],
    ['somebody of another company', 'luc.dumont', 404],
  ])('%s sees none of it', async (_words, by, status) => {
    for (const path of [`/v1/companies/${company}/accounts`, `/v1/accounts/${account}`, boundary('postbox')])
      expect((await get(path, by)).status).toBe(status);
  });

  test('an administrator reads and sets nothing', async () => {
    expect((await get(boundary('postbox'), 'an.peeters')).status).toBe(200);
    const answer = await world.http
      .put(boundary('postbox'))
      .set(await world.as('an.peeters'))
      .set(ifMatch(1))
      .send({ rights: [] });
    expect([answer.status, answer.body.reason]).toEqual([403, 'right.missing']);
  });
});

describe('what an account has', () => {
  test('gives nobody a right, and is refused at an older version', async () => {
    const known = [address('100001'), address('100002')];
    const added = await setValues('invoice-addresses', [...known, address('100003')], 1);
    expect([added.status, added.headers['etag']]).toEqual([200, '"2"']);
    expect(JSON.stringify(await heldBy(an, 'invoice-reporter'))).not.toContain('100003');
    const stale = await setValues('invoice-addresses', known, 1);
    expect([stale.status, stale.body.reason, stale.body.details]).toEqual([
      409,
      'account.version-stale',
      { version: 2 },
    ]);
  });

  test.each<[string, string, () => object[] | Promise<object[]>, string]>([
    ['one that rights name', 'invoice-addresses', () => [address('100003')], 'account.value-in-use'],
    [
      'a master contract in use as another kind',
      'contracts',
      () => [
        { value: 'CS123456789012', label: 'x', kind: null },
        { value: 'BPI/2026/4042/091', label: 'x', kind: null },
      ],
      'account.value-in-use',
    ],
    ['twice the same', 'invoice-addresses', () => [address('7'), address('7')], 'account.value-twice'],
    ['written otherwise', 'contracts', () => [address('CS12')], 'rights.value-malformed'],
    [
      'a box of another company',
      'postboxes',
      async () => {
        const own = ['BE 1001', 'BE 1002', 'PT 1003', 'BE 2001'];
        return Promise.all(own.map(async (box) => address(await world.boxId(box))));
      },
      'account.box-of-other-company',
    ],
    ['of a dimension whose values are listed', 'products', () => [address('letter')], 'not-found'],
  ])('refused: %s', async (_words, dimension, values, reason) => {
    const answer = await setValues(dimension, await values(), 2);
    expect(answer.body.reason).toBe(reason);
  });

  test('what nothing names goes', async () => {
    const answer = await setValues('invoice-addresses', [address('100001'), address('100002')], 2);
    expect(JSON.stringify(answer.body.scopeValues)).not.toContain('100003');
  });
});

describe('a boundary', () => {
  test('what is added is the administrators’ at once', async () => {
    const before = await get(boundary('parcels-national'));
    expect([before.body.version, before.body.rights]).toEqual([0, []]);
    await setValues(
      'contracts',
      [
        { value: 'CS123456789012', label: 'Master contract', kind: 'master' },
        { value: 'BPI/2026/4042/091', label: 'Parcels abroad', kind: null },
        { value: 'CS000000000001', label: 'A part of it', kind: null },
        { value: '424242', label: 'Parcels', kind: null },
      ],
      3,
    );
    const rights = [{ actions: ['user'], scope: { contracts: ['424242'] } }];
    const saved = await setBoundary('parcels-national', { rights }, 0);
    expect([saved.status, saved.body]).toEqual([200, { version: 1, added: rights, removed: [] }]);
    expect(await heldBy(an, 'parcels-national')).toEqual(rights);
    const event = await world
      .knex('events')
      .where({ kind: 'account.boundary-set', subject_id: account })
      .first<{ body: string }>('body');
    expect(JSON.parse(event.body)).toMatchObject({ onBehalfOf: company, application: 'parcels-national' });
  });

  test('or of those whom staff name; of nobody else', async () => {
    const [second] = (await get(`/v1/companies/${company}/accounts`)).body.items.slice(1) as { id: string }[];
    const other = second?.id ?? '';
    await setValues('invoice-addresses', [address('5'), address('6')], 1, other);
    const bart = await world.userId('bart.claes');
    const rights = reader('5');
    const refused = await setBoundary('invoice-reporter', { rights, userIds: [bart] }, 0, other);
    expect([refused.status, refused.body.reason]).toEqual([422, 'rights.not-administrator']);
    const none = await setBoundary('invoice-reporter', { rights, userIds: [] }, 0, other);
    expect(none.status).toBe(200);
    expect(await heldBy(an, 'invoice-reporter', other)).toEqual([]);
    const named = await setBoundary(
      'invoice-reporter',
      { rights: reader('5', '6'), userIds: [an] },
      1,
      other,
    );
    expect(named.body.added).toEqual(reader('6'));
    expect(await heldBy(an, 'invoice-reporter', other)).toEqual(reader('6'));
  });

  test('without an active administrator it goes to those who are invited', async () => {
    const tulip = await world.knex('companies').where({ name: 'Tulip Trading' }).first<{ id: string }>('id');
    const own = await world.knex('accounts').where({ company_id: tulip.id }).first<{ id: string }>('id');
    const emma = { user_id: await world.userId('emma.jansen'), company_id: tulip.id };
    await world.knex('memberships').where(emma).update({ accepted_at: null });
    await setValues('invoice-addresses', [address('9')], 1, own.id);
    const saved = await setBoundary('invoice-reporter', { rights: reader('9') }, 0, own.id);
    expect(saved.status).toBe(200);
    const held = await world
      .knex('holdings as h')
      .join('memberships as m', 'm.id', 'h.holder_id')
      .where({ 'h.account_id': own.id, 'h.application': 'invoice-reporter', 'h.holder_kind': 'user' })
      .pluck('m.user_id');
    expect(held).toEqual([emma.user_id]);
    await world
      .knex('memberships')
      .where(emma)
      .update({ accepted_at: new Date(world.time.now) });
  });

  test('a reduction counts with the next request, and the grants below it stay in the books', async () => {
    const chloe = await world.as('chloe.lambert');
    const boxes = async () => (await world.http.get('/v1/postboxes').set(chloe)).body.items.length as number;
    expect(await boxes()).toBe(1);
    const before = await get(boundary('postbox'));
    const rights = [{ actions: ['read', 'decide'], scope: { postboxes: [await world.boxId('BE 1002')] } }];
    const saved = await setBoundary('postbox', { rights }, before.body.version as number);
    expect([saved.status, saved.body.added]).toEqual([200, []]);
    expect(await boxes()).toBe(0);
    const again = await setBoundary('postbox', { rights: before.body.rights }, saved.body.version as number);
    expect(again.status).toBe(200);
    expect(await boxes()).toBe(1);
  });

  test.each<[string, string, () => object | Promise<object>, string]>([
    [
      'a contract that is no master (CS-01)',
      'collect-and-stamp',
      () => ({ actions: ['search-parcels'], scope: { contracts: ['CS000000000001'] } }),
      'rights.value-of-other-kind',
    ],
    [
      'a contract of nobody’s',
      'collect-and-stamp',
      () => ({ actions: ['search-parcels'], scope: { contracts: ['CS999999999999'] } }),
      'rights.value-not-of-account',
    ],
    [
      'a box that the account no longer has by right',
      'postbox',
      async () => {
        const value = await world.boxId('BE 2001');
        const row = { account_id: account, dimension: 'postboxes', value, label: 'moved', kind: null };
        await world.knex('account_scope_values').insert(row);
        return { actions: ['read'], scope: { postboxes: [value] } };
      },
      'account.box-of-other-company',
    ],
    [
      'what comes with the profile',
      'user-management',
      () => ({ actions: [], scope: {} }),
      'rights.not-granted',
    ],
  ])('refused: %s', async (_words, application, block, reason) => {
    const { version } = (await get(boundary(application))).body as { version: number };
    const answer = await setBoundary(application, { rights: [await block()] }, version);
    expect([answer.status, answer.body.reason]).toEqual([422, reason]);
  });

  test('refused: an older version, a profile nobody knows, an account nobody knows', async () => {
    const stale = await setBoundary('invoice-reporter', { rights: [] }, 7);
    expect([stale.status, stale.body.reason]).toEqual([409, 'rights.version-stale']);
    const profile = await setBoundary('invoice-reporter', { rights: [], profile: 'x' }, 1);
    expect([profile.status, profile.body.reason]).toEqual([422, 'rights.profile-unknown']);
    const unknown = await setBoundary('invoice-reporter', { rights: [] }, 1, randomUUID());
    expect([unknown.status, unknown.body.reason]).toEqual([404, 'not-found']);
  });

  test('[check 47] is set by who has proved himself lately', async () => {
    const headers = await staff();
    world.time.now += 60 * 60_000;
    const answer = await world.http
      .put(boundary('invoice-reporter'))
      .set(headers)
      .set(ifMatch(1))
      .send({ rights: [] });
    expect([answer.status, answer.body.reason]).toEqual([403, 'session.step-up-needed']);
  });
});
