/** Why, reach, and the other way round, over HTTP (UM-15, UM-26): with a router who hands on what he received. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { holdingOf } from '../../db/queries/rights.ts';
import { writeHolding } from '../../db/changes/write-holding.ts';
import { planSaving } from '../../domain/granting.ts';
import { orThrow } from '../../domain/verdict.ts';
import type { World } from '../support/fixtures.ts';
import { createWorld, ifMatch } from '../support/fixtures.ts';
import { applicationCalled } from '../support/registry.ts';

let world: World;
const ids: Record<string, string> = {};
const id = (name: string) => ids[name] ?? '';

beforeAll(async () => {
  world = await createWorld();
  for (const [key, name] of [
    ['bakery', 'Bakkerij Peeters'],
    ['atelier', 'Atelier Dumont'],
  ] as const) {
    const company = await world.knex('companies').where({ name }).first<{ id: string }>('id');
    ids[key] = company.id;
    const account = await world
      .knex('accounts')
      .where({ company_id: company.id })
      .first<{ id: string }>('id');
    ids[`${key}-account`] = account.id;
  }
  for (const name of ['an.peeters', 'bart.claes', 'luc.dumont']) ids[name] = await world.userId(name);
  ids['box'] = await world.boxId('BE 1001');
  // Bart keeps deciding, which brings reading along.
  const path = `/v1/companies/${id('bakery')}/users/${id('bart.claes')}/rights/${id('bakery-account')}/postbox`;
  await world.http
    .put(path)
    .set(await world.as('an.peeters'))
    .set(ifMatch(1))
    .send({ rights: [{ actions: ['decide'], scope: { postboxes: [id('box')] } }] });
  // Atelier Dumont works as a router for the bakery: received from An, handed on by Luc to himself.
  const luc = await world
    .knex('memberships')
    .where({ user_id: id('luc.dumont') })
    .first<{ id: string }>('id');
  await give('router', id('atelier'), id('an.peeters'));
  await give('user', luc.id, id('luc.dumont'));
});
afterAll(() => world.close());

/** Reading invoices of 100001, as the product itself writes it. */
const give = (holderKind: 'router' | 'user', holderId: string, by: string) =>
  world.knex.transaction(async (trx) => {
    const application = applicationCalled('invoice-reporter');
    const key = { holderKind, holderId, accountId: id('bakery-account'), application: application.key };
    const rights = [{ actions: ['read'], scope: { 'invoice-addresses': ['100001'] } }];
    const { verdict, plan } = planSaving({
      ...{ application, live: [], profile: null, wish: { profile: null, rights }, ceiling: rights },
      ...{ holder: { kind: holderKind, routerType: 'other' }, revocation: 'individual' },
    });
    orThrow(verdict);
    const holding = await holdingOf(trx, key);
    const grantor = { kind: 'user', id: by } as const;
    const at = '2027-02-02T14:00:00.000Z';
    await writeHolding(trx, { key, holding, plan, grantor, registryVersion: 1, reason: 'saved', at });
  });

const get = async (path: string, by: string, query: object = {}) =>
  world.http
    .get(path)
    .query(query)
    .set(await world.as(by))
    .set({ 'Accept-Language': 'en' });
const onBox = (action: string) => ({
  ...{ accountId: id('bakery-account'), application: 'postbox', action },
  values: `postboxes:${id('box')}`,
});
const invoices = () => ({
  ...{ accountId: id('bakery-account'), application: 'invoice-reporter', action: 'read' },
  values: 'invoice-addresses:100001',
});
const why = (user: string, query: object, by = 'an.peeters', company = 'bakery') =>
  get(`/v1/companies/${id(company)}/users/${id(user)}/rights/why`, by, query);
const shape = (chain: Record<string, unknown>[]) =>
  chain.map(({ from, to, action, comesWith, isGrantorHolding }) => [
    ...[(from as { name: string }).name, (to as { name: string }).name, action, comesWith, isGrantorHolding],
  ]);

describe('why', () => {
  test('by which grants up to the operator, and what comes with what', async () => {
    const { body } = await why('bart.claes', onBox('read'));
    expect([body.isAllowed, body.code, body.isComplete]).toEqual([true, 'why.allowed', true]);
    expect(shape(body.chain)).toEqual([
      ['An Peeters', 'Bart Claes', 'decide', 'Comes with Decide on mail.', true],
      [null, 'An Peeters', 'decide', null, true],
    ]);
  });

  test('which condition fails, in the language of who asks', async () => {
    const { body } = await why('bart.claes', onBox('money'));
    expect([body.isAllowed, body.code, body.text]).toEqual([
      false,
      'why.not-granted',
      'Something was granted in this application, and not this.',
    ]);
    const dutch = await world.http
      .get('/v1/me/rights/why')
      .query(onBox('money'))
      .set(await world.as('bart.claes'))
      .set({ 'Accept-Language': 'nl' });
    expect([dutch.body.code, dutch.body.text]).toEqual([
      'why.not-granted',
      'Er is iets toegekend in deze toepassing, maar dit niet.',
    ]);
  });

  test('people of a router are named to their own company, people of others are their company', async () => {
    const { body } = await why('luc.dumont', invoices(), 'luc.dumont', 'atelier');
    expect(body.isAllowed).toBe(true);
    expect(shape(body.chain)).toEqual([
      ['Luc Dumont', 'Luc Dumont', 'read', null, true],
      ['Bakkerij Peeters', 'Atelier Dumont', 'read', null, true],
      [null, 'Bakkerij Peeters', 'read', null, true],
    ]);
  });

  test.each([
    ['without the values', { values: undefined }, 422],
    ['with a dimension twice', { values: 'postboxes:a,postboxes:b' }, 422],
    ['an account nobody knows', { accountId: randomUUID() }, 404],
    ['an application nobody knows', { application: 'x' }, 404],
  ])('%s', async (_words, other, status) => {
    expect((await why('bart.claes', { ...onBox('read'), ...other })).status).toBe(status);
  });

  test('[check 2] a user of one’s own and an account of somebody else’s', async () => {
    const query = { ...onBox('read'), accountId: id('atelier-account') };
    expect((await why('bart.claes', query)).status).toBe(404);
    expect((await get('/v1/me/rights/why', 'bart.claes', query)).status).toBe(404);
    expect((await get(`/v1/companies/${id('bakery')}/rights/holders`, 'an.peeters', query)).status).toBe(404);
  });

  test('nobody but administrators and staff', async () => {
    expect((await why('an.peeters', onBox('read'), 'bart.claes')).status).toBe(403);
    expect((await why('an.peeters', onBox('read'), 'emma.jansen')).status).toBe(404);
    expect((await why('an.peeters', onBox('read'), 'olga.operator')).body.isAllowed).toBe(true);
  });
});

test('[check 2] two or more ids of different owners are refused unless all are allowed', async () => {
  const owners = ['bakery', 'atelier'];
  const people: Record<string, string> = { bakery: 'bart.claes', atelier: 'luc.dumont' };
  const headers = await world.as('an.peeters');
  for (const company of owners)
    for (const user of owners)
      for (const account of owners) {
        const users = `/v1/companies/${id(company)}/users/${id(people[user] ?? '')}`;
        const right = { ...onBox('read'), accountId: id(`${account}-account`) };
        const asked = [
          world.http.get(`${users}/rights/why`).query(right),
          world.http.get(`${users}/rights/${right.accountId}/postbox`),
          world.http.put(`${users}/rights/${right.accountId}/postbox`).set(ifMatch(99)).send({ rights: [] }),
        ];
        const isOwn = [company, user, account].every((each) => each === 'bakery');
        for (const request of asked) {
          const { status } = await request.set(headers);
          expect([company, user, account, status === 404]).toEqual([company, user, account, !isOwn]);
        }
      }
});

test('reach: all that counts, clients of a router included', async () => {
  const path = `/v1/companies/${id('atelier')}/users/${id('luc.dumont')}/rights/reach`;
  const { body } = await get(path, 'luc.dumont');
  const seen = body.items.map((each: Record<string, string>) => [each['companyName'], each['application']]);
  expect(new Set(seen.map(String))).toEqual(
    new Set([
      'Bakkerij Peeters,invoice-reporter',
      'Atelier Dumont,invoice-reporter',
      'Atelier Dumont,postbox',
    ]),
  );
});

describe('who can touch a thing', () => {
  const holders = async (query: object, company = 'bakery', by = 'an.peeters') =>
    (await get(`/v1/companies/${id(company)}/rights/holders`, by, query)).body;

  test('people of the company, with what brings it', async () => {
    const { users, routers } = await holders(onBox('read'));
    expect(users.map(({ name, action }: Record<string, string>) => [name, action])).toEqual([
      ['An Peeters', 'read'],
      ['Bart Claes', 'decide'],
      ['Chloé Lambert', 'read'],
    ]);
    expect(routers).toEqual([]);
  });

  test('routers by name, and none of their people; to the router his own people', async () => {
    const own = await holders(invoices());
    expect(own.users.map(({ name }: { name: string }) => name)).toEqual(['An Peeters']);
    expect(own.routers).toEqual([{ companyId: id('atelier'), name: 'Atelier Dumont' }]);
    const theirs = await holders(invoices(), 'atelier', 'luc.dumont');
    expect([theirs.users.map(({ name }: { name: string }) => name), theirs.routers]).toEqual([
      ['Luc Dumont'],
      [],
    ]);
  });
});

test('[check 7] a smaller boundary counts at once, for the people of a router too', async () => {
  const path = `/v1/accounts/${id('bakery-account')}/boundary/invoice-reporter`;
  const before = await get(path, 'olga.operator');
  const cut = await world.http
    .put(path)
    .set(await world.as('olga.operator'))
    .set(ifMatch(before.body.version))
    .send({ rights: [{ actions: ['read'], scope: { 'invoice-addresses': ['100002'] } }] });
  expect(cut.status).toBe(200);
  const { body } = await why('luc.dumont', invoices(), 'luc.dumont', 'atelier');
  expect([body.isAllowed, body.code]).toEqual([false, 'why.outside-boundary']);
  expect(body.chain[0].isGrantorHolding).toBe(false);
});
