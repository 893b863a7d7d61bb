/** Wakes the lives that events tell of: starts those that are missing, pokes those whose surroundings changed. */
import type { Client } from '@temporalio/client';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { Knex } from 'knex';
import {
  forwardingItemsOf,
  isLifeName,
  lifeToStart,
  openItemsOf,
  openTrashingOf,
} from '../db/queries/life-starts.ts';
import { openProvisioningsOf } from '../db/queries/user-provisionings.ts';
import { openIdentityChecksOf } from '../db/queries/identity-checks.ts';
import { openRightsRequestsAround, openRightsRequestsOf } from '../db/queries/rights-requests.ts';
import { openRegistrationsOf } from '../db/queries/registration-cases.ts';
import { openRouterGrantsOf } from '../db/queries/router-grants.ts';
import { openOnboardingsOf } from '../db/queries/router-onboardings.ts';
import type { LifeName } from '../domain/life-rows.ts';
import { factsChanged as invitationFactsChanged } from '../workflows/account-invitation/messages.ts';
import { factsChanged as codeFactsChanged } from '../workflows/activation-code/messages.ts';
import { factsChanged as consentFactsChanged } from '../workflows/channel-consent/messages.ts';
import { factsChanged as batchFactsChanged } from '../workflows/code-batch/messages.ts';
import { factsChanged as caseFactsChanged } from '../workflows/document-case/messages.ts';
import { factsChanged as noticeFactsChanged } from '../workflows/document-notice/messages.ts';
import { factsChanged as identityFactsChanged } from '../workflows/identity-check/messages.ts';
import { factsChanged as itemFactsChanged } from '../workflows/mail-item/messages.ts';
import { factsChanged as registrationFactsChanged } from '../workflows/registration/messages.ts';
import { factsChanged as rightsRequestFactsChanged } from '../workflows/rights-request/messages.ts';
import { factsChanged as routerGrantFactsChanged } from '../workflows/router-grant/messages.ts';
import { factsChanged as onboardingFactsChanged } from '../workflows/router-onboarding/messages.ts';
import { factsChanged as backfillFactsChanged } from '../workflows/history-backfill/messages.ts';
import { factsChanged as sharingFactsChanged } from '../workflows/sharing/messages.ts';
import { factsChanged as signUpFactsChanged } from '../workflows/sign-up/messages.ts';
import { startOptions } from '../workflows/start.ts';
import { handedRecoveriesOf } from '../db/queries/credential-recoveries.ts';
import { factsChanged as recoveryFactsChanged } from '../workflows/credential-recovery/messages.ts';
import { startOfLife } from '../workflows/starts.ts';
import { factsChanged as trashingFactsChanged } from '../workflows/trashing/messages.ts';
import { factsChanged as provisioningFactsChanged } from '../workflows/user-provisioning/messages.ts';

export interface Waker {
  /**
   * A life by its name is started; the others poke the lives around a changed fact: `postbox` the letters to be
   * forwarded, `letters-of` every open letter of a box, `scan-of` the scan of a letter,
   * `registrations-of` the cases around a company, `identity-of` the check of a case,
   * `provisionings-of` the open invitations of a person and the requests for rights around him, `rights-requests-of` those
   * of a company, `recoveries-of` what waits for his administrator, `router-grant-of` what a client gave a router,
   * `lives-of-router` all that concerns an entry of the directory, `activation-code-of`, `code-batch-of`, `sign-up-of`,
   * `account-invitation-of`, `channel-consent-of`, `document-case-of`, `document-notice-of`, `sharing-of`, `history-backfill-of`
   * and `user-provisioning-of` one of each. True when a life was started that was not there.
   */
  wake(life: string, id: string): Promise<boolean>;
}

interface WakerDeps {
  readonly client: Client;
  readonly knex: Knex;
  readonly taskQueue: string;
}

/** Lives that are told, as `<life>-of`, that something around their row has changed. */
const ofOne = {
  'account-invitation': invitationFactsChanged,
  'activation-code': codeFactsChanged,
  'channel-consent': consentFactsChanged,
  'code-batch': batchFactsChanged,
  'document-case': caseFactsChanged,
  'document-notice': noticeFactsChanged,
  'history-backfill': backfillFactsChanged,
  'router-grant': routerGrantFactsChanged,
  sharing: sharingFactsChanged,
  'sign-up': signUpFactsChanged,
  'user-provisioning': provisioningFactsChanged,
};

export function createWaker({ client, knex, taskQueue }: WakerDeps): Waker {
  /** One that runs is left alone, as with USE_EXISTING, but says so: only what was missing counts as started. */
  async function start(life: LifeName, id: string): Promise<boolean> {
    const found = await lifeToStart(knex, life, id);
    if (found === null || found.isClosed) return false;
    const open = startOfLife(life, found.row);
    const options = { ...startOptions(open, taskQueue), workflowIdConflictPolicy: 'FAIL' as const };
    try {
      await client.workflow.start(open.workflow, options);
      return true;
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
      throw error;
    }
  }

  /**
   * Signal-with-start: the fact reaches the life even if it was not running. A row that the fact itself has closed too: its life
   * ends by it, with the mails that are still owed.
   */
  async function poke(life: LifeName, id: string, signal: typeof itemFactsChanged): Promise<void> {
    const found = await lifeToStart(knex, life, id);
    if (found === null) return;
    const poked = startOfLife(life, found.row);
    const options = { ...startOptions(poked, taskQueue), signal, signalArgs: [] as [] };
    try {
      await client.workflow.signalWithStart(poked.workflow, options);
    } catch (error) {
      // It has ended: nothing is left to tell it.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }

  async function pokeAround(life: string, id: string): Promise<void> {
    if (life === 'postbox' || life === 'letters-of') {
      const itemsOf = life === 'postbox' ? forwardingItemsOf : openItemsOf;
      for (const itemId of await itemsOf(knex, id)) await poke('mail-item', itemId, itemFactsChanged);
      return;
    }
    if (life === 'scan-of') {
      const trashingId = await openTrashingOf(knex, id);
      if (trashingId !== null) await poke('trashing', trashingId, trashingFactsChanged);
      return;
    }
    if (life === 'provisionings-of') {
      for (const provisioningId of await openProvisioningsOf(knex, id))
        await poke('user-provisioning', provisioningId, provisioningFactsChanged);
      for (const requestId of await openRightsRequestsAround(knex, id))
        await poke('rights-request', requestId, rightsRequestFactsChanged);
      return;
    }
    if (life === 'rights-requests-of') {
      for (const requestId of await openRightsRequestsOf(knex, id))
        await poke('rights-request', requestId, rightsRequestFactsChanged);
      return;
    }
    if (life === 'registrations-of') {
      for (const registrationId of await openRegistrationsOf(knex, id))
        await poke('registration', registrationId, registrationFactsChanged);
      return;
    }
    if (life === 'recoveries-of') {
      for (const recoveryId of await handedRecoveriesOf(knex, id))
        await poke('credential-recovery', recoveryId, recoveryFactsChanged);
      return;
    }
    if (life === 'identity-of') {
      for (const checkId of await openIdentityChecksOf(knex, id))
        await poke('identity-check', checkId, identityFactsChanged);
      return;
    }
    if (life === 'lives-of-router') {
      for (const onboardingId of await openOnboardingsOf(knex, id))
        await poke('router-onboarding', onboardingId, onboardingFactsChanged);
      for (const grantId of await openRouterGrantsOf(knex, id))
        await poke('router-grant', grantId, routerGrantFactsChanged);
      return;
    }
    const named = (Object.keys(ofOne) as (keyof typeof ofOne)[]).find((name) => life === `${name}-of`);
    if (named === undefined) throw new Error(`no life is called ${life}`);
    await poke(named, id, ofOne[named]);
  }

  return {
    async wake(life, id) {
      if (isLifeName(life)) return start(life, id);
      await pokeAround(life, id);
      return false;
    },
  };
}
