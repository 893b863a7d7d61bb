/** Requests for rights over HTTP: what happens at the door, who sees them, and the lists (WF-05, UM-15). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { registerScopeValues } from '../../db/changes/open-account.ts';
import { commandRightsRequest } from '../../db/changes/command-rights-request.ts';
import type { RightsRequestCommandName } from '../../domain/rights-request.ts';
import type { World } from '../support/fixtures.ts';
import { aKey, createWorld } from '../support/fixtures.ts';
import type { Command } from '../../api/lives/lives.ts';

let world: World;
let company: string;
let account: string;

beforeAll(async () => {
  // The command does its change at once: what its life adds is shown in the stories.
  world = await createWorld(({ knex, registry }) => ({
    lives: {
      command: (({ update, message }: Command<'rights-request', unknown, never>) =>
        commandRightsRequest(knex, registry, update.name as RightsRequestCommandName)(message)) as never,
      commandMailItem: () => Promise.reject(new Error('no letters here')),
      commandTrashing: () => Promise.reject(new Error('no trash here')),
    },
  }));
  const row = await world
    .knex('accounts as a')
    .join('companies as c', 'c.id', 'a.company_id')
    .where('c.name', 'Bakkerij Peeters')
    .first<{ id: string; company_id: string }>('a.id', 'a.company_id');
  [company, account] = [row.company_id, row.id];
});
afterAll(() => world.close());

const post = async (path: string, by: string, body: object = {}) =>
  world.http
    .post(path)
    .set(await world.as(by))
    .set(aKey())
    .send(body);
const get = async (path: string, by: string) => world.http.get(path).set(await world.as(by));
const ask = (by: string, body: object) =>
  post(`/v1/companies/${company}/rights-requests`, by, { accountId: account, ...body });
const onBox = async (actions: string[], name: string) => ({
  application: 'postbox',
  rights: [{ actions, scope: { postboxes: [await world.boxId(name)] } }],
});
const parcels = (profile: string | null, actions: string[], borderels: string[]) => ({
  application: 'parcels-international',
  profile,
  rights: [{ actions, scope: { contracts: ['BPI/2026/4042/091'], borderels } }],
});

interface Option {
  readonly key: string;
  readonly isHeld: boolean;
  readonly grey: { readonly reason: string; readonly canBeAsked: boolean } | null;
}
const shortly = (options: readonly Option[]) =>
  options.map(({ key, isHeld, grey }) => [key, isHeld, grey?.reason ?? null, grey?.canBeAsked ?? null]);

test('a plain user reads his own form: what he lacks is grey, with the reason and whether he can ask (UM-15)', async () => {
  const offered = (await get('/v1/me/rights', 'chloe.lambert')).body.items;
  expect(offered).toContainEqual(
    expect.objectContaining({ accountId: account, application: 'postbox', hasAccess: true }),
  );
  expect(offered).toContainEqual(
    expect.objectContaining({ accountId: account, application: 'e-masspost', hasAccess: false }),
  );
  const own = (await get(`/v1/me/rights/${account}/postbox`, 'chloe.lambert')).body;
  expect(shortly(own.actions)).toEqual([
    ['read', true, null, null],
    ['decide', false, 'option.not-yours', true],
    ['settings', false, 'option.not-yours', true],
    ['money', false, 'option.not-yours', true],
  ]);
  expect(own.dimensions[0].values).toHaveLength(3);
  const parcelsForm = `/v1/me/rights/${account}/parcels-international`;
  const { actions } = (await get(`${parcelsForm}?profile=read-only`, 'chloe.lambert')).body;
  expect(shortly(actions)).toContainEqual(['general-access', false, 'option.not-applicable', false]);
  for (const by of ['luc.dumont', 'emma.jansen', 'olga.operator'])
    expect((await get(`/v1/me/rights/${account}/postbox`, by)).status).toBe(404);
});

test('people of a router find nothing to ask for on a client’s account, and are told where to go (RT-04)', async () => {
  const form = (await get(`/v1/me/rights/${account}/e-masspost`, 'sofie.maes')).body;
  const greys = form.actions.flatMap(({ grey }: Option) => (grey === null ? [] : [grey.canBeAsked]));
  expect(greys).toContain(false);
  expect(greys).not.toContain(true);
  const router = await world.knex('companies').where({ name: 'Routage Lenoir' }).first<{ id: string }>('id');
  const scope = { products: ['letter'], 'invoice-addresses': ['100001'] };
  const body = {
    accountId: account,
    application: 'e-masspost',
    rights: [{ actions: ['global-follow-up'], scope }],
  };
  const asked = (companyId: string, by: string) =>
    post(`/v1/companies/${companyId}/rights-requests`, by, body);
  const refused = await asked(router.id, 'sofie.maes');
  expect([refused.status, refused.body.reason]).toEqual([409, 'rights-request.account-of-client']);
  const neighbour = await world
    .knex('companies')
    .where({ name: 'Atelier Dumont' })
    .first<{ id: string }>('id');
  const stranger = await asked(neighbour.id, 'luc.dumont');
  expect([stranger.status, stranger.body.reason]).toEqual([404, 'not-found']);
});

test('the form says of a greyed option whether it can be asked for (UM-15)', async () => {
  const chloe = await world.userId('chloe.lambert');
  const greyed = async (application: string) => {
    const path = `/v1/companies/${company}/users/${chloe}/rights/${account}/${application}`;
    const { actions } = (await get(path, 'an.peeters')).body;
    return actions.map(({ key, grey }: { key: string; grey: { canBeAsked: boolean } | null }) => [
      key,
      grey?.canBeAsked ?? null,
    ]) as unknown[];
  };
  expect(await greyed('parcels-national')).toEqual([['user', true]]);
  expect(await greyed('e-masspost')).toContainEqual(['manage-senders', false]);
});

describe('at the door', () => {
  test('a user asks his administrators; the same again is the same request', async () => {
    const first = await ask('chloe.lambert', {
      ...(await onBox(['decide'], 'BE 1002')),
      reason: 'For the desk.',
    });
    expect([first.status, first.body.stage, first.body.localDueAt]).toEqual([
      201,
      'in-house',
      '2027-02-17T00:00:00+01:00',
    ]);
    expect(first.body.words.map(({ kind, text }: Record<string, unknown>) => [kind, text])).toEqual([
      ['reason', 'For the desk.'],
    ]);
    const again = await ask('chloe.lambert', await onBox(['decide'], 'BE 1002'));
    expect([again.status, again.body.id]).toEqual([200, first.body.id]);
  });

  test('what the company may not hold goes to staff, who open it and give it to the administrator who asked', async () => {
    const contract = { value: '123456', label: 'Parcels', kind: null };
    await world.knex.transaction((trx) => registerScopeValues(trx, account, 'contracts', [contract]));
    const asked = await ask('an.peeters', {
      application: 'parcels-national',
      rights: [{ actions: ['user'], scope: { contracts: ['123456'] } }],
    });
    // Tuesday 15:00: two and a half hours are left of that day.
    expect([asked.status, asked.body.stage, asked.body.localDueAt]).toEqual([
      201,
      'staff',
      '2027-02-03T14:00:00+01:00',
    ]);
    const work = (await get('/v1/rights-requests', 'olga.operator')).body.items;
    expect(work.map(({ id }: { id: string }) => id)).toEqual([asked.body.id]);
    const path = `/v1/rights-requests/${String(asked.body.id)}/approval`;
    const own = await post(path, 'an.peeters');
    expect([own.status, own.body.reason]).toEqual([409, 'rights-request.with-staff']);
    const approved = await post(path, 'olga.operator');
    expect([approved.status, approved.body.stage]).toEqual([200, 'granted']);
    const form = `/v1/companies/${company}/users/${await world.userId('an.peeters')}/rights/${account}/parcels-national`;
    expect((await get(form, 'an.peeters')).body.rights).toEqual(asked.body.asked);
  });

  test('[WF-05] a cell NA or NO is rejected at once, with the cells (PI-06)', async () => {
    const answer = await ask(
      'chloe.lambert',
      parcels('read-only', ['general-access', 'eshipper-light'], ['21']),
    );
    expect([answer.status, answer.body.stage, answer.body.cells]).toEqual([
      201,
      'rejected',
      ['general-access: NA', 'borderels/21: NO'],
    ]);
  });

  test.each<
    [words: string, by: string, body: () => object | Promise<object>, status: number, reason: string]
  >([
    ['what he holds', 'chloe.lambert', () => onBox(['read'], 'BE 1001'), 409, 'rights-request.held'],
    [
      'no profile where it takes one',
      'chloe.lambert',
      () => parcels(null, ['eshipper-light'], ['10']),
      422,
      'rights.profile-required',
    ],
    [
      'a profile nobody knows',
      'chloe.lambert',
      () => parcels('best', ['eshipper-light'], ['10']),
      422,
      'rights.profile-unknown',
    ],
    [
      'user management',
      'chloe.lambert',
      () => ({ application: 'user-management', rights: [{ actions: ['create-users'], scope: {} }] }),
      422,
      'rights.not-granted',
    ],
    ['a foreign box', 'chloe.lambert', () => onBox(['read'], 'BE 2001'), 422, 'rights.value-not-of-account'],
    [
      'an application nobody knows',
      'chloe.lambert',
      async () => ({ ...(await onBox(['read'], 'BE 1002')), application: 'no-such' }),
      404,
      'not-found',
    ],
    ['a stranger', 'luc.dumont', () => onBox(['read'], 'BE 1002'), 404, 'not-found'],
  ])('%s', async (_words, by, body, status, reason) => {
    const answer = await ask(by, await body());
    expect([answer.status, answer.body.reason]).toEqual([status, reason]);
  });

  test('somebody else’s account is not there', async () => {
    const other = await world.knex('accounts').whereNot({ company_id: company }).first<{ id: string }>('id');
    const answer = await ask('chloe.lambert', { ...(await onBox(['read'], 'BE 1002')), accountId: other.id });
    expect([answer.status, answer.body.reason]).toEqual([404, 'not-found']);
  });
});

describe('answered', () => {
  let id: string;
  const path = (more = '') => `/v1/rights-requests/${id}${more}`;
  beforeAll(async () => {
    id = (await ask('chloe.lambert', await onBox(['settings'], 'BE 1002'))).body.id as string;
  });

  test('its asker, his administrators and staff see it; to a colleague it is not there', async () => {
    const seen = async (by: string) => (await get(path(), by)).status;
    expect(await Promise.all(['chloe.lambert', 'an.peeters', 'olga.operator'].map(seen))).toEqual([
      200, 200, 200,
    ]);
    expect(await Promise.all(['bart.claes', 'luc.dumont'].map(seen))).toEqual([404, 404]);
    const ids = async (list: string, by: string) =>
      (await get(list, by)).body.items.map((each: { id: string }) => each.id) as string[];
    expect(await ids('/v1/me/rights-requests', 'chloe.lambert')).toContain(id);
    expect(await ids('/v1/me/rights-requests', 'bart.claes')).toEqual([]);
    expect(await ids(`/v1/companies/${company}/rights-requests`, 'an.peeters')).toContain(id);
    expect(await ids('/v1/rights-requests', 'olga.operator')).not.toContain(id);
  });

  test('the asker does not answer himself, and staff do not answer what is in-house', async () => {
    const own = await post(path('/approval'), 'chloe.lambert');
    expect([own.status, own.body.reason]).toEqual([403, 'right.missing']);
    const staff = await post(path('/rejection'), 'olga.operator', { reason: 'No.' });
    expect([staff.status, staff.body.reason]).toEqual([409, 'rights-request.in-house']);
  });

  test('a question, its answer, and an approval whose right counts with the next request', async () => {
    const question = await post(path('/question'), 'an.peeters', { question: 'What for?' });
    expect([question.body.stage, question.body.dueAt]).toEqual(['question', null]);
    const foreign = await post(path('/answer'), 'an.peeters', { answer: 'So.' });
    expect([foreign.status, foreign.body.reason]).toEqual([403, 'right.missing']);
    const answered = await post(path('/answer'), 'chloe.lambert', { answer: 'The address.' });
    expect([answered.body.stage, answered.body.words.length]).toEqual(['in-house', 2]);
    const approved = await post(path('/approval'), 'an.peeters', { note: 'Fine.' });
    expect([approved.status, approved.body.stage, approved.body.open]).toEqual([200, 'granted', []]);
    const me = await get('/v1/me', 'chloe.lambert');
    expect(me.body.actions).toContain('postbox.settings');
  });

  test('over is over', async () => {
    const again = await post(path('/approval'), 'an.peeters');
    expect([again.status, again.body.reason]).toEqual([409, 'rights-request.closed']);
    const withdrawn = await post(path('/withdrawal'), 'chloe.lambert');
    expect([withdrawn.status, withdrawn.body.reason]).toEqual([409, 'rights-request.closed']);
  });
});
