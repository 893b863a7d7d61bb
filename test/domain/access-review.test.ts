import type { AccessReview } from '../../domain/access-review.ts';
import {
  carryOutReview,
  checkFinish,
  checkReviewOpen,
  finish,
  planForReview,
  reviewDueOn,
  reviewFrom,
  reviewStage,
  withdrawn,
} from '../../domain/access-review.ts';
import { decidedPeoplePolicy } from '../../domain/people-policy.ts';
import type { EntryFacts } from '../../domain/review-entry.ts';
import {
  answersFor,
  checkEntryAnswer,
  checkRegrant,
  entryState,
  usageOf,
} from '../../domain/review-entry.ts';
import { planWithdrawal } from '../../domain/withdrawal.ts';
import { applicationCalled } from '../support/registry.ts';

const zone = 'Europe/Brussels';
const terms = { version: 1, zone, messageSeconds: 60, ...decidedPeoplePolicy.accessReview };
const of = { id: 'r', brand: 'demo', companyId: 'c', dueOn: '2027-03-20' };
const opened = reviewFrom(of, terms, '2027-03-20T03:10:00.000Z');

describe('the day on which a year is over', () => {
  test.each<[string, string, string, string | null]>([
    ['the day before', '2027-03-20', '2028-03-19', null],
    ['the day itself', '2027-03-20', '2028-03-20', '2028-03-20'],
    ['a month late, it is still that day', '2027-03-20', '2028-04-20', '2028-03-20'],
    ['two years late, one review for the last', '2027-03-20', '2029-07-01', '2029-03-20'],
    ['29 February: the last of February', '2028-02-29', '2029-02-28', '2029-02-28'],
    ['29 February, not a day before', '2028-02-29', '2029-02-27', null],
    ['29 February again, four years on', '2028-02-29', '2032-02-28', '2031-02-28'],
    ['and on the leap day itself', '2028-02-29', '2032-02-29', '2032-02-29'],
  ])('%s', (_words, firstOn, today, due) => {
    expect(reviewDueOn(firstOn, today, 12)).toBe(due);
  });
});

describe('a review', () => {
  test('over the change of the clock: 30 days end at local midnight, an hour of UTC earlier', () => {
    expect(opened.endsAt).toBe('2027-04-19T22:00:00.000Z');
    expect(planForReview(opened)).toEqual({ kind: 'remind', at: '2027-04-09T22:00:00.000Z' });
  });

  test('the last instant counts, the next does not', () => {
    expect(checkReviewOpen(opened, opened.endsAt).ok).toBe(true);
    expect(checkReviewOpen(opened, '2027-04-19T22:00:00.001Z')).toMatchObject({
      reason: 'access-review.over',
    });
  });

  test.each<[string, (review: AccessReview) => AccessReview, string, string | null]>([
    [
      'recalled: then the end',
      (r) => carryOutReview(r, 'remind', 3, '2027-04-09T22:00:00.000Z'),
      'open',
      'end',
    ],
    ['nobody answered: over, kept', (r) => carryOutReview(r, 'end', 3, r.endsAt), 'unanswered', null],
    ['all was answered, nobody finished', (r) => carryOutReview(r, 'end', 0, r.endsAt), 'finished', null],
    ['finished, nothing withdrawn', (r) => finish(r, '2027-03-21T08:00:00.000Z'), 'finished', null],
    [
      'finished, something withdrawn',
      (r) => finish(withdrawn(r, '2027-03-21T08:00:00.000Z'), '2027-03-21T09:00:00.000Z'),
      'regrant',
      'close',
    ],
    [
      'finished when the days to give back are over already',
      (r) => finish(withdrawn(r, '2027-03-21T08:00:00.000Z'), '2027-04-15T09:00:00.000Z'),
      'finished',
      null,
    ],
  ])('%s', (_words, done, stage, next) => {
    const review = done(opened);
    expect([reviewStage(review), planForReview(review)?.kind ?? null]).toEqual([stage, next]);
  });

  test('is finished only when nothing is left', () => {
    expect(checkFinish(opened, 2, opened.openedAt)).toMatchObject({
      reason: 'access-review.entries-left',
      details: { left: 2 },
    });
    expect(checkFinish(opened, 0, opened.openedAt).ok).toBe(true);
  });
});

const entry: EntryFacts = {
  ...{ holderKind: 'user', isOwnPeople: true, isLive: true },
  ...{ answer: null, answeredBy: null, answeredAt: null },
};

describe('an entry', () => {
  test.each<[string, Partial<EntryFacts>, 'individual' | 'deactivate-only', boolean, string]>([
    ['own people', {}, 'individual', false, 'keep withdraw'],
    ['own people, deactivate only (X-03)', {}, 'deactivate-only', false, 'keep deactivate'],
    ['staff always may', {}, 'deactivate-only', true, 'keep withdraw deactivate'],
    ['a router', { holderKind: 'router', isOwnPeople: false }, 'deactivate-only', false, 'keep withdraw'],
    ['own people at a client', { isOwnPeople: false }, 'deactivate-only', false, 'keep withdraw'],
  ])('what can be said: %s', (_words, facts, revocation, isStaff, offered) => {
    expect(answersFor({ ...entry, ...facts }, revocation, isStaff).join(' ')).toBe(offered);
  });

  test.each<[string, Partial<EntryFacts>, string]>([
    ['nobody has said anything', {}, 'open'],
    ['it ended elsewhere', { isLive: false }, 'gone'],
    ['kept, and ended elsewhere later', { answer: 'keep', isLive: false }, 'gone'],
    ['withdrawn', { answer: 'withdraw', isLive: false }, 'withdraw'],
    ['given back', { answer: 'regranted', isLive: false }, 'regranted'],
  ])('how it stands: %s', (_words, facts, state) => {
    expect(entryState({ ...entry, ...facts })).toBe(state);
  });

  test('refusals: what is not offered, what is there no more', () => {
    expect(checkEntryAnswer(entry, 'withdraw', 'deactivate-only', false)).toMatchObject({
      reason: 'access-review.answer-not-offered',
      details: { allowed: ['keep', 'deactivate'] },
    });
    expect(checkEntryAnswer({ ...entry, isLive: false }, 'keep', 'individual', false)).toMatchObject({
      reason: 'access-review.grant-over',
    });
  });

  test.each<[string, Partial<EntryFacts>, string, string, string | null]>([
    ['by whom withdrew it, on the last day', {}, 'an', '2027-04-04T21:59:00.000Z', null],
    ['a day late', {}, 'an', '2027-04-05T08:00:00.000Z', 'access-review.regrant-over'],
    ['by another', {}, 'bart', '2027-03-22T08:00:00.000Z', 'access-review.withdrawn-by-other'],
    ['of what was kept', { answer: 'keep' }, 'an', '2027-03-22T08:00:00.000Z', 'access-review.not-withdrawn'],
    ['twice', { answer: 'regranted' }, 'an', '2027-03-22T08:00:00.000Z', 'access-review.not-withdrawn'],
  ])('given back: %s', (_words, facts, by, at, reason) => {
    const taken = { answer: 'withdraw', answeredBy: 'an', answeredAt: '2027-03-21T08:00:00.000Z' } as const;
    const verdict = checkRegrant({ ...entry, ...taken, ...facts }, by, terms, at);
    expect(verdict.ok ? null : verdict.reason).toBe(reason);
  });

  test.each<[string, string | null, object, string]>([
    ['within the year', '2026-11-02', {}, 'used'],
    ['on the first day of the year', '2026-03-20', {}, 'used'],
    ['before it', '2026-03-19', {}, 'unused'],
    ['never', null, {}, 'unused'],
    ['before the grant only', '2026-11-02', { grantedAt: '2027-01-01T09:00:00.000Z' }, 'unused'],
    ['an application that the house does not serve', null, { isServed: false }, 'not-known'],
  ])('used: %s', (_words, lastUsedOn, facts, usage) => {
    const grant = { isServed: true, grantedAt: '2025-01-01T09:00:00.000Z', openedAt: opened.openedAt };
    expect(usageOf(lastUsedOn, { ...grant, ...facts }, terms)).toBe(usage);
  });
});

describe('a withdrawal ends the grant and no other', () => {
  const application = applicationCalled('postbox');
  const on = (...boxes: string[]) => ({ actions: ['read'], scope: { postboxes: boxes } });
  const live = [
    { id: 'one', block: on('a', 'b') },
    { id: 'two', block: on('b', 'c') },
  ];
  const holder = { kind: 'user', routerType: null } as const;
  const base = { application, holder, live, profile: null };

  test('what another gave as well stays, and is not told as removed', () => {
    const { verdict, plan } = planWithdrawal({ ...base, revocation: 'individual', grantIds: ['one'] });
    expect(verdict.ok).toBe(true);
    expect(plan).toMatchObject({ ended: ['one'], kept: [], added: [], removed: [on('a')] });
  });

  test('what a larger grant covers whole is ended all the same', () => {
    const covered = [...live, { id: 'three', block: on('a') }];
    const { plan } = planWithdrawal({
      ...base,
      live: covered,
      revocation: 'individual',
      grantIds: ['three'],
    });
    expect(plan).toMatchObject({ isChanged: true, ended: ['three'], removed: [] });
  });

  test('where single rights are not taken back it is refused', () => {
    const { verdict } = planWithdrawal({ ...base, revocation: 'deactivate-only', grantIds: ['one'] });
    expect(verdict).toMatchObject({ reason: 'rights.revocation-not-offered' });
  });
});
