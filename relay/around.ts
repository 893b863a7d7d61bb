/** Which lives hear of an event that is not about their own row: by the name it gives, where they are found. */
import type { Knex } from 'knex';
import { handedRecoveriesOf } from '../db/queries/credential-recoveries.ts';
import { openIdentityChecksOf } from '../db/queries/identity-checks.ts';
import { forwardingItemsOf, openItemsOf, openTrashingsOf } from '../db/queries/life-starts.ts';
import { openRegistrationsOf } from '../db/queries/registration-cases.ts';
import { openRightsRequestsAround, openRightsRequestsOf } from '../db/queries/rights-requests.ts';
import { openRouterGrantsOf } from '../db/queries/router-grants.ts';
import { openOnboardingsOf } from '../db/queries/router-onboardings.ts';
import { openProvisioningsOf } from '../db/queries/user-provisionings.ts';
import { factsChanged as invitationFactsChanged } from '../workflows/account-invitation/messages.ts';
import { factsChanged as codeFactsChanged } from '../workflows/activation-code/messages.ts';
import { factsChanged as consentFactsChanged } from '../workflows/channel-consent/messages.ts';
import { factsChanged as batchFactsChanged } from '../workflows/code-batch/messages.ts';
import { factsChanged as recoveryFactsChanged } from '../workflows/credential-recovery/messages.ts';
import { factsChanged as caseFactsChanged } from '../workflows/document-case/messages.ts';
import { factsChanged as noticeFactsChanged } from '../workflows/document-notice/messages.ts';
import { factsChanged as backfillFactsChanged } from '../workflows/history-backfill/messages.ts';
import { factsChanged as identityFactsChanged } from '../workflows/identity-check/messages.ts';
import { factsChanged as itemFactsChanged } from '../workflows/mail-item/messages.ts';
import { factsChanged as registrationFactsChanged } from '../workflows/registration/messages.ts';
import { factsChanged as rightsRequestFactsChanged } from '../workflows/rights-request/messages.ts';
import { factsChanged as routerGrantFactsChanged } from '../workflows/router-grant/messages.ts';
import { factsChanged as onboardingFactsChanged } from '../workflows/router-onboarding/messages.ts';
import { factsChanged as sharingFactsChanged } from '../workflows/sharing/messages.ts';
import { factsChanged as signUpFactsChanged } from '../workflows/sign-up/messages.ts';
import { factsChanged as trashingFactsChanged } from '../workflows/trashing/messages.ts';
import { factsChanged as provisioningFactsChanged } from '../workflows/user-provisioning/messages.ts';

/** What each of them hears. */
export const signals = {
  'account-invitation': invitationFactsChanged,
  'activation-code': codeFactsChanged,
  'channel-consent': consentFactsChanged,
  'code-batch': batchFactsChanged,
  'credential-recovery': recoveryFactsChanged,
  'document-case': caseFactsChanged,
  'document-notice': noticeFactsChanged,
  'history-backfill': backfillFactsChanged,
  'identity-check': identityFactsChanged,
  'mail-item': itemFactsChanged,
  registration: registrationFactsChanged,
  'rights-request': rightsRequestFactsChanged,
  'router-grant': routerGrantFactsChanged,
  'router-onboarding': onboardingFactsChanged,
  sharing: sharingFactsChanged,
  'sign-up': signUpFactsChanged,
  trashing: trashingFactsChanged,
  'user-provisioning': provisioningFactsChanged,
};
export type HearingLife = keyof typeof signals;

/** The ids of its rows around what the event is about. */
type Find = (knex: Knex, id: string) => Promise<readonly string[]>;
type Around = Readonly<Partial<Record<HearingLife, Find>>>;

const named: Readonly<Record<string, Around>> = {
  /** A box whose address is another: the letters to be forwarded. */
  postbox: { 'mail-item': forwardingItemsOf },
  /** A box of which something else may be decided: every open letter. */
  'letters-of': { 'mail-item': openItemsOf },
  /** A letter that is held or released: its scan in the trash. */
  'scan-of': { trashing: openTrashingsOf },
  /** A company: the cases of its number. */
  'registrations-of': { registration: openRegistrationsOf },
  /** A case: the check of who asks. */
  'identity-of': { 'identity-check': openIdentityChecksOf },
  /** A person: his open invitations, and the requests for rights around him. */
  'provisionings-of': {
    'user-provisioning': openProvisioningsOf,
    'rights-request': openRightsRequestsAround,
  },
  /** A company that may hold something else. */
  'rights-requests-of': { 'rights-request': openRightsRequestsOf },
  /** A person: what waits for his administrator. */
  'recoveries-of': { 'credential-recovery': handedRecoveriesOf },
  /** An entry of the directory: all that concerns it. */
  'lives-of-router': { 'router-onboarding': openOnboardingsOf, 'router-grant': openRouterGrantsOf },
};

const itself: Find = (_knex, id) => Promise.resolve([id]);

/** The lives around that name, or the one row of a life that `<life>-of` names. */
export function livesAround(name: string): readonly (readonly [HearingLife, Find])[] {
  const around = named[name];
  if (around !== undefined) return Object.entries(around) as [HearingLife, Find][];
  const life = (Object.keys(signals) as HearingLife[]).find((each) => name === `${each}-of`);
  if (life === undefined) throw new Error(`no life is called ${name}`);
  return [[life, itself]];
}
