/** Reviews of rights against the real database: begun once, what a cut grant comes to, and races with saving (WF-43, F55). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { accessReviewActivities } from '../../activities/access-reviews.ts';
import { commandReview } from '../../db/changes/command-access-review.ts';
import { openAccessReview } from '../../db/changes/open-access-review.ts';
import { saveRights } from '../../db/changes/save-rights.ts';
import { entriesLeft } from '../../db/queries/access-reviews.ts';
import { reviewEntries } from '../../db/queries/review-entries.ts';
import { rightsOfMembers } from '../../db/queries/rights.ts';
import type { ReviewAnswer } from '../../domain/review-entry.ts';
import type { RightSet } from '../../domain/right-set.ts';
import { Refused } from '../../domain/verdict.ts';
import type { World } from '../support/fixtures.ts';
import { createWorld } from '../support/fixtures.ts';
import { registry } from '../support/registry.ts';
import { requestAt } from '../support/requests.ts';

let world: World;
let companyId: string;
let accountId: string;
let chloe: string;
let an: string;
let boxes: readonly string[];
const at = '2028-02-02T14:00:00.000Z';

beforeAll(async () => {
  world = await createWorld();
  const row = await world
    .knex('accounts as a')
    .join('companies as c', 'c.id', 'a.company_id')
    .where('c.name', 'Bakkerij Peeters')
    .first<{ id: string; company_id: string }>('a.id', 'a.company_id');
  [companyId, accountId] = [row.company_id, row.id];
  [chloe, an] = [await world.userId('chloe.lambert'), await world.userId('an.peeters')];
  boxes = [await world.boxId('BE 1001'), await world.boxId('BE 1002')];
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.knex('access_review_entries').delete();
  await world.knex('access_reviews').delete();
});

const onBoxes = (...values: string[]): RightSet => [{ actions: ['read'], scope: { postboxes: values } }];
const versionOf = async (): Promise<number> => {
  const row = await world
    .knex('holdings as h')
    .join('memberships as m', 'm.id', 'h.holder_id')
    .where({ 'm.user_id': chloe, 'h.account_id': accountId, 'h.application': 'postbox' })
    .first<{ version: number }>('h.version');
  return row.version;
};
const save = async (rights: RightSet, version?: number, by = an) => {
  const actor = { type: 'user', id: by } as const;
  const asked = { companyId, userId: chloe, actor, at, request: null, accountId, application: 'postbox' };
  return saveRights(world.knex, registry)(asked, { profile: null, rights }, version ?? (await versionOf()));
};
const begin = async (): Promise<string> => {
  const id = await openAccessReview(world.knex)(companyId, at);
  if (id === null) throw new Error('nothing to begin');
  return id;
};
const entryOf = async (reviewId: string) => {
  const entries = await reviewEntries(world.knex, { reviewId });
  const found = entries.find(({ userId, application }) => userId === chloe && application === 'postbox');
  if (found === undefined) throw new Error('no entry');
  return found;
};
const say = (reviewId: string, entryId: string, answer: ReviewAnswer) => {
  const request = requestAt(at);
  const input = { answers: [{ entryId, answer }] };
  const command = { reviewId, actor: { type: 'user', id: an } as const, request, input };
  return commandReview(world.knex, registry)('answer', command);
};
const liveOnes = async () =>
  (await world
    .knex('grants as g')
    .join('holdings as h', 'h.id', 'g.holding_id')
    .join('memberships as m', 'm.id', 'h.holder_id')
    .where({ 'm.user_id': chloe, 'h.application': 'postbox' })
    .whereNull('g.ended_at')
    .pluck('g.id')) as string[];

describe('begun', () => {
  test('once, however many sweeps run at once, and none before its day', async () => {
    const sweep = (when: string) =>
      accessReviewActivities({ knex: world.knex, registry }).beginDueReviews(when);
    const first = await world.knex('grants').min('granted_at as at').first<{ at: Date }>();
    expect(first.at.toISOString().slice(0, 10)).toBe('2027-02-02');
    expect(await sweep('2028-02-01T22:00:00.000Z')).toEqual({ begun: 0 });
    const sweeps = await Promise.all([1, 2, 3, 4].map(() => sweep(at)));
    const reviews: { company_id: string; due_on: string }[] = await world.knex('access_reviews');
    expect(sweeps.reduce((sum, { begun }) => sum + begun, 0)).toBe(reviews.length);
    expect(new Set(reviews.map((each) => each.company_id)).size).toBe(reviews.length);
    expect(new Set(reviews.map(({ due_on: dueOn }) => dueOn))).toEqual(new Set(['2028-02-02']));
    expect(await sweep('2028-02-05T03:10:00.000Z')).toEqual({ begun: 0 });
  });

  test('on the day of the first grant, also when that one stands on the books no more', async () => {
    const { knex } = world;
    const membership = { user_id: chloe, company_id: companyId };
    const { id } = await knex('memberships').where(membership).first<{ id: string }>('id');
    const hers = knex('holdings').where({ holder_id: id }).select('id');
    const grantedOn = (day: string) =>
      knex('grants')
        .whereIn('holding_id', hers)
        .update({ granted_at: new Date(`${day}T10:00:00Z`) });
    await grantedOn('2026-05-05');
    await begin();
    await knex('access_reviews').update({ open_key: null });
    await grantedOn('2027-12-05');
    await accessReviewActivities({ knex, registry }).beginDueReviews('2028-05-05T03:10:00.000Z');
    const reviews = knex('access_reviews').where({ company_id: companyId });
    expect(await reviews.orderBy('due_on').pluck('due_on')).toEqual(['2027-05-05', '2028-05-05']);
    await grantedOn('2027-02-02');
  });

  test('with what the company gave to routers, and withdrawn from them too', async () => {
    const { knex } = world;
    const other = await knex('companies').whereNot({ id: companyId }).first<{ id: string }>('id');
    const [holdingId, grantId] = [uuidv7(), uuidv7()];
    const holding = {
      holder_kind: 'router',
      holder_id: other.id,
      account_id: accountId,
      application: 'postbox',
    };
    await knex('holdings').insert({ id: holdingId, ...holding, version: 1, changed_at: new Date(at) });
    const grantor = { grantor_kind: 'user', grantor_id: an, registry_version: 1, granted_at: new Date(at) };
    await knex('grants').insert({ id: grantId, holding_id: holdingId, ...grantor });
    await knex('grant_actions').insert({ grant_id: grantId, action: 'read' });
    await knex('grant_values').insert({ grant_id: grantId, dimension: 'postboxes', value: boxes[0] });
    const id = await begin();
    const entries = await reviewEntries(knex, { reviewId: id });
    const router = entries.find(({ holderKind }) => holderKind === 'router');
    expect(router).toMatchObject({ holderId: other.id, userId: null, isLive: true, isOwnPeople: false });
    const request = requestAt(at);
    const input = { answers: [{ entryId: router?.id ?? '', answer: 'withdraw' as const }] };
    const actor = { type: 'user', id: an } as const;
    await commandReview(knex, registry)('answer', { reviewId: id, actor, request, input });
    const ended = await knex('grants').where({ id: grantId }).first('end_reason', 'ended_by');
    expect(ended).toEqual({ end_reason: 'review', ended_by: an });
  });
});

test('[check 7] what is withdrawn from a router its people lose in the same moment (RT-06), and its life looks again', async () => {
  const { knex } = world;
  const rene = await world.userId('rene.lenoir');
  const member = await knex('memberships')
    .where({ user_id: rene })
    .first<{ id: string; company_id: string }>('id', 'company_id');
  const rights = [
    {
      actions: ['global-follow-up'],
      scope: { products: ['letter'], 'invoice-addresses': ['100001'] },
    },
  ];
  const who = { companyId: member.company_id, userId: rene, actor: { type: 'user', id: rene } as const };
  const on = { accountId, application: 'e-masspost', at, request: null };
  await saveRights(knex, registry)({ ...who, ...on }, { profile: null, rights }, 0);
  const held = async () => {
    const members = [{ membershipId: member.id, companyId: member.company_id }];
    const all = await rightsOfMembers(knex, registry, members, { accountId });
    return all.flatMap((each) => each.rights);
  };
  expect(await held()).toHaveLength(1);
  const id = await begin();
  const entries = await reviewEntries(knex, { reviewId: id });
  const entry = entries.find(
    ({ holderKind, application }) => holderKind === 'router' && application === 'e-masspost',
  );
  await say(id, entry?.id ?? '', 'withdraw');
  expect(await held()).toEqual([]);
  const theirs = knex('grants as g').join('holdings as h', 'h.id', 'g.holding_id');
  const ended = await theirs.where({ 'h.holder_id': member.id, 'h.account_id': accountId }).first('g.*');
  expect([ended.end_reason, ended.ended_by]).toEqual(['revoked', an]);
  const event = await knex('events').where({ kind: 'router.rights-saved' }).orderBy('seq', 'desc').first();
  expect(JSON.parse(event.body)).toMatchObject({ reviewId: id, lost: [member.id], runningWork: 'finish' });
  const grant = await knex('router_grants').where({ account_id: accountId }).first<{ id: string }>('id');
  expect([event.life, event.life_id]).toEqual(['router-grant-of', grant.id]);
  const told = await knex('notices').where({ life_id: grant.id }).pluck('kind');
  expect(told).toContain('router-grant-changed');
});

test('a grant that was cut meanwhile is withdrawn in what is left of it', async () => {
  await save([]);
  await save(onBoxes(...boxes));
  const id = await begin();
  const before = await entryOf(id);
  await save(onBoxes(boxes[1] ?? ''));
  const cut = await entryOf(id);
  expect([cut.isLive, cut.liveGrantIds]).toEqual([true, await liveOnes()]);
  expect(cut.liveGrantIds).not.toEqual(before.liveGrantIds);
  const left = await entriesLeft(world.knex, id);
  await say(id, cut.id, 'withdraw');
  expect(await liveOnes()).toEqual([]);
  expect(await entriesLeft(world.knex, id)).toBe(left - 1);
});

test('withdrawal against saving, twenty times: one comes second, and nothing withdrawn lives on', async () => {
  // Another administrator: the lock on the one who acts must not be what keeps them apart.
  const bart = await world.userId('bart.claes');
  await world
    .knex('memberships')
    .where({ user_id: bart, company_id: companyId })
    .update({ profile: 'administrator' });
  let refusals = 0;
  for (let round = 0; round < 20; round += 1) {
    await save([]).catch(() => undefined);
    await save(onBoxes(...boxes));
    await world.knex('access_review_entries').delete();
    await world.knex('access_reviews').delete();
    const id = await begin();
    const { id: entryId } = await entryOf(id);
    const version = await versionOf();
    const both = [say(id, entryId, 'withdraw'), save(onBoxes(boxes[0] ?? ''), version, bart)];
    const outcomes = await Promise.allSettled(round % 2 === 0 ? both : both.toReversed());
    const reasons = outcomes.flatMap((each) =>
      each.status === 'rejected' && each.reason instanceof Refused ? [each.reason.refusal.reason] : [],
    );
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(reasons.length);
    expect(reasons.filter((reason) => reason !== 'rights.version-stale')).toEqual([]);
    refusals += reasons.length;
    const entry = await entryOf(id);
    expect([entry.answer, entry.liveGrantIds]).toEqual(['withdraw', []]);
    expect(await liveOnes()).toEqual([]);
  }
  expect(refusals).toBeLessThanOrEqual(20);
}, 120_000);
