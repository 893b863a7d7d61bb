import type { LoginFacts, RecoveryWay } from '../../domain/credential-recovery.ts';
import {
  checkCompletion,
  handedOver,
  isMailedEnough,
  isStillOpen,
  planForRecovery,
  wayOf,
} from '../../domain/credential-recovery.ts';
import type { CredentialRecovery } from '../../domain/credential-recovery.ts';

const at = '2027-02-02T14:00:00.000Z';
const user: LoginFacts = {
  isActive: true,
  hasPassword: true,
  selfResetAllowed: true,
  isAdministrator: false,
  administrators: 1,
};
const every = ['self', 'administrator', 'staff'] as const;

test.each<[string, Partial<LoginFacts>, readonly RecoveryWay[], RecoveryWay | null]>([
  ['a user who may', {}, every, 'self'],
  ['a user who may not: his administrator', { selfResetAllowed: false }, every, 'administrator'],
  ['no administrator there: staff', { selfResetAllowed: false, administrators: 0 }, every, 'staff'],
  ['an administrator always may', { selfResetAllowed: false, isAdministrator: true }, every, 'self'],
  ['never chose a password: his administrator invites again', { hasPassword: false }, every, 'administrator'],
  ['a deactivated one', { isActive: false }, every, null],
  ['a brand where only staff help', {}, ['staff'], 'staff'],
  ['a brand without any way', {}, [], null],
])('%s (UM-24, X-05)', (_words, facts, ways, way) => {
  expect(wayOf({ ...user, ...facts }, ways)).toBe(way);
});

test.each<[string, CredentialRecovery['source'], Partial<LoginFacts>, boolean]>([
  ['he asked and still may', 'person', {}, true],
  ['he asked and may no longer', 'person', { selfResetAllowed: false }, false],
  ['he asked as an administrator', 'person', { selfResetAllowed: false, isAdministrator: true }, true],
  ['it was started for him', 'administrator', { selfResetAllowed: false }, true],
  ['staff started it', 'staff', { selfResetAllowed: false }, true],
  ['he belongs nowhere any more', 'staff', { isActive: false }, false],
])('a link that was mailed, when %s (WF-03)', (_words, source, facts, isOpen) => {
  expect(isStillOpen(source, { ...user, ...facts })).toBe(isOpen);
});

test.each<[string, readonly string[], boolean]>([
  ['never before', [], false],
  ['a minute ago', ['2027-02-02T13:59:00.000Z'], false],
  ['59 seconds ago', ['2027-02-02T13:59:01.000Z'], true],
  ['four times this hour', ['10', '20', '30', '40'].map((m) => `2027-02-02T13:${m}:00.000Z`), false],
  ['five times this hour', ['10', '20', '30', '40', '50'].map((m) => `2027-02-02T13:${m}:00.000Z`), true],
  [
    'five times, once more than an hour ago',
    ['00', '20', '30', '40', '50'].map((m) => `2027-02-02T13:${m}:00.000Z`),
    false,
  ],
])('[check 39] a mailbox asked about %s', (_words, before, isEnough) => {
  expect(isMailedEnough(before, at)).toBe(isEnough);
});

test('whom nobody may help himself is handed over: an administrator has it for his hours, else staff at once', () => {
  expect(handedOver(['administrator'])).toBeNull();
  expect(handedOver(['administrator', 'staff'])).toBeNull();
  expect(handedOver(['staff'])).toBe('handed-to-staff');
  expect(handedOver([])).toBe('unknown');
});

test('first it is found out who is meant, then the link ends; its last instant still counts', () => {
  const asked: CredentialRecovery = {
    id: 'r',
    source: 'person',
    brand: null,
    terms: null,
    version: 1,
    askedAt: at,
    endsAt: null,
    closed: null,
  };
  const endsAt = '2027-02-02T14:30:00.000Z';
  expect(planForRecovery(asked)).toEqual({ kind: 'find', at });
  expect(planForRecovery({ ...asked, endsAt })).toEqual({ kind: 'expire', at: endsAt });
  expect(checkCompletion(asked, at).ok).toBe(false);
  expect(checkCompletion({ ...asked, endsAt }, endsAt).ok).toBe(true);
  expect(checkCompletion({ ...asked, endsAt }, '2027-02-02T14:30:00.001Z').ok).toBe(false);
  const closed = { outcome: 'reset', at } as const;
  expect(planForRecovery({ ...asked, endsAt, closed })).toBeNull();
  expect(checkCompletion({ ...asked, endsAt, closed }, at).ok).toBe(false);
});
