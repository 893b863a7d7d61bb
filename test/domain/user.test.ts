import type { Author, Member } from '../../domain/user.ts';
import * as users from '../../domain/user.ts';
import { reasonOf } from '../support/outcome.ts';

const at = '2027-02-02T14:00:00.000Z';
const administrator: Author = { id: 'an', standing: 'administrator' };
const plainUser: Author = { id: 'bart', standing: 'user' };
const staff: Author = { id: 'olga', standing: 'internal' };
const gone: Author = { id: 'luc', standing: null };

function member(facts: Partial<Member> = {}): Member {
  const times = { acceptedAt: at, deactivatedAt: null, suspendedAt: null };
  return { userId: 'chloe', profile: 'user', isStaff: false, ...times, ...facts };
}
const boss = member({ profile: 'administrator' });
describe('who creates whom (UM-05, UM-07, UM-08)', () => {
  test.each([
    ['an administrator, an administrator', administrator, 'administrator', 'allow'],
    ['an administrator, a user', administrator, 'user', 'allow'],
    ['a user, nobody', plainUser, 'user', 'right.missing'],
    ['staff on behalf, an administrator', staff, 'administrator', 'allow'],
    ['who is no longer active, nobody', gone, 'user', 'right.missing'],
  ] as const)('%s', (_words, author, profile, expected) => {
    expect(reasonOf(users.checkCreateUser(author, profile))).toBe(expected);
  });
});

describe('who administers whom', () => {
  test.each([
    ['an administrator, a user', administrator, member(), 'allow'],
    ['an administrator, another administrator', administrator, boss, 'allow'],
    ['an administrator, himself', administrator, member({ userId: 'an' }), 'allow'],
    [
      '[check 18] an administrator, a member who is staff',
      administrator,
      member({ isStaff: true }),
      'user.profile-above',
    ],
    ['a user, a user', plainUser, member(), 'right.missing'],
    ['staff on behalf, an administrator', staff, boss, 'allow'],
    ['staff, a member who is staff too', staff, member({ isStaff: true }), 'allow'],
    ['[check 11] staff, themselves', staff, member({ userId: 'olga', isStaff: true }), 'user.own-rights'],
    ['who was deactivated meanwhile, nobody', gone, member(), 'right.missing'],
  ])('%s', (_words, author, whom, expected) => {
    expect(reasonOf(users.checkAdminister(author, whom))).toBe(expected);
  });

  test.each([
    ['one company: his administrator may', administrator, false, 'allow'],
    ['more than that: his administrator may not', administrator, true, 'user.in-other-companies'],
    ['more than that: staff may', staff, true, 'allow'],
  ])('the identity of who has to do with %s', (_words, author, isElsewhere, expected) => {
    expect(reasonOf(users.checkIdentity(author, isElsewhere))).toBe(expected);
  });
});

describe('an active administrator: accepted, not deactivated, not suspended', () => {
  test.each([
    ['accepted', boss, true],
    ['invited only', { ...boss, acceptedAt: null }, false],
    ['deactivated', { ...boss, deactivatedAt: at }, false],
    ['suspended', { ...boss, suspendedAt: at }, false],
    ['a user', member(), false],
  ])('%s', (_words, who, expected) => {
    expect(users.isActiveAdministrator(who)).toBe(expected);
  });
});

describe('the last administrator (UM-06, WF-04)', () => {
  test.each([
    ['the only active one stays', boss, 0, 'user.last-administrator'],
    ['one of two may go', boss, 1, 'allow'],
    ['one who is only invited is none to lose', { ...boss, acceptedAt: null }, 0, 'allow'],
    ['a suspended one is none to lose', { ...boss, suspendedAt: at }, 0, 'allow'],
    ['a user is none', member(), 0, 'allow'],
  ])('%s', (_words, who, others, expected) => {
    expect(reasonOf(users.checkStaysAdministered(who, others))).toBe(expected);
  });
});

test.each([
  ['the main contact of what is received stays', true, 'user.main-contact'],
  ['anybody else may go', false, 'allow'],
])('WF-04: %s', (_words, isMainContact, expected) => {
  expect(reasonOf(users.checkNoMainContact(isMainContact))).toBe(expected);
});

describe('going and coming back', () => {
  const over = member({ deactivatedAt: at });
  test.each([
    ['a deactivated one is not deactivated again', users.checkNotDeactivated(over), 'user.deactivated'],
    ['an active one is not reactivated', users.checkReactivate(member()), 'user.not-deactivated'],
    ['a deactivated one returns', users.checkReactivate(over), 'allow'],
    ['an active one is suspended', users.checkSuspend(boss), 'allow'],
    [
      'a suspended one is not suspended again',
      users.checkSuspend(member({ suspendedAt: at })),
      'user.suspended',
    ],
    ['a deactivated one is not suspended', users.checkSuspend(over), 'user.deactivated'],
    ['who is not suspended is not released', users.checkRelease(member()), 'user.not-suspended'],
    [
      'a business portal removes nobody (X-10)',
      users.checkRemove(over, 'deactivate'),
      'user.removal-not-offered',
    ],
    ['another brand removes who is deactivated', users.checkRemove(over, 'delete'), 'allow'],
    ['and nobody else', users.checkRemove(member(), 'delete'), 'user.not-deactivated'],
  ])('%s', (_words, verdict, expected) => {
    expect(reasonOf(verdict)).toBe(expected);
  });

  test.each([
    [{ acceptedAt: null }, 'invited'],
    [{}, 'active'],
    [{ suspendedAt: at }, 'suspended'],
    [{ suspendedAt: at, deactivatedAt: at }, 'deactivated'],
  ])('%j is %s', (facts, state) => {
    expect(users.memberStateOf(member(facts))).toBe(state);
  });
});

test.each([
  ['a plain one', 'an.peeters', 'allow'],
  ['one’s own address', 'An@Bakery.example', 'allow'],
  ['somebody else’s address', 'luc@atelier.example', 'user.username-is-address'],
])('a username that is %s', (_words, username, expected) => {
  expect(reasonOf(users.checkUsername(username, 'an@bakery.example'))).toBe(expected);
});
