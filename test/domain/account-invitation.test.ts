/** Invitations that documents send, by cases (WF-34; IP-02 to IP-06). */
import { expect, test } from '@jest/globals';
import type { AccountInvitation, LinkHolder } from '../../domain/account-invitation.ts';
import {
  checkInvitation,
  checkReplace,
  checkWayIn,
  closeInvitation,
  documentAsks,
  invitationTerms,
  invitedFrom,
  isAskedByDocuments,
  isWhoReceives,
  planForInvitation,
  renewInvitation,
  wayInFor,
} from '../../domain/account-invitation.ts';
import { decidedDocumentPolicy } from '../../domain/document-policy.ts';
import { mailboxOf } from '../../domain/mailbox.ts';
import { reasonOf } from '../support/outcome.ts';

const terms = invitationTerms({ ...decidedDocumentPolicy, version: 1, zone: 'Europe/Amsterdam' });
const at = '2027-02-02T14:00:00.000Z';
const open: AccountInvitation = {
  ...{ id: 'i', brand: 'b', clientCodeId: 'c', terms, version: 1, closed: null },
  ...invitedFrom(at, terms),
};

test.each([
  ['the first one invites', null, 'info@example.com', at, 'invite'],
  ['another one of the same run repeats nothing', 'info@example.com', 'info@example.com', at, 'nothing'],
  [
    'one of the next morning repeats nothing',
    'info@example.com',
    'info@example.com',
    '2027-02-03T13:59:59.999Z',
    'nothing',
  ],
  [
    'WF-34: one a day later brings the lost mail again',
    'info@example.com',
    'info@example.com',
    '2027-02-03T14:00:00.000Z',
    'renew',
  ],
  ['to another address at once', 'old@example.com', 'info@example.com', at, 'renew'],
])('a document: %s', (_words, before, mailbox, now, expected) => {
  const known = before === null ? null : { ...open, mailbox: before };
  expect(documentAsks(known, mailbox, now)).toBe(expected);
});

test('renewed, it begins anew with its hours', () => {
  const renewed = renewInvitation(open, '2027-02-04T09:00:00.000Z');
  expect([renewed.version, renewed.endsAt]).toEqual([2, '2027-02-07T09:00:00.000Z']);
  expect(planForInvitation(renewed)).toEqual({ kind: 'expire', at: '2027-02-07T09:00:00.000Z' });
});

test.each<[string, AccountInvitation, string, string]>([
  ['at its last instant works', open, '2027-02-05T14:00:00.000Z', 'allow'],
  ['a millisecond later is dead', open, '2027-02-05T14:00:00.001Z', 'link.unusable'],
  [
    'of one that has gone with another number is dead',
    closeInvitation(open, 'joined', at),
    at,
    'link.unusable',
  ],
  ['of a replaced contact is dead', closeInvitation(open, 'replaced', at), at, 'link.unusable'],
])('the link %s', (_words, invitation, now, expected) => {
  expect(reasonOf(checkInvitation(invitation, now))).toBe(expected);
  if (invitation.closed !== null) expect(planForInvitation(invitation)).toBeNull();
});

const nobody: LinkHolder = { userId: null, mailboxContactId: null, isKnown: false };
test.each<[string, LinkHolder, boolean, string, string]>([
  ['nobody knows him, with a password', nobody, true, 'new', 'allow'],
  ['nobody knows him, without one', nobody, false, 'new', 'account-invitation.password-needed'],
  [
    'the mailbox has its account',
    { ...nobody, mailboxContactId: 'u', isKnown: true },
    false,
    'join',
    'allow',
  ],
  ['somebody logs in by it', { ...nobody, isKnown: true }, true, 'log-in', 'account-invitation.log-in'],
  ['he is logged in', { ...nobody, userId: 'u', isKnown: true }, false, 'own', 'allow'],
  [
    'logged in, and it is his account',
    { userId: 'u', mailboxContactId: 'u', isKnown: true },
    false,
    'join',
    'allow',
  ],
  [
    'logged in, and it is the account of another',
    { userId: 'v', mailboxContactId: 'u', isKnown: true },
    false,
    'other',
    'account-invitation.other-account',
  ],
])('WF-34: who uses a link: %s', (_words, holder, hasPassword, way, expected) => {
  expect(wayInFor(holder)).toBe(way);
  expect(reasonOf(checkWayIn(way as 'new', hasPassword))).toBe(expected);
});

test.each([
  ['where documents invite', 'invitation', 'allow'],
  ['where printed codes let in', 'code', 'client-code.not-invited'],
] as const)('WF-34: a main contact is named: %s', (_words, access, expected) => {
  expect(reasonOf(checkReplace(access))).toBe(expected);
});

test.each([
  ['nobody receives', null, null, false],
  ['somebody receives who reads elsewhere', 'account', null, false],
  ['he receives, and reads there', 'account', 'account', true],
] as const)('WF-34: whether who is named goes on: %s', (_words, receivedIn, reader, expected) => {
  expect(isWhoReceives(receivedIn, reader)).toBe(expected);
});

test.each([
  ['nobody has received it yet', null, true],
  ['his mails came back', 'undeliverable', true],
  ['it was deactivated by mistake', 'deactivated', true],
  ['another contact was named', 'replaced', true],
  ['he chose paper', 'opted-out', false],
] as const)('UP-19: whether a document invites: %s', (_words, lastEnded, expected) => {
  expect(isAskedByDocuments(lastEnded)).toBe(expected);
});

test('letters of another shape are the same mailbox, other signs are not', () => {
  expect(mailboxOf('Müller@Example.COM')).toBe('müller@example.com');
  expect(mailboxOf('muller@example.com')).not.toBe(mailboxOf('müller@example.com'));
});
