/** The yearly review of rights, told with dates (WF-43). */
import { unansweredReviews } from '../../db/queries/access-reviews.ts';
import type { ObjectStore } from '../../platform/object-store.ts';
import { beginReview, houseGranted, sweep } from '../support/review-stories.ts';
import type { Teller } from '../support/stories.ts';
import { openTeller } from '../support/stories.ts';
import { until } from '../support/wait.ts';

let teller: Teller;
beforeEach(async () => {
  teller = await openTeller({} as unknown as ObjectStore);
});
afterEach(() => teller.close());

const refused = (reason: string) => ({ cause: { message: reason } });
const liveGrants = async () =>
  (await teller
    .knex('grants as g')
    .join('holdings as h', 'h.id', 'g.holding_id')
    .where({ 'h.holder_kind': 'user' })
    .whereNull('g.ended_at')
    .pluck('g.id')) as string[];

async function begun(at: string, house: Parameters<typeof beginReview>[1]) {
  const review = await beginReview(teller, house, at);
  if (review === undefined) throw new Error(`nothing begun ${at}`);
  return review;
}

test('first granted on 29 February: due on the 28th, over the change of the clock, nobody answers, all is kept', async () => {
  const { house, join } = await houseGranted(teller, '2028-02-29T10:00:00.000Z');
  await join('user', ['read']);
  expect(await beginReview(teller, house, '2029-02-27T03:10:00.000Z')).toBeUndefined();
  const review = await begun('2029-02-28T03:10:00.000Z', house);
  expect(await review.state()).toMatchObject({ dueOn: '2029-02-28', endsAt: '2029-03-30T22:00:00.000Z' });
  await teller.until('2029-03-20T22:58:00.000Z');
  expect(await review.told()).toEqual(['access-review-opened']);
  await teller.until('2029-03-20T23:05:00.000Z');
  await until('the reminder has gone', async () => (await review.told()).length === 2);
  await teller.until('2029-03-30T22:00:30.000Z');
  expect((await review.state()).decided).toBeNull();
  await teller.until('2029-03-30T22:05:00.000Z');
  expect(await review.result()).toBe('unanswered');
  expect(await review.told()).toEqual([
    'access-review-opened',
    'access-review-reminder',
    'access-review-unanswered',
  ]);
  expect(await liveGrants()).toHaveLength(2);
  const staffSee = await unansweredReviews(teller.knex, false, { limit: 5, after: null });
  expect(staffSee.map(({ review: { id }, progress }) => [id, progress.left])).toEqual([[review.id, 2]]);
  const days = ['2029-04-01T03:10:00.000Z', '2030-02-28T03:10:00.000Z', '2030-02-28T03:10:00.000Z'];
  const found: number[] = [];
  for (const day of days) found.push((await sweep(teller, day)).begun);
  expect(found).toEqual([0, 1, 0]);
});

test('one is kept, one withdrawn; given back within the days; a second time, and too late, refused', async () => {
  const { house, join } = await houseGranted(teller, '2028-03-10T10:00:00.000Z');
  const chloe = await join('user', ['read', 'decide']);
  const bart = await join('administrator', ['read']);
  const nora = await join('user', ['read']);
  const review = await begun('2029-03-10T03:10:00.000Z', house);
  const an = house.userId;
  await teller.until('2029-03-20T09:00:00.000Z');
  await review.answer(an, an, 'keep');
  await review.answer(bart, bart, 'keep');
  await expect(review.finish(an)).rejects.toMatchObject(refused('access-review.entries-left'));
  await review.answer(an, chloe, 'withdraw');
  await review.answer(bart, nora, 'withdraw');
  expect(await liveGrants()).toHaveLength(2);
  await expect(review.answer(an, chloe, 'keep')).rejects.toMatchObject(refused('access-review.grant-over'));
  const finished = await review.finish(bart);
  expect([finished.decided?.outcome, finished.closed]).toEqual(['finished', null]);
  await expect(review.answer(an, bart, 'withdraw')).rejects.toMatchObject(refused('access-review.over'));

  await teller.until('2029-04-03T20:00:00.000Z');
  await expect(review.regrant(bart, chloe)).rejects.toMatchObject(
    refused('access-review.withdrawn-by-other'),
  );
  await review.regrant(an, chloe);
  expect(await liveGrants()).toHaveLength(3);
  const given = await teller.knex('grants').whereNull('ended_at').where({ grantor_kind: 'user' });
  expect(given.map(({ grantor_id: by }) => by)).toEqual([an]);
  await expect(review.regrant(an, chloe)).rejects.toMatchObject(refused('access-review.not-withdrawn'));
  await teller.until('2029-04-03T22:05:00.000Z');
  expect(await review.result()).toBe('finished');
  expect((await review.entryOf(nora)).answer).toBe('withdraw');
  const reasons = await teller.knex('grants').whereNotNull('ended_at').pluck('end_reason');
  expect(reasons).toEqual(['review', 'review']);
});

test('who may no longer give it gives nothing back: he holds it himself no more', async () => {
  const { house, join } = await houseGranted(teller, '2028-03-10T10:00:00.000Z');
  const chloe = await join('user', ['read']);
  const bart = await join('administrator', ['read']);
  const review = await begun('2029-03-10T03:10:00.000Z', house);
  await review.answer(bart, chloe, 'withdraw');
  await review.answer(house.userId, bart, 'withdraw');
  await expect(review.regrant(bart, chloe)).rejects.toMatchObject(refused('rights.beyond-grantor'));
  expect(await liveGrants()).toHaveLength(1);
});

test('deactivate only (X-03): nothing is withdrawn, the whole person goes, the last administrator stays', async () => {
  const { house, join } = await houseGranted(teller, '2028-03-10T10:00:00.000Z', {
    revocation: 'deactivate-only',
  });
  const chloe = await join('user', ['read']);
  const review = await begun('2029-03-10T03:10:00.000Z', house);
  const an = house.userId;
  await expect(review.answer(an, chloe, 'withdraw')).rejects.toMatchObject(
    refused('access-review.answer-not-offered'),
  );
  await expect(review.answer(an, an, 'deactivate')).rejects.toMatchObject(refused('user.last-administrator'));
  await review.answer(an, chloe, 'deactivate');
  const member = await teller.knex('memberships').where({ user_id: chloe }).first('deactivated_at');
  expect(member.deactivated_at).not.toBeNull();
  expect((await review.entryOf(chloe)).answer).toBe('deactivate');
  await review.answer(an, an, 'keep');
  expect((await review.finish(an)).closed?.outcome).toBe('finished');
  expect(await review.result()).toBe('finished');
});

test('handed to another administrator: he is told, and what ended elsewhere needs no answer', async () => {
  const { house, join } = await houseGranted(teller, '2028-03-10T10:00:00.000Z');
  const chloe = await join('user', ['read']);
  const bart = await join('administrator', []);
  const review = await begun('2029-03-10T03:10:00.000Z', house);
  const an = house.userId;
  await expect(review.delegate(an, chloe)).rejects.toMatchObject(refused('access-review.not-administrator'));
  await review.delegate(an, bart);
  await until('he is told', async () => (await review.toldTo(`${bart}@people.example`)).length === 2);
  expect(await review.toldTo(house.email)).toEqual(['access-review-opened']);
  expect((await review.entries()).map(({ assigneeId }) => assigneeId)).toEqual([bart, bart]);
  const grants = teller.knex('grants').whereIn('id', (await review.entryOf(chloe)).liveGrantIds);
  await grants.update({ ended_at: new Date('2029-03-11T09:00:00Z'), ended_by: an, end_reason: 'saved' });
  await review.answer(bart, an, 'keep');
  expect((await review.finish(bart)).closed?.outcome).toBe('finished');
  expect(await review.events()).toEqual([
    'access-review.opened',
    'access-review.delegated',
    'access-review.answered',
    'access-review.finished',
  ]);
});

test('a user, and who was administrator, answer nothing', async () => {
  const { house, join } = await houseGranted(teller, '2028-03-10T10:00:00.000Z');
  const chloe = await join('user', ['read']);
  const review = await begun('2029-03-10T03:10:00.000Z', house);
  await expect(review.answer(chloe, chloe, 'keep')).rejects.toMatchObject(refused('right.missing'));
  await expect(review.finish('nobody')).rejects.toMatchObject(refused('right.missing'));
});

test('received at the last instant it counts, a millisecond later no more', async () => {
  const { house, join } = await houseGranted(teller, '2028-03-10T10:00:00.000Z');
  const chloe = await join('user', ['read']);
  const review = await begun('2029-03-10T03:10:00.000Z', house);
  const { endsAt } = await review.state();
  await teller.until('2029-04-09T22:00:30.000Z');
  const late = endsAt.replace('.000Z', '.001Z');
  await expect(review.answer(house.userId, chloe, 'withdraw', late)).rejects.toMatchObject(
    refused('access-review.over'),
  );
  await review.answer(house.userId, chloe, 'withdraw', endsAt);
  expect(await liveGrants()).toHaveLength(1);
});
