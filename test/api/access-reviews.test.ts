/** Reviews of rights over HTTP: what is listed, answered, handed on, finished and given back (WF-43). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openAccessReview } from '../../db/changes/open-access-review.ts';
import { said } from '../support/fixtures.ts';
import type { LivingWorld } from '../support/living-world.ts';
import { createLivingWorld } from '../support/living-world.ts';
import { until } from '../support/wait.ts';
import { peopleOf } from './users/people.ts';

let world: LivingWorld;
let people: ReturnType<typeof peopleOf>;
let company: string;
let path: string;
let chloe: string;

interface Entry {
  readonly id: string;
  readonly state: string;
  readonly usage: string;
  readonly lastUsedOn: string | null;
  readonly application: string;
  readonly offered: readonly string[];
  readonly assigneeId: string | null;
  readonly holder: { readonly userId: string | null; readonly name: string };
}

beforeAll(async () => {
  world = await createLivingWorld();
  people = peopleOf(world);
  company = await people.companyId('Bakkerij Peeters');
  chloe = await world.userId('chloe.lambert');
  await world.knex('policy_sets').update({ effective_from_at: new Date('2020-01-01T00:00:00Z') });
  await world.knex('grants').update({ granted_at: new Date('2026-01-20T10:00:00Z') });
  // Chloé looks at her letters; Bart does not.
  await world.http.get('/v1/mail-items').set(await world.as('chloe.lambert'));
  const id = await openAccessReview(world.knex)(company, world.deps.clock());
  path = `/v1/companies/${company}/access-reviews/${id ?? 'none'}`;
  await world.wakeAll();
}, 120_000);
afterAll(() => world.close(), 60_000);

const get = async (url: string, as = 'an.peeters') => world.http.get(url).set(await world.as(as));
const post = async (more: string, body?: object, as = 'an.peeters') =>
  people.send('post', `${path}${more}`, await world.as(as), body);
const entries = async (query = '', as = 'an.peeters'): Promise<readonly Entry[]> =>
  (await get(`${path}/entries?limit=100${query}`, as)).body.items;
const chloesEntry = async (): Promise<Entry> => {
  const found = (await entries()).find(
    ({ holder, application }) => holder.userId === chloe && application === 'postbox',
  );
  if (found === undefined) throw new Error('no entry of hers');
  return found;
};

test('a review says how far it is; its grants who holds what, and who used it', async () => {
  const { body } = await get(`/v1/companies/${company}/access-reviews`);
  expect(body.items).toHaveLength(1);
  expect(body.items[0]).toMatchObject({
    stage: 'open',
    dueOn: '2027-01-20',
    endsAt: '2027-03-04T23:00:00.000Z',
  });
  const all = await entries();
  expect(body.items[0]).toMatchObject({ entries: all.length, left: all.length });
  expect(await chloesEntry()).toMatchObject({
    usage: 'used',
    lastUsedOn: '2027-02-02',
    state: 'open',
    offered: ['keep', 'withdraw'],
    holder: { kind: 'user' },
  });
  const unused = all.filter(({ application, usage }) => application === 'postbox' && usage === 'unused');
  expect(unused.length).toBeGreaterThan(0);
  const elsewhere = all.filter(({ application }) => application !== 'postbox');
  expect(new Set(elsewhere.map(({ usage }) => usage))).toEqual(new Set(['not-known']));
});

test('its pages follow each other', async () => {
  const first = (await get(`${path}/entries?limit=2`)).body;
  const second = (await get(`${path}/entries?limit=100&after=${String(first.next)}`)).body;
  const ids = [...first.items, ...second.items].map(({ id }: Entry) => id);
  expect(ids).toEqual((await entries()).map(({ id }) => id));
});

test('the day of the last use is written once a day, in the zone of the brand', async () => {
  const row = () => world.knex('application_uses').select('last_used_on');
  const seen = async () => get('/v1/mail-items', 'chloe.lambert');
  await world.knex('application_uses').delete();
  await seen();
  expect(await row()).toEqual([]);
  world.time.now = Date.parse('2027-02-02T23:30:00.000Z');
  await seen();
  expect(await row()).toEqual([{ last_used_on: '2027-02-03' }]);
});

test('people of other companies find none, users may not, nobody answers what is not in it', async () => {
  const emma = await get(path, 'emma.jansen');
  expect(said(emma)).toEqual([404, 'not-found']);
  expect(said(await get(path, 'chloe.lambert'))).toEqual([403, 'right.missing']);
  expect(said(await get('/v1/access-reviews'))).toEqual([403, 'right.missing']);
  const entryId = (await chloesEntry()).id;
  const keep = { answers: [{ entryId, answer: 'keep' }] };
  expect(said(await post('/answers', keep, 'chloe.lambert'))).toEqual([403, 'right.missing']);
  const unknown = {
    answers: [
      { entryId: chloe, answer: 'keep' },
      { entryId, answer: 'withdraw' },
    ],
  };
  expect(said(await post('/answers', unknown))).toEqual([422, 'access-review.entry-unknown']);
  const single = { answers: [{ entryId, answer: 'deactivate' }] };
  const refused = await post('/answers', single);
  expect([...said(refused), refused.body.details]).toEqual([
    409,
    'access-review.answer-not-offered',
    { allowed: ['keep', 'withdraw'] },
  ]);
  expect((await chloesEntry()).state).toBe('open');
});

test('a withdrawal counts with the next request, and is given back by who made it', async () => {
  const reads = async () =>
    ((await get('/v1/me', 'chloe.lambert')).body.actions as string[]).includes('mail-item.read');
  expect(await reads()).toBe(true);
  const { id: entryId } = await chloesEntry();
  const withdraw = { answers: [{ entryId, answer: 'withdraw' }] };
  const answered = await post('/answers', withdraw);
  expect([answered.status, answered.body.regrantEndsAt]).toEqual([200, '2027-02-17T23:00:00.000Z']);
  expect(await reads()).toBe(false);
  expect((await post('/answers', withdraw)).status).toBe(200);
  expect(said(await post(`/entries/${entryId}/regrant`, undefined, 'olga.operator'))).toEqual([
    403,
    'access-review.withdrawn-by-other',
  ]);
  expect((await post(`/entries/${entryId}/regrant`)).status).toBe(200);
  expect(await reads()).toBe(true);
  expect((await chloesEntry()).state).toBe('regranted');
  const kinds = await world.knex('events').where({ subject_id: chloe, kind: 'user.rights-saved' });
  expect(kinds).toHaveLength(2);
});

test('what is left is handed to another administrator, answered, and finished', async () => {
  const bart = await world.userId('bart.claes');
  const delegation = { userId: bart };
  expect(said(await post('/delegations', delegation))).toEqual([422, 'access-review.not-administrator']);
  await world
    .knex('memberships')
    .where({ user_id: bart, company_id: company })
    .update({ profile: 'administrator' });
  expect((await post('/delegations', delegation)).status).toBe(200);
  const his = await entries('&assigned=true&left=true', 'bart.claes');
  expect([his.length > 0, await entries('&assigned=true')]).toEqual([true, []]);
  const early = await post('/completion', undefined, 'bart.claes');
  expect([...said(early), early.body.details]).toEqual([
    409,
    'access-review.entries-left',
    { left: his.length },
  ]);
  const answers = his.map(({ id: entryId }) => ({ entryId, answer: 'keep' }));
  expect((await post('/answers', { answers }, 'bart.claes')).body.left).toBe(0);
  const finished = await post('/completion', undefined, 'bart.claes');
  expect([finished.status, finished.body.stage]).toEqual([200, 'regrant']);
  expect(said(await post('/completion'))).toEqual([409, 'access-review.over']);
});

test('staff see the one that nobody answered, and tick it off', async () => {
  const tulip = await people.companyId('Tulip Trading');
  const id = await openAccessReview(world.knex)(tulip, world.deps.clock());
  const decided = { decided_outcome: 'unanswered', decided_at: new Date(world.time.now), open_key: null };
  await world.knex('access_reviews').where({ id }).update(decided);
  const { body } = await get('/v1/access-reviews', 'olga.operator');
  expect(body.items.map((item: { id: string; companyName: string }) => [item.id, item.companyName])).toEqual([
    [id, 'Tulip Trading'],
  ]);
  const tick = async (as: string, of = id) =>
    people.send('post', `/v1/access-reviews/${String(of)}/acknowledgement`, await world.as(as));
  expect(said(await tick('emma.jansen'))).toEqual([403, 'right.missing']);
  expect(said(await tick('olga.operator', chloe))).toEqual([404, 'not-found']);
  const answered = path.split('/').at(-1) ?? '';
  expect(said(await tick('olga.operator', answered))).toEqual([409, 'access-review.not-unanswered']);
  const ticked = await tick('olga.operator');
  expect([ticked.status, ticked.body.acknowledgedAt]).toEqual([200, world.deps.clock()]);
  expect((await tick('olga.operator')).body).toEqual(ticked.body);
  expect((await get('/v1/access-reviews', 'olga.operator')).body.items).toEqual([]);
  expect((await get('/v1/access-reviews?acknowledged=true', 'olga.operator')).body.items).toEqual([
    ticked.body,
  ]);
  const told = world.knex('events').where({ kind: 'access-review.acknowledged', subject_id: id });
  expect(await told).toHaveLength(1);
  await until('the mail of the first has gone', async () => {
    const told = await world.knex('notices').where({ kind: 'access-review-opened' }).whereNotNull('told_at');
    return told.length > 0;
  });
});
