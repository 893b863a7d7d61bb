import { isActDue } from '../../domain/next-act.ts';
import type { UserProvisioning } from '../../domain/user-provisioning.ts';
import * as rules from '../../domain/user-provisioning.ts';
import { reasonOf } from '../support/outcome.ts';

/** Tue 2 Feb 2027, 15:00 in Brussels. */
const invitedAt = '2027-02-02T14:00:00.000Z';
const endsAt = '2027-02-05T14:00:00.000Z';
const terms = {
  version: 2,
  zone: 'Europe/Brussels',
  messageSeconds: 60,
  invitationHours: 72,
  reminderHours: 48,
  noRightsDays: 7,
};

function provisioning(facts: Partial<UserProvisioning> = {}): UserProvisioning {
  const base = { id: 'p-1', brand: 'demo', companyId: 'bakery', kind: 'user', terms, version: 1 } as const;
  const open = { acceptedAt: null, firstLogInAt: null, noRightsAt: null, closed: null };
  return { ...base, ...rules.invitationFrom(invitedAt, terms), ...open, ...facts };
}
const accepted = provisioning({ acceptedAt: '2027-02-03T09:00:00.000Z' });
const facts = { isOver: false, firstLogInAt: null, hasRights: false };
const logInAt = '2027-02-03T09:05:00.000Z';

describe('what happens by itself', () => {
  test.each([
    ['a reminder after two days', provisioning(), { kind: 'remind', at: '2027-02-04T14:00:00.000Z' }],
    ['then the end, after 72 hours', provisioning({ remindedAt: invitedAt }), { kind: 'expire', at: endsAt }],
    [
      'no reminder at or after the end',
      provisioning({ terms: { ...terms, reminderHours: 72 } }),
      { kind: 'expire', at: endsAt },
    ],
    ['nothing once accepted', accepted, null],
    [
      'a word to the administrator seven calendar days after the first log-in',
      rules.followMembership(accepted, { ...facts, firstLogInAt: logInAt }, logInAt),
      { kind: 'tell-no-rights', at: '2027-02-10T23:00:00.000Z' },
    ],
    ['nothing once it is over', provisioning({ closed: { outcome: 'expired', at: endsAt } }), null],
  ])('%s', (_words, row, act) => {
    expect(rules.planForProvisioning(row)).toEqual(act);
  });

  test('over the night to summer time it is 72 hours all the same', () => {
    const { endsAt: end } = rules.invitationFrom('2027-03-27T12:00:00.000Z', terms);
    expect(end).toBe('2027-03-30T12:00:00.000Z');
  });
});

describe('accepting', () => {
  test.each([
    ['at once', provisioning(), invitedAt, 'allow'],
    ['at the last instant', provisioning(), endsAt, 'allow'],
    ['a millisecond later', provisioning(), '2027-02-05T14:00:00.001Z', 'link.unusable'],
    ['twice', accepted, logInAt, 'link.unusable'],
    [
      'after the end',
      provisioning({ closed: { outcome: 'expired', at: endsAt } }),
      invitedAt,
      'link.unusable',
    ],
    [
      'a membership, too late',
      provisioning({ kind: 'membership' }),
      '2027-02-05T14:00:00.001Z',
      'invitation.over',
    ],
  ])('%s', (_words, row, at, expected) => {
    expect(reasonOf(rules.checkAcceptance(row, at))).toBe(expected);
  });

  test('a new user still has to log in; a person who was logged in has done so', () => {
    expect(rules.provisioningStage(rules.accept(provisioning(), false, logInAt))).toBe('accepted');
    const joined = rules.accept(provisioning({ kind: 'membership' }), false, logInAt);
    expect(joined).toMatchObject({
      version: 2,
      firstLogInAt: logInAt,
      noRightsAt: '2027-02-10T23:00:00.000Z',
    });
    const boss = rules.accept(provisioning({ kind: 'membership' }), true, logInAt);
    expect(boss.closed).toEqual({ outcome: 'active', at: logInAt });
  });
});

describe('sending again and withdrawing', () => {
  test.each([
    ['while it is open', provisioning(), 'allow'],
    ['once accepted', accepted, 'invitation.accepted'],
    ['once over', provisioning({ closed: { outcome: 'expired', at: endsAt } }), 'invitation.over'],
  ])('%s', (_words, row, expected) => {
    expect(reasonOf(rules.checkResend(row))).toBe(expected);
  });

  test('gives a new end and a new reminder', () => {
    const again = rules.resend(provisioning({ remindedAt: invitedAt }), '2027-02-05T10:00:00.000Z');
    expect(again).toMatchObject({ endsAt: '2027-02-08T10:00:00.000Z', remindedAt: null, version: 2 });
  });
});

describe('what happens around it', () => {
  const withLogIn = { ...facts, firstLogInAt: logInAt };
  const waiting = rules.followMembership(accepted, withLogIn, logInAt);
  test.each([
    ['deactivated while invited', provisioning(), { ...facts, isOver: true }, 'deactivated'],
    ['deactivated after accepting', accepted, { ...facts, isOver: true }, 'deactivated'],
    ['a right before the invitation is accepted', provisioning(), { ...facts, hasRights: true }, 'invited'],
    ['the first log-in without any right', accepted, withLogIn, 'no-rights'],
    ['the first log-in with a right', accepted, { ...withLogIn, hasRights: true }, 'active'],
    ['a right some days later', waiting, { ...withLogIn, hasRights: true }, 'active'],
  ])('%s', (_words, row, around, stage) => {
    expect(rules.provisioningStage(rules.followMembership(row, around, '2027-02-04T00:00:00.000Z'))).toBe(
      stage,
    );
  });

  test('what has not moved is the same row', () => {
    for (const row of [provisioning(), accepted])
      expect(rules.followMembership(row, facts, endsAt)).toBe(row);
    expect(rules.followMembership(waiting, withLogIn, endsAt)).toBe(waiting);
  });
});

test('an act is carried out only while it is planned and due', () => {
  expect(isActDue(rules.planForProvisioning(provisioning()), 'remind', '2027-02-04T13:59:59.999Z')).toBe(
    false,
  );
  expect(isActDue(rules.planForProvisioning(provisioning()), 'remind', '2027-02-04T14:00:00.000Z')).toBe(
    true,
  );
  expect(isActDue(rules.planForProvisioning(accepted), 'expire', '2027-03-01T00:00:00.000Z')).toBe(false);
  const told = rules.carryOutProvisioning(provisioning(), 'expire', endsAt);
  expect(told.closed).toEqual({ outcome: 'expired', at: endsAt });
});
