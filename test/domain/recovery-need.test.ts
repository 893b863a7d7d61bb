import type { AdministratorRecovery } from '../../domain/administrator-recovery.ts';
import * as rules from '../../domain/recovery-need.ts';
import { reasonOf } from '../support/outcome.ts';

const active = { isActive: true, isStaff: false };
const lost = { ...active, hasFactor: true, hasUsedOne: false };

test.each([
  ['nobody administers', rules.checkAdministratorNeeded(0, active), 'allow'],
  ['somebody does', rules.checkAdministratorNeeded(1, active), 'administrator-recovery.not-needed'],
  [
    'the candidate is not active',
    rules.checkAdministratorNeeded(0, { ...active, isActive: false }),
    'administrator-recovery.candidate-not-active',
  ],
  [
    'the candidate is staff',
    rules.checkAdministratorNeeded(0, { ...active, isStaff: true }),
    'administrator-recovery.candidate-not-active',
  ],
  ['nobody knows where the letter goes', rules.checkAddress(false), 'administrator-recovery.address-missing'],
  ['the address is known', rules.checkAddress(true), 'allow'],
  ['every factor is lost', rules.checkFactorsLost(lost), 'allow'],
  [
    'of staff, whatever else holds',
    rules.checkFactorsLost({ ...lost, isStaff: true, isActive: false }),
    'administrator-recovery.person-is-staff',
  ],
  [
    'of somebody who is deactivated',
    rules.checkFactorsLost({ ...lost, isActive: false }),
    'administrator-recovery.person-not-active',
  ],
  [
    'of who has none',
    rules.checkFactorsLost({ ...lost, hasFactor: false }),
    'administrator-recovery.no-factor',
  ],
  [
    'one was used since it was proposed',
    rules.checkFactorsLost({ ...lost, hasUsedOne: true }),
    'administrator-recovery.factor-used',
  ],
])('%s', (_words, verdict, expected) => {
  expect(reasonOf(verdict)).toBe(expected);
});

test('one is open of a company, and one of each person for his factors', () => {
  const recovery = { companyId: 'bakery', candidateId: 'bart' } as AdministratorRecovery;
  expect(rules.openKeyOf({ ...recovery, purpose: 'administrator' })).toBe('bakery');
  expect(rules.openKeyOf(recovery)).toBe('bakery');
  expect(rules.openKeyOf({ ...recovery, purpose: 'factors' })).toBe('bart');
});
