/** Routers end to end: directory, onboarding, a client's grant, and what the router makes of it (WF-06; RT-01 to RT-07). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rightsOfMembers } from '../../../db/queries/rights.ts';
import { aKey, ifMatch } from '../../support/fixtures.ts';
import type { LivingWorld } from '../../support/living-world.ts';
import { createLivingWorld } from '../../support/living-world.ts';
import { registry } from '../../support/registry.ts';
import { until } from '../../support/wait.ts';

let world: LivingWorld;
let client: string;
let account: string;
let router: string;
let routerCompany: string;

const masspost = (actions: readonly string[], products = ['letter']) => [
  { actions, scope: { products, 'invoice-addresses': ['100001'] } },
];
const routerPath = (id = router, more = '', application = 'e-masspost') =>
  `/v1/companies/${client}/routers/${id}/rights/${account}/${application}${more}`;
const userPath = (userId: string, application = 'e-masspost', company = routerCompany) =>
  `/v1/companies/${company}/users/${userId}/rights/${account}/${application}`;

const get = async (path: string, by: string) => world.http.get(path).set(await world.as(by));
const post = async (path: string, by: string, body: object = {}) =>
  world.http
    .post(path)
    .set(await world.as(by))
    .set(aKey())
    .send(body);
const put = async (path: string, by: string, rights: readonly object[], version: number) =>
  world.http
    .put(path)
    .set(await world.as(by))
    .set(ifMatch(version))
    .send({ rights });
const told = (answer: { status: number; body: { reason?: string } }) => [answer.status, answer.body.reason];

/** What somebody of the router may really do on the account of the client. */
async function effective(username: string) {
  const userId = await world.userId(username);
  const row = await world
    .knex('memberships')
    .where({ user_id: userId })
    .first<{ id: string; company_id: string }>('id', 'company_id');
  const members = [{ membershipId: row.id, companyId: row.company_id }];
  const found = await rightsOfMembers(world.knex, registry, members, { accountId: account });
  return found.flatMap(({ rights }) => rights.flatMap(({ actions }) => actions));
}
const listed = async () => (await get(`/v1/companies/${client}/routers`, 'an.peeters')).body.items;
const settled = async <Fact>(
  read: () => Promise<Fact>,
  isSettled: (fact: Fact) => boolean,
): Promise<Fact> => {
  let fact = await read();
  await until('it is settled', async () => {
    await world.wakeAll();
    fact = await read();
    return isSettled(fact);
  });
  return fact;
};

beforeAll(async () => {
  world = await createLivingWorld();
  const row = await world
    .knex('accounts as a')
    .join('companies as c', 'c.id', 'a.company_id')
    .where('c.name', 'Bakkerij Peeters')
    .first<{ id: string; company_id: string }>('a.id', 'a.company_id');
  [client, account] = [row.company_id, row.id];
  const entry = await world
    .knex('routers')
    .where({ name: 'Routage Lenoir' })
    .first<{ id: string; company_id: string }>('id', 'company_id');
  [router, routerCompany] = [entry.id, entry.company_id];
}, 120_000);
afterAll(() => world.close(), 60_000);

describe('a grant that is still to be handed on (RT-04)', () => {
  test('before that nobody at the router, its administrator included, can work; the client sees it', async () => {
    expect([await effective('rene.lenoir'), await effective('sofie.maes')]).toEqual([[], []]);
    const [seen] = await listed();
    expect(seen).toMatchObject({
      state: 'granted-unusable',
      applications: [{ key: 'e-masspost', name: 'e-Masspost' }],
      people: 0,
      hasAdministrator: true,
      endsAt: '2027-05-03T22:00:00.000Z',
      router: { name: 'Routage Lenoir', country: 'FR', type: 'conventional' },
    });
  });

  test('the administrator of the router hands on within what was received, not more', async () => {
    const sofie = await world.userId('sofie.maes');
    const beyond = await put(userPath(sofie), 'rene.lenoir', masspost(['create-deposit', 'see-prices']), 0);
    expect(told(beyond)).toEqual([403, 'rights.beyond-grantor']);
    const wider = await put(userPath(sofie), 'rene.lenoir', masspost(['create-deposit'], ['prior']), 0);
    expect(told(wider)).toEqual([403, 'rights.beyond-grantor']);
    expect(await effective('sofie.maes')).toEqual([]);
    const within = await put(userPath(sofie), 'rene.lenoir', masspost(['create-deposit']), 0);
    expect(within.status).toBe(200);
    expect(await effective('sofie.maes')).toEqual(['create-deposit']);
  });

  test('also to himself', async () => {
    const rene = await world.userId('rene.lenoir');
    const own = await put(userPath(rene), 'rene.lenoir', masspost(['global-follow-up']), 0);
    expect(own.status).toBe(200);
    expect(await effective('rene.lenoir')).toEqual(['global-follow-up']);
  });

  test('a user of the router hands nothing on', async () => {
    const rene = await world.userId('rene.lenoir');
    expect(told(await put(userPath(rene), 'sofie.maes', masspost(['create-deposit']), 1))).toEqual([
      403,
      'right.missing',
    ]);
  });

  test('the client sees that somebody works with it, how many and not who', async () => {
    const [seen] = await settled(listed, ([first]) => first?.workingSince !== null);
    expect(seen).toMatchObject({ state: 'working', people: 2, endsAt: null });
    expect(JSON.stringify(seen)).not.toMatch(/sofie|rene/i);
  });

  test('a router never grants to a router', async () => {
    const path = `/v1/companies/${routerCompany}/routers/${await anotherRouter()}/rights/${account}/e-masspost`;
    expect(told(await put(path, 'rene.lenoir', masspost(['create-deposit']), 0))).toEqual([
      403,
      'router.no-further-router',
    ]);
  });
});

describe('what a client may give a router (RT-02, RT-07)', () => {
  test('the form shows what is not for routers', async () => {
    const { body, status } = await get(routerPath(), 'an.peeters');
    expect(status).toBe(200);
    const grey = (key: string) =>
      body.actions.find((option: { key: string }) => option.key === key).grey?.reason ?? null;
    expect([grey('administrator'), grey('manage-senders'), grey('see-prices')]).toEqual([
      'option.not-for-holder',
      null,
      null,
    ]);
  });

  test('never a right of administration', async () => {
    const answer = await put(routerPath(), 'an.peeters', masspost(['administrator']), 1);
    expect(told(answer)).toEqual([422, 'rights.administration-for-router']);
  });

  test('senders management to a conventional router, and to no other', async () => {
    const given = masspost(['create-deposit', 'global-follow-up', 'manage-senders']);
    expect((await put(routerPath(), 'an.peeters', given, 1)).status).toBe(200);
    const other = await anotherRouter();
    expect(told(await put(routerPath(other), 'an.peeters', masspost(['manage-senders']), 0))).toEqual([
      422,
      'rights.other-router-type',
    ]);
  });

  test('what the administrator does not hold himself is not his to give', async () => {
    const other = await anotherRouter();
    const foreign = [
      { actions: ['create-deposit'], scope: { products: ['letter'], 'invoice-addresses': ['999999'] } },
    ];
    expect(told(await put(routerPath(other), 'an.peeters', foreign, 0))).toEqual([
      403,
      'rights.beyond-grantor',
    ]);
  });

  test('an older version is refused, and who administers nothing is refused', async () => {
    expect(told(await put(routerPath(), 'an.peeters', [], 1))).toEqual([409, 'rights.version-stale']);
    expect(told(await put(routerPath(), 'chloe.lambert', [], 2))).toEqual([403, 'right.missing']);
    expect(told(await put(routerPath(), 'luc.dumont', [], 2))).toEqual([404, 'not-found']);
  });

  test('copy all my rights leaves out administration', async () => {
    const other = await anotherRouter();
    const copied = await post(routerPath(other, '/copy'), 'an.peeters');
    expect(copied.status).toBe(200);
    const actions = copied.body.added.flatMap((block: { actions: string[] }) => block.actions);
    expect(actions).toContain('see-prices');
    expect(actions).not.toContain('administrator');
    expect(actions).not.toContain('manage-senders');
    expect((await listed()).map(({ state }: { state: string }) => state)).toContain('waiting-for-account');
  });

  test('no company is its own router', async () => {
    await world
      .knex('routers')
      .where({ id: await anotherRouter() })
      .update({ company_id: client });
    const answer = await put(routerPath(await anotherRouter()), 'an.peeters', [], 1);
    await world
      .knex('routers')
      .where({ id: await anotherRouter() })
      .update({ company_id: null });
    expect(told(answer)).toEqual([409, 'router.own-company']);
  });
});

describe('the client takes rights back while people of the router work (RT-06)', () => {
  test('they lose them in the same moment, and the client learns how many', async () => {
    const taken = await put(routerPath(), 'an.peeters', masspost(['global-follow-up']), 2);
    expect([taken.status, taken.body.peopleAffected]).toEqual([200, 1]);
    expect([await effective('sofie.maes'), await effective('rene.lenoir')]).toEqual([
      [],
      ['global-follow-up'],
    ]);
    const ended = await world
      .knex('grants as g')
      .join('holdings as h', 'h.id', 'g.holding_id')
      .join('memberships as m', 'm.id', 'h.holder_id')
      .where('m.company_id', routerCompany)
      .whereNotNull('g.ended_at')
      .pluck('g.end_reason');
    expect(ended).toEqual(['revoked']);
  });

  test('the event says what becomes of work that has begun', async () => {
    const event = await world
      .knex('events')
      .where({ kind: 'router.rights-saved', company_id: client })
      .orderBy('seq', 'desc')
      .first<{ body: string }>('body');
    expect(JSON.parse(event.body)).toMatchObject({ runningWork: 'finish', lost: [expect.any(String)] });
  });

  test('all of it: the life ends, and the list is empty of it', async () => {
    expect((await put(routerPath(), 'an.peeters', [], 3)).body.peopleAffected).toBe(1);
    expect(await effective('rene.lenoir')).toEqual([]);
    const outcome = await settled(
      () =>
        world.knex('router_grants').where({ router_id: router }).first<{ outcome: string | null }>('outcome'),
      ({ outcome: present }) => present !== null,
    );
    expect(outcome).toEqual({ outcome: 'revoked' });
    expect((await listed()).map((each: { router: { id: string } }) => each.router.id)).not.toContain(router);
  });
});

describe('the directory (RT-01)', () => {
  test('homonyms stand apart by number and address, and pages follow on', async () => {
    const lille = (await get('/v1/routers?q=lenoir', 'an.peeters')).body.items;
    expect(lille.map(({ city }: { city: string }) => city)).toEqual(['Lille', 'Gent']);
    const first = (await get('/v1/routers?limit=1', 'an.peeters')).body;
    const second = (await get(`/v1/routers?limit=1&after=${first.next}`, 'an.peeters')).body;
    expect(first.items[0].number < second.items[0].number).toBe(true);
    expect((await get('/v1/routers?country=FR', 'olga.operator')).body.items).toHaveLength(1);
  });

  test('only for administrators of the brand', async () => {
    expect((await get('/v1/routers', 'chloe.lambert')).body.items).toEqual([]);
    expect((await get('/v1/routers', 'emma.jansen')).body.items).toEqual([]);
    expect((await get(`/v1/routers/${router}`, 'emma.jansen')).status).toBe(404);
    expect((await get(`/v1/routers/${router}`, 'an.peeters')).status).toBe(200);
  });

  test('staff put an entry right, and take one out that nobody uses', async () => {
    const entry = { name: 'Lenoir Gent', type: 'other', street: 'Kaai 1', postalCode: '9000', city: 'Gent' };
    const id = await anotherRouter();
    const { version } = (await get(`/v1/routers/${id}`, 'olga.operator')).body;
    const changed = await world.http
      .put(`/v1/routers/${id}`)
      .set(await world.as('olga.operator'))
      .set(ifMatch(version))
      .send({ ...entry, country: 'BE' });
    expect([changed.status, changed.body.name]).toEqual([200, 'Lenoir Gent']);
    expect(told(await post(`/v1/routers/${id}/closure`, 'olga.operator'))).toEqual([409, 'router.in-use']);
    expect(told(await post(`/v1/routers/${id}/closure`, 'an.peeters'))).toEqual([403, 'right.missing']);
    expect((await post(`/v1/routers/${router}/closure`, 'olga.operator')).status).toBe(204);
    expect((await get(`/v1/routers/${router}`, 'an.peeters')).status).toBe(404);
    expect(told(await put(routerPath(), 'an.peeters', masspost(['create-deposit']), 4))).toEqual([
      409,
      'router.closed',
    ]);
  });
});

describe('a router that is missing (RT-03)', () => {
  const atelier = {
    name: 'Dumont Mailing',
    street: '8 rue de la République',
    postalCode: '69001',
    city: 'Lyon',
    country: 'FR',
  };
  const ask = (body: object = atelier) =>
    post(`/v1/companies/${client}/router-onboardings`, 'an.peeters', body);
  const path = (id: string, more = '') => `/v1/router-onboardings/${id}${more}`;

  test('asked for, vetted, confirmed by its administrator; a company that is client and router has two roles', async () => {
    const asked = await ask();
    expect([asked.status, asked.body.stage, asked.body.dueAt]).toEqual([
      201,
      'vetting',
      '2027-02-03T13:00:00.000Z',
    ]);
    const id = asked.body.id as string;
    expect(told(await ask())).toEqual([409, 'router-onboarding.open']);
    expect((await get('/v1/router-onboardings', 'olga.operator')).body.items).toHaveLength(1);
    expect((await get(path(id), 'luc.dumont')).status).toBe(404);
    expect(told(await post(path(id, '/approval'), 'an.peeters', { routerId: router }))).toEqual([
      403,
      'right.missing',
    ]);
    const number = 'FR40303265045';
    await world.knex('companies').where({ name: 'Atelier Dumont' }).update({ enterprise_number: number });
    const entry = { ...atelier, type: 'other', enterpriseNumber: number };
    const listedNow = await post(path(id, '/approval'), 'olga.operator', { entry });
    expect([listedNow.status, listedNow.body.stage, listedNow.body.router.hasAccount]).toEqual([
      200,
      'confirmation',
      true,
    ]);
    expect(told(await ask())).toEqual([409, 'router-onboarding.known']);
    expect((await ask({ ...atelier, city: 'Paris', postalCode: '75001' })).status).toBe(201);
    const seen = await get(path(id), 'luc.dumont');
    expect([seen.status, seen.body.note, seen.body.companyName]).toEqual([200, null, 'Bakkerij Peeters']);
    expect(told(await post(path(id, '/confirmation'), 'an.peeters'))).toEqual([404, 'not-found']);
    const confirmed = await post(path(id, '/confirmation'), 'luc.dumont');
    expect([confirmed.status, confirmed.body.stage]).toEqual([200, 'ready']);
    const own = await get(`/v1/companies/${await companyOf('luc.dumont')}/router-onboardings`, 'luc.dumont');
    expect(own.body.items).toHaveLength(1);
  });

  test('declined with a reason, and nothing is listed', async () => {
    const { id } = (await ask({ ...atelier, name: 'Nobody Knows' })).body;
    const declined = await post(path(id, '/refusal'), 'olga.operator', { note: 'Not to be found.' });
    expect([declined.status, declined.body.stage, declined.body.decisionNote]).toEqual([
      200,
      'declined',
      'Not to be found.',
    ]);
    expect(told(await post(path(id, '/withdrawal'), 'an.peeters'))).toEqual([409, 'router-onboarding.over']);
  });

  test('without an account it must be possible to invite it', async () => {
    const { id } = (await ask({ ...atelier, name: 'Unknown Yet' })).body;
    const entry = { ...atelier, name: 'Unknown Yet', type: 'other' };
    expect(told(await post(path(id, '/approval'), 'olga.operator', { entry }))).toEqual([
      422,
      'router.not-invitable',
    ]);
    const withdrawn = await post(path(id, '/withdrawal'), 'an.peeters');
    expect([withdrawn.status, withdrawn.body.stage]).toEqual([200, 'withdrawn']);
  });
});

async function companyOf(username: string): Promise<string> {
  const row = await world
    .knex('memberships')
    .where({ user_id: await world.userId(username) })
    .first<{ company_id: string }>('company_id');
  return row.company_id;
}

/** A homonym without an account, of the other type. */
async function anotherRouter(): Promise<string> {
  const known = await world.knex('routers').where({ city: 'Gent' }).first<{ id: string } | undefined>('id');
  if (known) return known.id;
  const lenoir = await world.knex('routers').where({ id: router }).first<{ brand_id: string }>('brand_id');
  const id = '00000000-0000-7000-8000-00000000000a';
  const address = { street: 'Kaai 1', postal_code: '9000', city: 'Gent', country: 'BE' };
  const names = { brand_id: lenoir.brand_id, number: 'R99999', name: 'Routage Lenoir', type: 'other' };
  await world.knex('routers').insert({ id, ...names, ...address, listed_at: new Date(world.time.now) });
  return id;
}
