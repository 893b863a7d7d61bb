/** Two accounts that become one, by cases (WF-37): who may say what until when, what moves, and what goes back. */
import { describe, expect, test } from '@jest/globals';
import type { AccountMerge, MergeCommandName, MergingAccount } from '../../domain/account-merge.ts';
import {
  approveMerge,
  carryOutMerge,
  checkConsents,
  checkMergeable,
  checkSecondLook,
  consentEndsAt,
  consentTo,
  mergeCommands,
  mergeStage,
  planForMerge,
  refuseMerge,
  revertMerge,
  sidesOf,
} from '../../domain/account-merge.ts';
import type { HeldAccount } from '../../domain/merged-account.ts';
import { learnsByConsent, mergeSightOf } from '../../domain/merge-sight.ts';
import { goesBack, mergedAccount } from '../../domain/merged-account.ts';
import { reasonOf } from '../support/outcome.ts';

const terms = { version: 1, zone: 'Europe/Brussels', messageSeconds: 60, consentDays: 14, revertDays: 14 };
const openedAt = '2027-03-22T10:00:00.000Z';
/** Day 14 ends in summer time. */
const endsAt = '2027-04-05T22:00:00.000Z';
const asked: AccountMerge = {
  ...{ id: 'm', brand: 'b', sourceId: 's', targetId: 't', terms, version: 1, openedAt, askedBy: 'olga' },
  ...{ contactStays: false, endsAt, consents: { source: null, target: null } },
  ...{ merged: null, refusedBy: null, closed: null },
};
const day = (on: string) => `${on}T10:00:00.000Z`;
const half = consentTo(asked, ['source'], 'an', day('2027-03-25'));
const both = consentTo(half, ['target'], 'bart', day('2027-03-30'));
const merged = approveMerge(both, day('2027-04-01'));

describe('how it goes', () => {
  test('the days to consent end at local midnight, over the change of the clock', () => {
    expect(consentEndsAt(openedAt, terms)).toBe(endsAt);
    expect(planForMerge(asked)).toEqual({ kind: 'expire', at: endsAt });
    expect(planForMerge(half)).toEqual({ kind: 'expire', at: endsAt });
  });

  test('from the second yes on staff have as many days again, and from the approval on it can be undone', () => {
    expect(planForMerge(both)).toEqual({ kind: 'expire', at: '2027-04-13T22:00:00.000Z' });
    expect(planForMerge(merged)).toEqual({ kind: 'finish', at: '2027-04-15T22:00:00.000Z' });
    expect(planForMerge(carryOutMerge(merged, 'finish', day('2027-04-16')))).toBeNull();
  });

  test.each<[string, AccountMerge, string]>([
    ['asked for', asked, 'consent'],
    ['one has consented', half, 'consent'],
    ['both have', both, 'approval'],
    ['approved', merged, 'revertible'],
    ['the days are over', carryOutMerge(half, 'expire', endsAt), 'expired'],
    ['the window is over', carryOutMerge(merged, 'finish', day('2027-04-16')), 'merged'],
    ['a contact refuses', refuseMerge(half, 'target', day('2027-03-26')), 'refused'],
    ['undone', revertMerge(merged, day('2027-04-02')), 'reverted'],
  ])('%s: %s', (_words, merge, stage) => {
    expect(mergeStage(merge)).toBe(stage);
  });

  test('a yes said again changes nothing; where both accounts hang on one person, one yes is both', () => {
    expect(consentTo(half, ['source'], 'an', day('2027-03-26'))).toBe(half);
    expect(mergeStage(consentTo(asked, ['source', 'target'], 'an', day('2027-03-25')))).toBe('approval');
  });

  const late = '2027-04-05T22:00:00.001Z';
  test.each<[string, MergeCommandName, AccountMerge, string, string]>([
    ['a yes at the last instant', 'consent', half, endsAt, 'allow'],
    ['a yes a millisecond later', 'consent', half, late, 'account-merge.over'],
    ['a no after the yes', 'refuse', half, day('2027-03-26'), 'allow'],
    ['a no after the approval', 'refuse', merged, day('2027-04-02'), 'account-merge.merged'],
    [
      'approved before both have consented',
      'approve',
      half,
      day('2027-03-26'),
      'account-merge.consent-missing',
    ],
    ['approved', 'approve', both, day('2027-04-01'), 'allow'],
    ['approved twice', 'approve', merged, day('2027-04-02'), 'account-merge.merged'],
    ['approved after the days of staff', 'approve', both, day('2027-04-14'), 'account-merge.over'],
    ['undone before it was done', 'revert', both, day('2027-04-01'), 'account-merge.not-merged'],
    ['undone at the last instant', 'revert', merged, '2027-04-15T22:00:00.000Z', 'allow'],
    ['undone a millisecond later', 'revert', merged, '2027-04-15T22:00:00.001Z', 'account-merge.over'],
    [
      'undone twice',
      'revert',
      revertMerge(merged, day('2027-04-02')),
      day('2027-04-03'),
      'account-merge.over',
    ],
    [
      'a yes after a no',
      'consent',
      refuseMerge(half, 'staff', day('2027-03-26')),
      day('2027-03-27'),
      'account-merge.over',
    ],
  ])('%s', (_words, name, merge, at, outcome) => {
    const verdict = mergeCommands[name].check(merge, at);
    expect(reasonOf(verdict)).toBe(outcome);
  });
});

const account = (of: Partial<MergingAccount> = {}): MergingAccount => ({
  ...{ id: 's', brandId: 'b', contactId: 'an', enterpriseNumber: null, isOpen: true },
  ...of,
});
const other = (of: Partial<MergingAccount> = {}) => account({ id: 't', contactId: 'bart', ...of });

test.each<[string, MergingAccount, MergingAccount, string]>([
  ['two of one brand', account(), other(), 'allow'],
  ['one and the same', account(), account(), 'account-merge.same-account'],
  ['of two brands', account(), other({ brandId: 'c' }), 'account-merge.other-brand'],
  ['one is closed', account({ isOpen: false }), other(), 'account-merge.account-closed'],
  ['a business into a person’s', account({ enterpriseNumber: 'BE0403170701' }), other(), 'allow'],
  [
    'of two enterprises',
    account({ enterpriseNumber: 'BE0403170701' }),
    other({ enterpriseNumber: 'BE0428759497' }),
    'account-merge.two-enterprises',
  ],
])('[WF-37] accounts %s: %s', (_words, source, target, outcome) => {
  const verdict = checkMergeable(source, target);
  expect(reasonOf(verdict)).toBe(outcome);
});

test('the yes is that of a person: a new main contact has not said it', () => {
  expect(checkConsents(both, account(), other()).ok).toBe(true);
  expect(checkConsents(both, account(), other({ contactId: 'carl' }))).toMatchObject({
    reason: 'account-merge.contact-changed',
  });
  expect(sidesOf('an', account(), other())).toEqual(['source']);
  expect(sidesOf('eve', account(), other())).toEqual([]);
});

test('the second look is another one’s; what an issuer asked for any of the staff may approve', () => {
  expect(checkSecondLook(both, 'olga')).toMatchObject({ reason: 'account-merge.second-look' });
  expect(checkSecondLook(both, 'otto').ok).toBe(true);
  expect(checkSecondLook({ ...both, askedBy: null }, 'olga').ok).toBe(true);
});

describe('[WF-37] collisions of shares: union of what accounts hold, least rights for people', () => {
  const source: HeldAccount = {
    ...{ contactId: 'an', kind: 'b2c', enterpriseNumber: null, numbers: ['1', '2'], sharings: [] },
  };
  const target: HeldAccount = { ...source, contactId: 'bart', numbers: ['3'] };
  const share = (id: string, userId: string, ...numbers: string[]) => ({ id, userId, numbers });
  const nothing = { enterpriseNumber: null, moved: [], ended: [], ticks: [], contact: null };
  test.each<[string, Partial<HeldAccount>, Partial<HeldAccount>, boolean, object]>([
    ['nobody is shared with: the contact of the source keeps nothing', {}, {}, false, {}],
    ['somebody of the source alone', { sharings: [share('x', 'carl', '1')] }, {}, false, { moved: ['x'] }],
    ['somebody of the target alone', {}, { sharings: [share('y', 'carl', '3')] }, false, {}],
    [
      'somebody of both: he sees what he saw through either',
      { sharings: [share('x', 'carl', '1')] },
      { sharings: [share('y', 'carl', '3')] },
      false,
      { ended: ['x'], ticks: [{ sharingId: 'y', clientCodeId: '1' }] },
    ],
    [
      'somebody of both with nothing ticked in the source: nothing more',
      { sharings: [share('x', 'carl')] },
      { sharings: [share('y', 'carl', '3')] },
      false,
      { ended: ['x'] },
    ],
    [
      'the contact of the target is shared with by the source: he has it all now',
      { sharings: [share('x', 'bart', '1')] },
      {},
      false,
      { ended: ['x'] },
    ],
    [
      'the contact of the source is shared with by the target: that alone he keeps',
      {},
      { sharings: [share('y', 'an', '3')] },
      false,
      {},
    ],
    ['the case says that he stays', {}, {}, true, { contact: { sharingId: null, numbers: ['1', '2'] } }],
    [
      'he stays, and is shared with already',
      {},
      { sharings: [share('y', 'an', '1', '3')] },
      true,
      {
        ticks: [{ sharingId: 'y', clientCodeId: '2' }],
        contact: { sharingId: 'y', numbers: ['1', '2'] },
      },
    ],
    ['he stays, with nothing that moves', { numbers: [] }, {}, true, {}],
    ['both accounts hang on one person', { contactId: 'bart' }, {}, true, {}],
    [
      'the number of the source, where the target has none',
      { enterpriseNumber: 'BE0403170701' },
      {},
      false,
      { enterpriseNumber: 'BE0403170701' },
    ],
    ['the target keeps its own number', {}, { enterpriseNumber: 'BE0403170701' }, false, {}],
  ])('%s', (_words, own, others, stays, expected) => {
    expect(mergedAccount({ ...source, ...own }, { ...target, ...others }, stays)).toEqual({
      ...nothing,
      ...expected,
    });
  });

  test('what goes back is what moved and is there still; what has moved on stays', () => {
    const things = [
      { id: 'there', isThere: true, hasMovedOn: false },
      { id: 'elsewhere', isThere: false, hasMovedOn: false },
      { id: 'used again, or ended', isThere: true, hasMovedOn: true },
    ];
    expect(goesBack(things)).toEqual(['there']);
  });
});

describe('[UP-15] what may be known of the account that closes', () => {
  const held = (asOf: string | null) => ({ of: 'held', asOf });
  const moved = { of: 'moved', asOf: day('2027-04-01') };
  test.each<[string, AccountMerge, object | null, object | null]>([
    ['asked for', asked, held(null), null],
    ['only who stays has consented', consentTo(asked, ['target'], 'bart', openedAt), held(null), null],
    ['who closes has consented', half, held(null), held(day('2027-03-25'))],
    ['both have', both, held(null), held(day('2027-03-25'))],
    ['refused after his yes', refuseMerge(both, 'source', endsAt), held(null), null],
    ['the days are over', carryOutMerge(half, 'expire', endsAt), held(null), null],
    ['approved', merged, moved, moved],
    ['undone', revertMerge(merged, day('2027-04-02')), moved, moved],
  ])('%s', (_, merge, source, target) => {
    expect(mergeSightOf(merge, ['source'])).toEqual(source);
    expect(mergeSightOf(merge, ['target'])).toEqual(target);
    expect(mergeSightOf(merge, ['source', 'target'])).toEqual(source);
    expect(mergeSightOf(merge, 'staff')).toEqual(source);
  });

  test('a yes tells the other contact something, unless both accounts are his', () => {
    expect([learnsByConsent(['source']), learnsByConsent(['target'])]).toEqual([true, false]);
    expect(learnsByConsent(['source', 'target'])).toBe(false);
  });
});
