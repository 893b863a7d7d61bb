/** Ways around the ceiling (quality, security check 15): to oneself, by a second account, through a router and back. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rightsOfMembers } from '../../db/queries/rights.ts';
import type { World } from '../support/fixtures.ts';
import { aKey, createWorld, ifMatch, said } from '../support/fixtures.ts';
import { registry } from '../support/registry.ts';

let world: World;
let bakery: string;
let account: string;
let router: string;
let bart: string;

const application = 'e-masspost';
const scope = { products: ['letter'], 'invoice-addresses': ['100001'] };
const everything = [{ actions: ['create-deposit', 'see-prices'], scope }];

beforeAll(async () => {
  world = await createWorld();
  bakery = await idOf('companies', { name: 'Bakkerij Peeters' });
  account = await idOf('accounts', { company_id: bakery });
  router = await idOf('companies', { name: 'Routage Lenoir' });
  bart = await world.userId('bart.claes');
  // An administrator who holds one right of the many.
  await world.knex('memberships').where({ user_id: bart }).update({ profile: 'administrator' });
  const one = [{ actions: ['create-deposit'], scope }];
  const given = await put(userPath(bakery, bart), 'an.peeters', one, 0);
  expect(given.status).toBe(200);
});
afterAll(() => world.close());

async function idOf(table: string, where: object): Promise<string> {
  return (await world.knex(table).where(where).first<{ id: string }>('id')).id;
}
const userPath = (company: string, user: string, on = account) =>
  `/v1/companies/${company}/users/${user}/rights/${on}/${application}`;
const put = async (path: string, by: string, rights: readonly object[], version: number) =>
  world.http
    .put(path)
    .set({ ...(await world.as(by)), ...ifMatch(version) })
    .send({ rights });
const post = async (path: string, by: string, body: object = {}) =>
  world.http
    .post(path)
    .set({ ...(await world.as(by)), ...aKey() })
    .send(body);
/** What he may do by now, wherever. */
async function actionsOf(userId: string): Promise<readonly string[]> {
  const members = await world
    .knex('memberships')
    .where({ user_id: userId })
    .select('id as membershipId', 'company_id as companyId');
  const rights = await rightsOfMembers(world.knex, registry, members, { application });
  return rights.flatMap((each) => each.rights.flatMap(({ actions }) => actions));
}

test('[check 15] nobody gives himself what he does not hold, nor copies more to himself', async () => {
  expect(said(await put(userPath(bakery, bart), 'bart.claes', everything, 1))).toEqual([
    403,
    'rights.beyond-grantor',
  ]);
  const copied = await post(`${userPath(bakery, bart)}/copy`, 'bart.claes', { withAdministration: true });
  expect([copied.status, copied.body.added]).toEqual([200, []]);
  expect(await actionsOf(bart)).toEqual(['create-deposit']);
});

test('[check 15] nor by a colleague whom he makes administrator and who gives it back', async () => {
  const chloe = await world.userId('chloe.lambert');
  await world.knex('memberships').where({ user_id: chloe }).update({ profile: 'administrator' });
  const own = [{ actions: ['create-deposit'], scope }];
  expect((await put(userPath(bakery, chloe), 'bart.claes', own, 0)).status).toBe(200);
  expect(said(await put(userPath(bakery, bart), 'chloe.lambert', everything, 1))).toEqual([
    403,
    'rights.beyond-grantor',
  ]);
  expect(await actionsOf(bart)).toEqual(['create-deposit']);
});

test('[check 15] a second account of the company is another ceiling', async () => {
  const opened = await post(`/v1/companies/${bakery}/accounts`, 'olga.operator', { name: 'Second' });
  expect(opened.status).toBe(201);
  const second = opened.body.id as string;
  const values = [{ value: '100001', label: 'The same address', kind: null }];
  const dimension = `/v1/accounts/${second}/scope-values/invoice-addresses`;
  const registered = await world.http
    .put(dimension)
    .set({ ...(await world.as('olga.operator')), ...ifMatch(opened.body.version as number) })
    .send({ values });
  expect(registered.status).toBe(200);
  const bound = await world.http
    .put(`/v1/accounts/${second}/boundary/${application}`)
    .set({ ...(await world.as('olga.operator')), ...ifMatch(0) })
    .send({ rights: everything, userIds: [await world.userId('an.peeters')] });
  expect(bound.status).toBe(200);
  const one = [{ actions: ['create-deposit'], scope }];
  expect(said(await put(userPath(bakery, bart, second), 'bart.claes', one, 0))).toEqual([
    403,
    'rights.beyond-grantor',
  ]);
});

test('[check 15] through a router and back: it hands on to its own people and to nobody else', async () => {
  expect(said(await put(userPath(router, bart), 'rene.lenoir', everything, 0))).toEqual([404, 'not-found']);
  expect(said(await put(userPath(bakery, bart), 'rene.lenoir', everything, 1))).toEqual([404, 'not-found']);
  // The bakery in the directory: a router may not make a router of its client.
  const entry = { brand: 'postkamer', name: 'Bakkerij Peeters', type: 'other' };
  const address = { street: 'Meir 12', postalCode: '2000', city: 'Antwerpen', country: 'BE' };
  const number = 'BE0403170701';
  await world.knex('companies').where({ id: bakery }).update({ enterprise_number: number });
  const listed = await post('/v1/routers', 'olga.operator', {
    ...entry,
    ...address,
    enterpriseNumber: number,
  });
  expect([listed.status, listed.body.hasAccount]).toEqual([201, true]);
  const back = `/v1/companies/${router}/routers/${String(listed.body.id)}/rights/${account}/${application}`;
  expect(said(await put(back, 'rene.lenoir', everything, 0))).toEqual([403, 'router.no-further-router']);
  const own = `/v1/companies/${bakery}/routers/${String(listed.body.id)}/rights/${account}/${application}`;
  expect(said(await put(own, 'bart.claes', everything, 0))).toEqual([409, 'router.own-company']);
  expect(await actionsOf(bart)).toEqual(['create-deposit']);
});

test('[check 15] to a router no more than to anybody', async () => {
  const entry = await idOf('routers', { name: 'Routage Lenoir' });
  const path = `/v1/companies/${bakery}/routers/${entry}/rights/${account}/${application}`;
  expect(said(await put(path, 'bart.claes', everything, 1))).toEqual([403, 'rights.beyond-grantor']);
});
