/** How each life is started from its row: one table for relay, API and sweep. */
import type { LifeName, LifeRows } from '../domain/life-rows.ts';
import { startOfAccountInvitation } from './account-invitation/messages.ts';
import { startOfAccountMerge } from './account-merge/messages.ts';
import { startOfActivationCode } from './activation-code/messages.ts';
import { startOfChannelConsent } from './channel-consent/messages.ts';
import { startOfCodeBatch } from './code-batch/messages.ts';
import { startOfIdentityCheck } from './identity-check/messages.ts';
import { startOfCredentialRecovery } from './credential-recovery/messages.ts';
import { startOfEmailChange } from './email-change/messages.ts';
import { startOfMailItem } from './mail-item/messages.ts';
import { startOfPlaceAuthorisation } from './place-authorisation/messages.ts';
import { startOfPersonalNotice } from './personal-notice/messages.ts';
import { startOfRegistration } from './registration/messages.ts';
import { startOfRightsRequest } from './rights-request/messages.ts';
import { startOfRouterGrant } from './router-grant/messages.ts';
import { startOfRouterOnboarding } from './router-onboarding/messages.ts';
import { startOfSignUp } from './sign-up/messages.ts';
import { startOfPublicationRun } from './publication-run/messages.ts';
import { startOfDuplicateRequest } from './duplicate-request/messages.ts';
import { startOfDocumentCase } from './document-case/messages.ts';
import { startOfDocumentNotice } from './document-notice/messages.ts';
import { startOfHistoryBackfill } from './history-backfill/messages.ts';
import { startOfSharing } from './sharing/messages.ts';
import type { LifeStart } from './start.ts';
import { startOfTrashing } from './trashing/messages.ts';
import { startOfAccessReview } from './access-review/messages.ts';
import { startOfAdministratorRecovery } from './administrator-recovery/messages.ts';
import { startOfUserProvisioning } from './user-provisioning/messages.ts';

const starts: { readonly [Name in LifeName]: (row: LifeRows[Name]) => LifeStart<unknown> } = {
  'mail-item': ({ item, labels }) => startOfMailItem(item, labels),
  'credential-recovery': startOfCredentialRecovery,
  'email-change': startOfEmailChange,
  'personal-notice': startOfPersonalNotice,
  trashing: startOfTrashing,
  'user-provisioning': startOfUserProvisioning,
  'access-review': startOfAccessReview,
  'administrator-recovery': startOfAdministratorRecovery,
  'place-authorisation': startOfPlaceAuthorisation,
  registration: startOfRegistration,
  'identity-check': startOfIdentityCheck,
  'rights-request': startOfRightsRequest,
  'router-grant': startOfRouterGrant,
  'router-onboarding': startOfRouterOnboarding,
  'activation-code': startOfActivationCode,
  'code-batch': startOfCodeBatch,
  'sign-up': startOfSignUp,
  'channel-consent': startOfChannelConsent,
  'publication-run': startOfPublicationRun,
  'document-case': startOfDocumentCase,
  'account-invitation': startOfAccountInvitation,
  'document-notice': startOfDocumentNotice,
  sharing: startOfSharing,
  'history-backfill': startOfHistoryBackfill,
  'account-merge': startOfAccountMerge,
  'duplicate-request': startOfDuplicateRequest,
};

export function startOfLife<Name extends LifeName>(life: Name, row: LifeRows[Name]): LifeStart<unknown> {
  return starts[life](row);
}
