/** Sharing with somebody, number by number, by cases (WF-35; IP-07, IP-08, UP-08, UP-20). */
import { expect, test } from '@jest/globals';
import { isActDue } from '../../domain/next-act.ts';
import type { Sharing } from '../../domain/sharing.ts';
import {
  carryOutSharing,
  checkAcceptSharing,
  checkAddressee,
  checkInvite,
  checkLanguage,
  checkNumbers,
  checkResendSharing,
  closeSharing,
  planForSharing,
  resendSharing,
  sharingFrom,
} from '../../domain/sharing.ts';
import { reasonOf } from '../support/outcome.ts';

const terms = { version: 1, zone: 'Europe/Brussels', messageSeconds: 60, linkHours: 72, reminderHours: 48 };
const invitedAt = '2027-02-02T14:00:00.000Z';
const remindAt = '2027-02-04T14:00:00.000Z';
const endsAt = '2027-02-05T14:00:00.000Z';
const open: Sharing = {
  ...{ id: 's', brand: 'b', accountId: 'a', terms, version: 1 },
  ...sharingFrom(invitedAt, terms),
  closed: null,
};
const reminded = carryOutSharing(open, 'remind', remindAt);
const accepted = closeSharing(open, 'accepted', remindAt);

test('72 hours, with a reminder after 48; then it is over', () => {
  expect(open.endsAt).toBe(endsAt);
  expect(planForSharing(open)).toEqual({ kind: 'remind', at: remindAt });
  expect(planForSharing(reminded)).toEqual({ kind: 'expire', at: endsAt });
  expect(planForSharing(carryOutSharing(reminded, 'expire', endsAt))).toBeNull();
  expect(planForSharing(accepted)).toBeNull();
});

test('a reminder that would come after the end does not', () => {
  const short = { ...open, terms: { ...terms, reminderHours: 72 } };
  expect(planForSharing(short)).toEqual({ kind: 'expire', at: endsAt });
});

test.each<[string, Sharing, 'remind' | 'expire', string, boolean]>([
  ['the reminder at its instant', open, 'remind', remindAt, true],
  ['a millisecond before', open, 'remind', '2027-02-04T13:59:59.999Z', false],
  ['the end before the reminder', open, 'expire', endsAt, false],
  ['the end after it', reminded, 'expire', endsAt, true],
  ['anything of one that is over', accepted, 'expire', endsAt, false],
])('due: %s', (_words, sharing, kind, at, due) => {
  expect(isActDue(planForSharing(sharing), kind, at)).toBe(due);
});

test.each<[string, Sharing, string, string]>([
  ['at its last instant', open, endsAt, 'allow'],
  ['a millisecond later', open, '2027-02-05T14:00:00.001Z', 'link.unusable'],
  ['a second time', accepted, remindAt, 'link.unusable'],
  ['taken back', closeSharing(open, 'withdrawn', invitedAt), invitedAt, 'link.unusable'],
  ['expired', closeSharing(open, 'expired', endsAt), endsAt, 'link.unusable'],
])('accepted %s', (_words, sharing, at, expected) => {
  expect(reasonOf(checkAcceptSharing(sharing, at))).toBe(expected);
});

test('sent again: the whole time once more, the reminder too; not once it is over', () => {
  const again = resendSharing(reminded, '2027-02-05T13:00:00.000Z');
  expect([again.endsAt, again.remindedAt, again.version]).toEqual(['2027-02-08T13:00:00.000Z', null, 3]);
  expect(reasonOf(checkResendSharing(again))).toBe('allow');
  expect(reasonOf(checkResendSharing(accepted))).toBe('sharing.not-open');
});

const consumer = { kind: 'b2c', isOpen: true } as const;
const business = { kind: 'b2b', isOpen: true } as const;
const fresh = { isShared: false, isOwnAddress: false };

test.each([
  ['a business in the code-based brand', business, 'business' as const, fresh, 'allow'],
  ['a consumer there (UP-08)', consumer, 'business' as const, fresh, 'sharing.consumer'],
  ['a consumer where everybody shares', consumer, 'everybody' as const, fresh, 'allow'],
  [
    'an address he shares with',
    business,
    'business' as const,
    { ...fresh, isShared: true },
    'sharing.exists',
  ],
  [
    'himself',
    business,
    'everybody' as const,
    { isShared: false, isOwnAddress: true },
    'sharing.with-oneself',
  ],
  [
    'a consumer is told that first',
    consumer,
    'business' as const,
    { ...fresh, isShared: true },
    'sharing.consumer',
  ],
])('inviting: %s', (_words, account, policy, around, expected) => {
  expect(reasonOf(checkInvite({ account, policy, ...around }))).toBe(expected);
});

test.each([
  ['what the account receives', ['c1', 'c2'], 'allow'],
  ['nothing', [], 'allow'],
  ['one it does not receive', ['c1', 'c9'], 'sharing.not-received'],
])('ticked: %s', (_words, asked, expected) => {
  expect(reasonOf(checkNumbers(asked, ['c1', 'c2', 'c3']))).toBe(expected);
});

test.each([
  ['before he accepted', false, true, 'allow'],
  ['the same afterwards', true, false, 'allow'],
  ['another afterwards', true, true, 'sharing.language-his-own'],
])('the language %s', (_words, isAccepted, isChanged, expected) => {
  expect(reasonOf(checkLanguage(isAccepted, isChanged))).toBe(expected);
});

test.each([
  ['the invited address', 'claes@example.com', 'allow'],
  ['another spelling of it', ' Claes@Example.com', 'allow'],
  ['another address', 'an@example.com', 'sharing.other-address'],
])('logged in with %s', (_words, own, expected) => {
  expect(reasonOf(checkAddressee('claes@example.com', own))).toBe(expected);
});
