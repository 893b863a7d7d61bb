/** What a mail that a life of people owes is made from; each life says it of its own row. */
import type { Knex } from 'knex';
import type { Instant, Zone } from '../../domain/calendar.ts';
import type { LifeName } from '../../domain/life-rows.ts';
import type { LinkPurpose } from '../../domain/one-time-link.ts';
import type { OwedNotice } from './owed-mails.ts';
import { identityNotice, registrationNotice } from './registration-notice.ts';
import { provisioningNotice } from './provisioning-notices.ts';
import { accountInvitationNotice } from './account-invitations.ts';
import { newDocumentsNotice } from './document-notices.ts';
import { recallNotice } from './recall-notices.ts';
import { duplicateNotice } from './duplicate-requests.ts';
import { mergeNotice } from './account-merge-notices.ts';
import { accessReviewNotice } from './access-review-notices.ts';
import { administratorRecoveryNotice } from './administrator-recovery-notices.ts';
import { placeNotice } from './place-authorisations.ts';
import { recoveryNotice } from './credential-recoveries.ts';
import { onboardingNotice, routerGrantNotice } from './router-notices.ts';
import { codeNotice } from './code-notices.ts';
import { emailChangeNotice } from './email-changes.ts';
import { rightsRequestNotice } from './rights-request-notices.ts';
import { receptionNotice } from './receptions.ts';
import { backfillNotice } from './history-backfills.ts';
import { sharingNotice } from './sharings.ts';
import { signUpNotice } from './sign-ups.ts';
import { readPersonalNotice } from './personal-notices.ts';

export interface PersonNotice {
  readonly recipients: readonly { readonly email: string; readonly language: string }[];
  /** What the texts of this kind speak of, by name. */
  readonly facts: Readonly<Record<string, unknown>> & {
    readonly zone: Zone;
    readonly endsAt?: Instant | null;
    readonly lines?: readonly string[];
  };
  /** By their keys, what the mail names: applications, or the first one and cells of its matrix. */
  readonly about?: { readonly applications: readonly string[]; readonly cells?: readonly string[] };
  /** The link the mail carries; its token is derived from the id. */
  readonly link: { readonly id: string; readonly purpose: LinkPurpose } | null;
  /** A reminder: rather lost than twice. */
  readonly isAtMostOnce: boolean;
  /** What the recipient receives and the mail is about: where it is refused for good, it came back of each (WF-32). */
  readonly receptionIds?: readonly string[];
}

/** Null when there is nobody to tell any more. */
type NoticeReader = (knex: Knex, lifeId: string, notice: OwedNotice) => Promise<PersonNotice | null>;

const readers: Partial<Readonly<Record<LifeName, NoticeReader>>> = {
  'user-provisioning': provisioningNotice,
  'access-review': accessReviewNotice,
  'administrator-recovery': administratorRecoveryNotice,
  'place-authorisation': placeNotice,
  'credential-recovery': recoveryNotice,
  'email-change': emailChangeNotice,
  'personal-notice': readPersonalNotice,
  registration: registrationNotice,
  'identity-check': identityNotice,
  'rights-request': rightsRequestNotice,
  'router-grant': routerGrantNotice,
  'router-onboarding': onboardingNotice,
  'activation-code': codeNotice,
  'sign-up': signUpNotice,
  'channel-consent': receptionNotice,
  'document-case': recallNotice,
  'account-invitation': accountInvitationNotice,
  'document-notice': newDocumentsNotice,
  sharing: sharingNotice,
  'history-backfill': backfillNotice,
  'account-merge': mergeNotice,
  'duplicate-request': duplicateNotice,
};

/** The mail under this key with its kind, or null when it has been told or was never owed. */
export async function personNoticeToTell(
  knex: Knex,
  life: LifeName,
  lifeId: string,
  key: string,
): Promise<{ readonly kind: string; readonly notice: PersonNotice | null } | null> {
  const owed = await knex('notices')
    .where({ notice_key: key, life, life_id: lifeId, told_at: null })
    .first<{ kind: string } | undefined>('kind');
  if (owed === undefined) return null;
  const read = readers[life];
  if (read === undefined) throw new Error(`the life ${life} owes no mails`);
  return { kind: owed.kind, notice: await read(knex, lifeId, { key, kind: owed.kind }) };
}
