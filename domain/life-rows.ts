/** The lives of the house, and the row from which each is started. */
import type { AccountInvitation } from './account-invitation.ts';
import type { AccountMerge } from './account-merge.ts';
import type { ActivationCode } from './activation-code.ts';
import type { ChannelConsent } from './channel-consent.ts';
import type { CodeBatch } from './code-batch.ts';
import type { HistoryBackfill } from './history-backfill.ts';
import type { IdentityCheck } from './identity-check.ts';
import type { CredentialRecovery } from './credential-recovery.ts';
import type { EmailChange } from './email-change.ts';
import type { AccessReview } from './access-review.ts';
import type { AdministratorRecovery } from './administrator-recovery.ts';
import type { DuplicateRequest } from './duplicate-request.ts';
import type { DocumentCase } from './document-case.ts';
import type { DocumentNotice } from './document-notice.ts';
import type { MailItem } from './mail-item.ts';
import type { PlaceAuthorisation } from './place-authorisation.ts';
import type { PersonalNotice } from './personal-notice.ts';
import type { PublicationRun } from './publication-run.ts';
import type { Registration } from './registration.ts';
import type { RightsRequest } from './rights-request.ts';
import type { RouterGrant } from './router-grant.ts';
import type { RouterOnboarding } from './router-onboarding.ts';
import type { Sharing } from './sharing.ts';
import type { SignUp } from './sign-up.ts';
import type { Trashing } from './trashing.ts';
import type { UserProvisioning } from './user-provisioning.ts';

export interface MailItemToStart {
  readonly item: MailItem;
  /** What staff read in the Temporal UI; nothing personal. */
  readonly labels: { readonly siteReference: string; readonly postboxNumber: string };
}

/** The row of a life of people, with the mails it owes. */
export type Owing<Row> = Row & { readonly toTell: readonly { readonly key: string }[] };

/** A new life is a line here; the compiler then asks for its table, its start and its commands. */
export interface LifeRows {
  'credential-recovery': Owing<CredentialRecovery>;
  'email-change': Owing<EmailChange>;
  'mail-item': MailItemToStart;
  'personal-notice': PersonalNotice;
  trashing: Trashing;
  'user-provisioning': Owing<UserProvisioning>;
  'access-review': Owing<AccessReview>;
  'administrator-recovery': Owing<AdministratorRecovery>;
  'place-authorisation': Owing<PlaceAuthorisation>;
  registration: Registration;
  'identity-check': IdentityCheck;
  'rights-request': Owing<RightsRequest>;
  'router-grant': Owing<RouterGrant>;
  'router-onboarding': Owing<RouterOnboarding>;
  'activation-code': Owing<ActivationCode>;
  'code-batch': Owing<CodeBatch>;
  'sign-up': Owing<SignUp>;
  'channel-consent': Owing<ChannelConsent>;
  'publication-run': Owing<PublicationRun>;
  'document-case': Owing<DocumentCase>;
  'account-invitation': Owing<AccountInvitation>;
  'document-notice': Owing<DocumentNotice>;
  sharing: Owing<Sharing>;
  'history-backfill': Owing<HistoryBackfill>;
  'account-merge': Owing<AccountMerge>;
  'duplicate-request': Owing<DuplicateRequest>;
}

export type LifeName = keyof LifeRows;
