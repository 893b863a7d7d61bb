/** Rights of users over HTTP: the form, saving, copying (UM-14 to UM-18, UM-28). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { World } from '../support/fixtures.ts';
import { aKey, createWorld, ifMatch } from '../support/fixtures.ts';

let world: World;
let company: string;
let account: string;
let chloe: string;
let boxes: Readonly<Record<string, string>>;
const path = (application: string, user = chloe) =>
  `/v1/companies/${company}/users/${user}/rights/${account}/${application}`;
const form = async (application: string, user = chloe) =>
  world.http.get(path(application, user)).set(await world.as('an.peeters'));
const save = async (application: string, body: object, version: number, by = 'an.peeters', user = chloe) =>
  world.http
    .put(path(application, user))
    .set(await world.as(by))
    .set(ifMatch(version))
    .send(body);

beforeAll(async () => {
  world = await createWorld();
  const row = await world
    .knex('accounts as a')
    .join('companies as c', 'c.id', 'a.company_id')
    .where('c.name', 'Bakkerij Peeters')
    .first<{ id: string; company_id: string }>('a.id', 'a.company_id');
  [company, account] = [row.company_id, row.id];
  chloe = await world.userId('chloe.lambert');
  boxes = { first: await world.boxId('BE 1001'), second: await world.boxId('BE 1002') };
});
afterAll(() => world.close());

describe('the form (UM-15, UM-16)', () => {
  test('shows what is held, what can be given, and why the rest is grey', async () => {
    const { body, status, headers } = await form('postbox');
    expect([status, headers['etag']]).toEqual([200, '"1"']);
    expect(body.rights).toEqual([{ actions: ['read'], scope: { postboxes: [boxes['first']] } }]);
    expect(body.actions.map(({ key, isHeld, grey }: Record<string, unknown>) => [key, isHeld, grey])).toEqual(
      [
        ['read', true, null],
        ['decide', false, null],
        ['settings', false, null],
        ['money', false, null],
      ],
    );
    expect(
      body.dimensions[0].values.map(({ name, isHeld }: Record<string, unknown>) => [name, isHeld]),
    ).toEqual([
      ['BE 1001', true],
      ['BE 1002', false],
      ['PT 1003', false],
    ]);
    const masspost = (await form('e-masspost')).body;
    expect(masspost.actions.find(({ key }: { key: string }) => key === 'manage-senders').grey.reason).toBe(
      'option.not-for-holder',
    );
  });

  test('without a boundary everything is the operator’s to open', async () => {
    const { body } = await form('parcels-national');
    const reasons = body.actions.map(({ grey }: { grey: { reason: string } | null }) => grey?.reason);
    expect(new Set(reasons)).toEqual(new Set(['option.ask-operator']));
  });

  test.each([
    ['an application nobody knows', () => path('no-such-thing')],
    [
      'somebody else’s account',
      async () => {
        const other = await world
          .knex('accounts')
          .whereNot({ company_id: company })
          .first<{ id: string }>('id');
        return path('postbox').replace(account, other.id);
      },
    ],
  ])('%s is not there', async (_words, at) => {
    const answer = await world.http.get(await at()).set(await world.as('an.peeters'));
    expect([answer.status, answer.body.reason]).toEqual([404, 'not-found']);
  });
});

describe('saving (UM-14, UM-18)', () => {
  const onBox = (actions: string[], ...names: string[]) => ({
    rights: [{ actions, scope: { postboxes: names.map((name) => boxes[name]) } }],
  });

  test('is one act, shows what changed, and counts with the next request', async () => {
    const reader = await world.as('chloe.lambert');
    const decides = async () =>
      (await world.http.get('/v1/me').set(reader)).body.actions.includes('mail-item.decide') as boolean;
    expect(await decides()).toBe(false);
    const saved = await save('postbox', onBox(['read', 'decide'], 'first', 'second'), 1);
    expect([saved.status, saved.headers['etag'], saved.body.removed]).toEqual([200, '"2"', []]);
    expect(await decides()).toBe(true);
    const taken = await save('postbox', onBox(['read'], 'first'), 2);
    expect(taken.body.added).toEqual([]);
    expect(await decides()).toBe(false);
  });

  test('the same again changes nothing and leaves no event', async () => {
    const events = () =>
      world.knex('events').where({ kind: 'user.rights-saved', subject_id: chloe }).count('* as n').first();
    const before = await events();
    const again = await save('postbox', onBox(['read'], 'first'), 3);
    expect([again.status, again.body]).toMatchObject([200, { version: 3, added: [], removed: [] }]);
    expect(await events()).toEqual(before);
  });

  test('an older version is refused with the present one, and without one it asks for it', async () => {
    const stale = await save('postbox', onBox(['read'], 'second'), 1);
    expect([stale.status, stale.body.reason, stale.body.details]).toEqual([
      409,
      'rights.version-stale',
      { version: 3 },
    ]);
    const without = await world.http
      .put(path('postbox'))
      .set(await world.as('an.peeters'))
      .send(onBox([], 'first'));
    expect(without.status).toBe(428);
  });

  test('nothing that the operator did not open, and nothing is saved of the rest', async () => {
    const foreign = await world.boxId('BE 2001');
    const answer = await save(
      'postbox',
      { rights: [{ actions: ['read'], scope: { postboxes: [boxes['second'], foreign] } }] },
      3,
    );
    expect([answer.status, answer.body.reason]).toEqual([403, 'rights.beyond-grantor']);
    expect((await form('postbox')).headers['etag']).toBe('"3"');
  });

  test('a new administrator gives nothing that he was not given himself (UM-05, UM-07)', async () => {
    const bart = await world.userId('bart.claes');
    const raised = await world.http
      .put(`/v1/companies/${company}/users/${bart}/profile`)
      .set(await world.as('an.peeters'))
      .send({ profile: 'administrator' });
    expect(raised.status).toBe(200);
    const beyond = await save('postbox', onBox(['read', 'settings'], 'first'), 3, 'bart.claes');
    expect([beyond.status, beyond.body.details]).toEqual([
      403,
      { rights: [`settings (postboxes: ${String(boxes['first'])})`] },
    ]);
    const within = await save('postbox', onBox(['read', 'decide'], 'first'), 3, 'bart.claes');
    expect([within.status, within.body.version]).toEqual([200, 4]);
  });

  test('nobody but administrators and staff', async () => {
    const answer = await save('postbox', onBox(['decide'], 'first'), 4, 'chloe.lambert');
    expect([answer.status, answer.body.reason]).toEqual([403, 'right.missing']);
    const stranger = await save('postbox', onBox(['decide'], 'first'), 4, 'luc.dumont');
    expect([stranger.status, stranger.body.reason]).toEqual([404, 'not-found']);
  });

  test('staff give within the boundary, recorded as on behalf of the company', async () => {
    const answer = await save('postbox', onBox(['read', 'settings'], 'first'), 4, 'olga.operator');
    expect(answer.status).toBe(200);
    const event = await world
      .knex('events')
      .where({ kind: 'user.rights-saved', subject_id: chloe })
      .orderBy('seq', 'desc')
      .first<{ body: string }>('body');
    expect(JSON.parse(event.body)).toMatchObject({ onBehalfOf: company });
  });
});

describe('profiles (PI-06, PI-07)', () => {
  const parcels = (actions: string[], borderels: string[]) => ({
    actions,
    scope: { contracts: ['BPI/2026/4042/091'], borderels },
  });

  test('every violated cell is named', async () => {
    const answer = await save(
      'parcels-international',
      { profile: 'read-only', rights: [parcels(['eshipper-light', 'general-access'], ['21'])] },
      0,
    );
    expect([answer.status, answer.body.reason, answer.body.details]).toEqual([
      422,
      'rights.profile-violated',
      { profile: 'read-only', cells: ['general-access: NA', 'borderels/21: NO'], matching: [] },
    ]);
  });

  test('a change of profile drops what it has no place for and says so', async () => {
    const first = await save(
      'parcels-international',
      { profile: 'general-access', rights: [parcels(['general-access', 'see-prices'], ['10', '31'])] },
      0,
    );
    expect(first.status).toBe(200);
    const light = await save(
      'parcels-international',
      {
        profile: 'read-only',
        rights: [parcels(['general-access', 'see-prices', 'eshipper-light'], ['10', '31'])],
      },
      1,
    );
    expect([light.status, light.body.dropped]).toEqual([200, ['general-access: NA']]);
  });
});

describe('copy all my rights (UM-17)', () => {
  const copy = async (application: string, by: string, body = {}) =>
    world.http
      .post(`${path(application)}/copy`)
      .set(await world.as(by))
      .set(aKey())
      .send(body);

  test('WF-02: gives what the grantor holds, administration only when ticked', async () => {
    const copied = await copy('e-masspost', 'an.peeters');
    expect(copied.status).toBe(200);
    const actions = () => form('e-masspost').then(({ body }) => body.rights[0].actions as string[]);
    expect(await actions()).not.toContain('administrator');
    await copy('e-masspost', 'an.peeters', { withAdministration: true });
    expect(await actions()).toContain('administrator');
  });

  test('WF-02: fits the profile of the receiver: he gets that of the grantor, and what has no place in it goes', async () => {
    expect((await form('parcels-international')).body.profile).toBe('read-only');
    const copied = await copy('parcels-international', 'an.peeters');
    expect([copied.status, copied.body.profile, copied.body.dropped]).toEqual([
      200,
      'general-access',
      ['eshipper-light: NA'],
    ]);
  });

  test.each<[string, (other: { companyId: string; accountId: string; userId: string }) => string]>([
    ['another account', ({ accountId }) => path('e-masspost').replace(account, accountId)],
    ['another company', ({ companyId }) => path('e-masspost').replace(company, companyId)],
    ['a user of another company', ({ userId }) => path('e-masspost', userId)],
    [
      'a user of another company, in his company and on its account',
      ({ companyId, accountId, userId }) =>
        path('e-masspost', userId).replace(company, companyId).replace(account, accountId),
    ],
  ])('WF-02: other account or other company: refused (%s)', async (_words, at) => {
    const other = await world
      .knex('accounts as a')
      .join('companies as c', 'c.id', 'a.company_id')
      .where('c.name', 'Atelier Dumont')
      .first<{ accountId: string; companyId: string }>('a.id as accountId', 'a.company_id as companyId');
    const asked = at({ ...other, userId: await world.userId('luc.dumont') });
    const grants = () => world.knex('grants').orderBy('id').pluck('id');
    const before = await grants();
    const headers = await world.as('an.peeters');
    const answers = [
      await world.http.post(`${asked}/copy`).set(headers).set(aKey()).send({}),
      await world.http.put(asked).set(headers).set(ifMatch(0)).send({ rights: [] }),
    ];
    for (const { status, body } of answers) expect([status, body.reason]).toEqual([404, 'not-found']);
    expect(await grants()).toEqual(before);
  });

  test('who holds nothing there has nothing to copy', async () => {
    const answer = await copy('e-masspost', 'bart.claes');
    expect([answer.status, answer.body.reason]).toEqual([409, 'rights.nothing-to-copy']);
  });
});

test('in which applications a user has access (UM-16)', async () => {
  const answer = await world.http
    .get(`/v1/companies/${company}/users/${chloe}/rights`)
    .set(await world.as('an.peeters'))
    .set({ 'Accept-Language': 'en' });
  expect(
    answer.body.items.map((each: Record<string, unknown>) => [each['application'], each['hasAccess']]),
  ).toEqual([
    ['collect-and-stamp', false],
    ['distriplanner', false],
    ['e-masspost', true],
    ['invoice-reporter', false],
    ['parcels-international', true],
    ['postbox', true],
  ]);
});
