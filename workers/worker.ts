/** Which workflows and activities run on the task queue; the composition roots and the tests make it the same way. */
import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import type { NativeConnection, WorkerOptions } from '@temporalio/worker';
import { Worker } from '@temporalio/worker';
import { accountInvitationActivities } from '../activities/account-invitations.ts';
import { duplicateActivities } from '../activities/duplicate-requests.ts';
import { mergeActivities } from '../activities/account-merges.ts';
import { codeActivities } from '../activities/activation-codes.ts';
import { identityCheckActivities } from '../activities/identity-checks.ts';
import type { IdentityCheckActivityDeps } from '../activities/identity-checks.ts';
import { credentialRecoveryActivities } from '../activities/credential-recoveries.ts';
import { emailChangeActivities } from '../activities/email-changes.ts';
import { accessReviewActivities } from '../activities/access-reviews.ts';
import { documentNoticeActivities } from '../activities/document-notices.ts';
import { publicationActivities } from '../activities/publications.ts';
import { routerActivities } from '../activities/routers.ts';
import { administratorRecoveryActivities } from '../activities/administrator-recoveries.ts';
import { mailItemActivities } from '../activities/mail-items.ts';
import type { MailItemActivityDeps } from '../activities/mail-items.ts';
import { peopleActivities } from '../activities/people.ts';
import type { PeopleActivityDeps } from '../activities/people.ts';
import { placeAuthorisationActivities } from '../activities/place-authorisations.ts';
import { registrationActivities } from '../activities/registrations.ts';
import type { RegistrationActivityDeps } from '../activities/registrations.ts';
import { retentionActivities } from '../activities/retention.ts';
import { rightsRequestActivities } from '../activities/rights-requests.ts';
import type { RightsRequestActivityDeps } from '../activities/rights-requests.ts';
import { consentActivities } from '../activities/channel-consents.ts';
import { historyBackfillActivities } from '../activities/history-backfills.ts';
import { sharingActivities } from '../activities/sharings.ts';
import { signUpActivities } from '../activities/sign-ups.ts';
import { trashingActivities } from '../activities/trashings.ts';
import type { TrashingActivityDeps } from '../activities/trashings.ts';
import { userProvisioningActivities } from '../activities/user-provisionings.ts';
import { heartbeats } from './heartbeats.ts';

export const workflowsPath = fileURLToPath(new URL('../workflows/index.ts', import.meta.url));

export interface WorkerDeps
  extends
    MailItemActivityDeps,
    TrashingActivityDeps,
    PeopleActivityDeps,
    RegistrationActivityDeps,
    IdentityCheckActivityDeps,
    RightsRequestActivityDeps {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly dataConverter: DataConverter;
  /** A bundle made beforehand; without one the workflows are bundled at the start, which takes about 3 s. */
  readonly workflowBundle?: WorkerOptions['workflowBundle'];
}

/** Polls once `run()` is called; on shutdown activities get ten seconds to end. */
export function createWorker(deps: WorkerDeps): Promise<Worker> {
  const { connection, namespace, taskQueue, dataConverter, workflowBundle } = deps;
  return Worker.create({
    connection,
    namespace,
    taskQueue,
    dataConverter,
    ...(workflowBundle ? { workflowBundle } : { workflowsPath }),
    activities: together(
      mailItemActivities(deps),
      trashingActivities(deps),
      peopleActivities(deps),
      credentialRecoveryActivities(deps),
      emailChangeActivities(deps),
      userProvisioningActivities(deps),
      accessReviewActivities(deps),
      administratorRecoveryActivities(deps),
      placeAuthorisationActivities(deps),
      registrationActivities(deps),
      identityCheckActivities(deps),
      rightsRequestActivities(deps),
      routerActivities(deps),
      codeActivities(deps),
      signUpActivities(deps),
      consentActivities(deps),
      mergeActivities(deps),
      duplicateActivities(deps),
      publicationActivities(deps),
      accountInvitationActivities(deps),
      documentNoticeActivities(deps),
      sharingActivities(deps),
      historyBackfillActivities(deps),
      retentionActivities(deps),
    ),
    interceptors: { activity: [heartbeats] },
    shutdownGraceTime: '10 seconds',
  });
}

type Activities = Readonly<Record<string, (...args: never[]) => unknown>>;

/** The activities of all lives; they share one space of names, and one that is taken twice would silently be the other. */
function together(...parts: readonly Activities[]): Activities {
  const names = parts.flatMap((part) => Object.keys(part));
  const double = names.find((name, index) => names.indexOf(name) !== index);
  if (double !== undefined) throw new Error(`two activities are called ${double}`);
  return Object.assign({}, ...parts) as Activities;
}
