import { expect, test } from '@jest/globals';
import { decidedPeoplePolicy } from '../../domain/people-policy.ts';
import { followListed, onboardingStage, onboardingTerms } from '../../domain/router-onboarding.ts';
import type { ListedFacts, RouterOnboarding } from '../../domain/router-onboarding.ts';

const at = '2027-02-02T14:00:00.000Z';
const later = '2027-03-05T14:00:00.000Z';
const terms = onboardingTerms({ ...decidedPeoplePolicy, version: 1, zone: 'Europe/Brussels' });
const registered: RouterOnboarding = {
  ...{ id: 'a', brand: 'b', companyId: 'client', terms, version: 4, askedAt: at, dueAt: at, overdueAt: null },
  ...{ routerId: 'router', listedAt: at, accountAt: at, confirmAskedAt: at, reminders: 0, endsAt: later },
  closed: null,
};
const gone: ListedFacts = { hasAccount: false, administration: 'none', isConfirmed: false };

test('WF-01: the company of a listed router was undone: it is to register again, and its people are asked anew', () => {
  const { onboarding, mails } = followListed(registered, gone, later);
  expect(onboarding).toEqual({ ...registered, version: 5, accountAt: null, confirmAskedAt: null });
  expect(onboardingStage(onboarding)).toBe('registration');
  expect(mails).toEqual([]);
  expect(followListed(onboarding, gone, later).onboarding).toBe(onboarding);
  const again = followListed(onboarding, { ...gone, hasAccount: true, administration: 'active' }, later);
  expect(again.mails).toEqual(['router-confirm']);
});
