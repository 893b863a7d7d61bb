/** What the applications show, to whom, and whose prices (EM-03, EM-05, EM-06, IR-01, RT-05). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { csvOf } from '../../../api/csv.ts';
import { applicationObjects } from '../../../db/queries/application-objects.ts';
import { objectRightsOf } from '../../../domain/object-rights.ts';
import { holds } from '../../../domain/right-set.ts';
import { isReached, reachOf } from '../../../domain/reach.ts';
import { can } from '../../../domain/rights.ts';
import type { UserActor } from '../../../domain/rights.ts';
import type { World } from '../../support/fixtures.ts';
import { createWorld, ifMatch } from '../../support/fixtures.ts';
import { registry } from '../../support/registry.ts';

let world: World;
let company: string;
let account: string;

beforeAll(async () => {
  world = await createWorld();
  const row = await world
    .knex('accounts as a')
    .join('companies as c', 'c.id', 'a.company_id')
    .where('c.name', 'Bakkerij Peeters')
    .first<{ id: string; company_id: string }>('a.id', 'a.company_id');
  [company, account] = [row.company_id, row.id];
});
afterAll(() => world.close());

const get = async (path: string, by: string) => world.http.get(path).set(await world.as(by));
const titles = async (by: string, query = '') => {
  const { body } = await get(`/v1/application-objects${query}`, by);
  const items = body.items as { title: string; priceCents: number | null }[];
  return items.map(({ title, priceCents }) => [title, priceCents]).toSorted();
};
let version = 0;
const grant = async (actions: string[], products: string[], addresses: string[]) => {
  const bart = await world.userId('bart.claes');
  const saved = await world.http
    .put(`/v1/companies/${company}/users/${bart}/rights/${account}/e-masspost`)
    .set(await world.as('an.peeters'))
    .set(ifMatch(version))
    .send({ rights: [{ actions, scope: { products, 'invoice-addresses': addresses } }] });
  expect(saved.status).toBe(200);
  version = saved.body.version as number;
};

describe('what is shown', () => {
  test('nothing without a right, and counts tell nothing', async () => {
    expect(await titles('bart.claes')).toEqual([]);
    expect(await titles('emma.jansen')).toEqual([]);
  });

  test('own deposits with a right on own ones, all of the scope with global follow-up (EM-06)', async () => {
    await grant(['create-deposit'], ['letter', 'kilopost'], ['100001', '100002']);
    expect(await titles('bart.claes')).toEqual([
      ['Deposit of 300 kiloposts', null],
      ['Deposit of 5,000 letters', null],
    ]);
    await grant(['global-follow-up'], ['letter'], ['100001', '100002']);
    expect(await titles('bart.claes')).toEqual([
      ['Deposit of 1,200 letters', null],
      ['Deposit of 5,000 letters', null],
    ]);
  });

  test('[check 4] a page, a filter and a cursor know only what is the reader’s', async () => {
    const first = await get('/v1/application-objects?limit=1', 'bart.claes');
    const second = await get(`/v1/application-objects?limit=1&after=${first.body.next}`, 'bart.claes');
    expect([first.body.items.length, second.body.items.length, second.body.next]).toEqual([1, 1, null]);
    expect(await titles('bart.claes', '?value=invoice-addresses:100002')).toEqual([
      ['Deposit of 5,000 letters', null],
    ]);
    expect(await titles('bart.claes', '?application=invoice-reporter')).toEqual([]);
    expect(await titles('luc.dumont', `?accountId=${account}`)).toEqual([]);
  });

  test('[check 5] a price only with a price right on that scope, in every format (EM-05)', async () => {
    await grant(['global-follow-up', 'see-prices'], ['letter'], ['100001']);
    expect(await titles('bart.claes')).toEqual([['Deposit of 1,200 letters', 84_000]]);
    await grant(['global-follow-up'], ['letter'], ['100001']);
    const list = await get('/v1/application-objects', 'bart.claes');
    const [{ id }] = list.body.items as [{ id: string }];
    for (const path of ['', `/${id}`, '.csv', `/${id}/csv`]) {
      const { text, status } = await get(`/v1/application-objects${path}`, 'bart.claes');
      expect([path, status, text.includes('84000'), text.includes('1,200')]).toEqual([
        path,
        200,
        false,
        true,
      ]);
    }
    await grant(['confirm-deposit', 'global-follow-up'], ['letter'], ['100001']);
    for (const path of ['', `/${id}`, '.csv', `/${id}/csv`])
      expect((await get(`/v1/application-objects${path}`, 'bart.claes')).text).toContain('84000');
  });

  test('[check 3] foreign and missing give the same answer', async () => {
    const all = await get('/v1/application-objects', 'an.peeters');
    const [{ id }] = all.body.items as [{ id: string }];
    for (const by of ['luc.dumont', 'emma.jansen', 'chloe.lambert']) {
      const headers = { ...(await world.as(by)), 'X-Request-Id': 'the-same-for-both' };
      const ask = async (each: string, tail: string) => {
        const answer = await world.http.get(`/v1/application-objects/${each}${tail}`).set(headers);
        return { status: answer.status, text: answer.text, headers: { ...answer.headers, date: '' } };
      };
      for (const tail of ['', '/csv']) {
        const [foreign, missing] = [await ask(id, tail), await ask(randomUUID(), tail)];
        expect(foreign.status).toBe(404);
        expect(foreign).toEqual(missing);
      }
    }
  });

  test('[check 7] a right taken back is gone with the next request', async () => {
    const headers = await world.as('bart.claes');
    const seen = async () => (await world.http.get('/v1/application-objects').set(headers)).body.items.length;
    expect(await seen()).toBe(1);
    await grant([], [], []);
    expect(await seen()).toBe(0);
  });
});

const [alice, bob] = [uuid(), uuid()];
const products = ['letter', 'kilopost'];
const addresses = ['1', '2', '3'];

interface Made {
  readonly id: string;
  readonly accountId: string;
  readonly application: string;
  readonly creatorId: string | null;
  readonly values: Readonly<Record<string, string>>;
}

test('[check 4] the pure question and the list in SQL agree on every user and object of generated worlds', async () => {
  const { knex } = world;
  const other = await knex('accounts').whereNot({ id: account }).first<{ id: string }>('id');
  const ids = [account, other.id];
  const everywhere: Made[] = ids.flatMap((accountId) =>
    products.flatMap((product) =>
      addresses.flatMap((address) =>
        [alice, bob, null].map((creatorId) => ({
          ...{ id: uuid(), accountId, application: 'e-masspost', creatorId },
          values: { products: product, 'invoice-addresses': address },
        })),
      ),
    ),
  );
  // One that lacks a dimension, and one of another application.
  const made = { accountId: account, application: 'e-masspost', creatorId: alice };
  const odd: Made[] = [
    { ...made, id: uuid(), values: { products: 'letter' } },
    { ...made, id: uuid(), application: 'invoice-reporter', values: { 'invoice-addresses': '1' } },
  ];
  const objects = [...everywhere, ...odd];
  await knex('application_objects').insert(
    objects.map(({ id, accountId, application, creatorId }) => ({
      ...{ id, account_id: accountId, application, title: 'x', price_cents: 1, created_by: creatorId },
      created_at: new Date(world.time.now),
    })),
  );
  await knex('application_object_values').insert(
    objects.flatMap(({ id, values }) =>
      Object.entries(values).map(([dimension, value]) => ({ object_id: id, dimension, value })),
    ),
  );
  const block = fc.record({
    actions: fc.subarray(['create-deposit', 'global-follow-up', 'see-prices', 'yearly-plan'], {
      minLength: 1,
    }),
    scope: fc.record({
      products: fc.subarray(products, { minLength: 1 }),
      'invoice-addresses': fc.subarray(addresses, { minLength: 1 }),
    }),
  });
  const rights = fc.array(
    fc.record({ accountId: fc.constantFrom(...ids), rights: fc.array(block, { maxLength: 3 }) }),
    { maxLength: 3 },
  );
  await fc.assert(
    fc.asyncProperty(rights, fc.constantFrom(alice, bob), async (held, userId) => {
      const effective = held.map((each) => ({
        ...{ membershipId: 'm', companyId: company, application: 'e-masspost', profile: null },
        ...each,
      }));
      const objectRights = objectRightsOf(registry, effective);
      const actor: UserActor = { kind: 'user', id: userId, memberships: [], grants: [], objectRights };
      const reach = reachOf(actor, 'application-object.read');
      const page = { limit: 500, before: undefined };
      const listed = new Set((await applicationObjects(knex, reach, {}, page)).map(({ id }) => id));
      for (const object of objects) {
        const subject = { ...object, kind: 'application-object' as const };
        const isAllowed = can(actor, 'application-object.read', subject).ok;
        expect([object, listed.has(object.id)]).toEqual([object, isAllowed]);
        expect(isReached(reach, subject)).toBe(isAllowed);
      }
    }),
    { numRuns: 40 },
  );
});

describe('[check 55] a table is no program', () => {
  test.each([
    ['=SUM(A1)', `"'=SUM(A1)"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@cmd', `"'@cmd"`],
    ['\tx', `"'\tx"`],
    ['\r=x', `"'\r=x"`],
    [' =x', `"' =x"`],
    ['＝x', `"'＝x"`],
    ['a "b", c', '"a ""b"", c"'],
    ['plain', 'plain'],
    [-5, '-5'],
    [null, ''],
  ])('%j', (value, cell) => {
    expect(csvOf(['h'], [[value]])).toBe(`h\r\n${cell}\r\n`);
  });

  test('[check 55] as it is served', async () => {
    const title = '=HYPERLINK("http://evil.example")';
    await world.knex('application_objects').where({ title: 'Invoice 2027/0203' }).update({ title });
    const { text, headers } = await get('/v1/application-objects.csv', 'luc.dumont');
    expect(headers['content-type']).toContain('text/csv');
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  });
});

describe('making one (EM-03)', () => {
  const held = [
    { actions: ['create-deposit'], scope: { products: ['letter'], 'invoice-addresses': ['100001'] } },
    { actions: ['see-prices'], scope: { products: ['letter'], 'invoice-addresses': ['100002'] } },
  ];
  test.each([
    ['for an invoice address with the right to create', 'letter', '100001', true],
    ['for one with another right only', 'letter', '100002', false],
    ['for one that was not granted', 'letter', '100003', false],
    ['of another product', 'kilopost', '100001', false],
  ])('%s', (_words, product, address, isAllowed) => {
    const values = { products: product, 'invoice-addresses': address };
    expect(holds(held, { action: 'create-deposit', values })).toBe(isAllowed);
  });
});
