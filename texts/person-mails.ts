/** Composes a mail about a person's access; how it looks is `mail/`'s. */
import { say } from './fill.ts';
import type { Language } from './languages.ts';
import { sayFirst } from './languages.ts';
import type { MailContent } from './mails.ts';
import { oneLine } from './mails.ts';
import { footers, greeting } from './mails/common.ts';
import { personFooters } from './person-mails/common.ts';
import type { PersonMailFacts, PersonMailTexts } from './person-mails/facts.ts';
import { emailChangeAsked, emailChanged, emailConfirm } from './person-mails/email-change.ts';
import * as invitation from './person-mails/invitation.ts';
import { passwordChanged } from './person-mails/password-changed.ts';
import { factorAdded, factorRemoved, recoveryCodesRenewed } from './person-mails/factors.ts';
import {
  recoveryForAdministrator,
  recoveryHandedOver,
  recoveryWithStaff,
  resetLink,
  resetStarted,
} from './person-mails/recovery.ts';
import { placeAsked, placesDigest } from './person-mails/places.ts';
import * as lostFactors from './person-mails/lost-factors.ts';
import * as accountInvitations from './person-mails/account-invitations.ts';
import * as activationCodes from './person-mails/activation-codes.ts';
import * as duplicateRequest from './person-mails/duplicate-request.ts';
import * as accountMerge from './person-mails/account-merge.ts';
import * as accessReview from './person-mails/access-review.ts';
import * as administratorRecovery from './person-mails/administrator-recovery.ts';
import * as issuedDocuments from './person-mails/issued-documents.ts';
import * as rightsRequest from './person-mails/rights-request.ts';
import * as registrationOutcome from './person-mails/registration-outcome.ts';
import * as routerGrants from './person-mails/router-grants.ts';
import * as sharing from './person-mails/sharing.ts';
import * as routers from './person-mails/routers.ts';
import * as registration from './person-mails/registration.ts';

/** Every kind of mail to a person; the key of a notice names one. */
export const personMailTexts = {
  invitation: invitation.invitation,
  'invitation-reminder': invitation.invitationReminder,
  'invitation-expired': invitation.invitationExpired,
  'invitation-lapsed': invitation.invitationLapsed,
  'membership-invitation': invitation.membershipInvitation,
  'membership-reminder': invitation.membershipReminder,
  'no-rights': invitation.noRights,
  'identity-changed': invitation.identityChanged,
  'access-review-opened': accessReview.reviewOpened,
  'access-review-reminder': accessReview.reviewReminder,
  'access-review-delegated': accessReview.reviewDelegated,
  'access-review-unanswered': accessReview.reviewUnanswered,
  'account-merge-asked-source': accountMerge.mergeAskedSource,
  'account-merge-asked-target': accountMerge.mergeAskedTarget,
  'account-merge-done-source': accountMerge.mergeDoneSource,
  'account-merge-done-target': accountMerge.mergeDoneTarget,
  'account-merge-not-done-source': accountMerge.mergeNotDone,
  'account-merge-not-done-target': accountMerge.mergeNotDone,
  'account-merge-reverted-source': accountMerge.mergeReverted,
  'account-merge-reverted-target': accountMerge.mergeReverted,
  'duplicate-delivered': duplicateRequest.duplicateDelivered,
  'duplicate-refused': duplicateRequest.duplicateRefused,
  'issued-document-withdrawn': issuedDocuments.documentWithdrawn,
  'documents-ending': issuedDocuments.documentsEnding,
  'issued-document-corrected': issuedDocuments.documentCorrected,
  'administrator-notice': administratorRecovery.recoveryNoticeMail,
  'administrator-code-counts': administratorRecovery.recoveryOpen,
  'applicant-code-counts': administratorRecovery.applicantOpen,
  'applicant-not-appointed': administratorRecovery.applicantLeft,
  'administrator-appointed': administratorRecovery.recoveryGranted,
  'factors-notice': lostFactors.factorsNotice,
  'factors-code-counts': lostFactors.factorsCodeCounts,
  'factors-removed': lostFactors.factorsRemoved,
  'factor-added': factorAdded,
  'factor-removed': factorRemoved,
  'recovery-codes-renewed': recoveryCodesRenewed,
  'place-asked': placeAsked,
  'places-digest': placesDigest,
  'password-changed': passwordChanged,
  'email-confirm': emailConfirm,
  'email-change-asked': emailChangeAsked,
  'email-changed': emailChanged,
  'registration-confirm': registration.registrationConfirm,
  'registration-received': registration.registrationReceived,
  'registration-known': registration.registrationKnown,
  'registration-duplicate': registration.registrationDuplicate,
  'registration-reminder': registration.registrationReminder,
  'registration-returned': registration.registrationReturned,
  'registration-rejected': registrationOutcome.registrationRejected,
  'registration-referred': registrationOutcome.registrationReferred,
  'registration-recovery': registrationOutcome.registrationRecovery,
  'registration-recovery-begun': registrationOutcome.registrationRecoveryBegun,
  'registration-abandoned': registrationOutcome.registrationAbandoned,
  'registration-invitation-unused': registrationOutcome.registrationInvitationUnused,
  'registration-applicant': registrationOutcome.registrationApplicant,
  'identity-document-again': registration.identityDocumentAgain,
  'reset-link': resetLink,
  'reset-started': resetStarted,
  'recovery-handed-over': recoveryHandedOver,
  'recovery-for-administrator': recoveryForAdministrator,
  'recovery-with-staff': recoveryWithStaff,
  'rights-requested': rightsRequest.rightsRequested,
  'rights-widened': rightsRequest.rightsWidened,
  'rights-request-with-staff': rightsRequest.requestWithStaff,
  'rights-request-question': rightsRequest.requestQuestion,
  'rights-request-reminder': rightsRequest.requestReminder,
  'rights-request-granted': rightsRequest.requestGranted,
  'rights-request-partly': rightsRequest.requestPartly,
  'rights-request-rejected': rightsRequest.requestRejected,
  'rights-request-lapsed': rightsRequest.requestLapsed,
  'router-listed': routers.routerListed,
  'router-invited': routers.routerInvited,
  'router-invited-again': routers.routerInvitedAgain,
  'router-confirm': routers.routerConfirm,
  'router-confirm-reminder': routers.routerConfirmReminder,
  'router-ready': routers.routerReady,
  'router-declined': routers.routerDeclined,
  'router-lapsed': routers.routerLapsed,
  'router-granted': routerGrants.routerGranted,
  'router-grant-reminder': routerGrants.routerGrantReminder,
  'router-grant-changed': routerGrants.routerGrantChanged,
  'router-grant-working': routerGrants.routerGrantWorking,
  'router-grant-lapsed': routerGrants.routerGrantLapsed,
  'router-grant-lapsed-router': routerGrants.routerGrantLapsedRouter,
  'router-unattended': routerGrants.routerUnattended,
  'activation-code-reminder': activationCodes.activationCodeReminder,
  'sign-up-link': activationCodes.signUpLink,
  'reception-bounced': activationCodes.receptionBounced,
  'reception-ended': activationCodes.receptionEnded,
  'account-invitation': accountInvitations.accountInvitation,
  'further-number': accountInvitations.furtherNumber,
  'reception-replaced': accountInvitations.receptionReplaced,
  'new-documents': accountInvitations.newDocuments,
  'sharing-invitation': sharing.sharingInvitation,
  'sharing-reminder': sharing.sharingReminder,
  'sharing-accepted': sharing.sharingAccepted,
  'sharing-expired': sharing.sharingExpired,
  'history-shown': sharing.historyShown,
  'reception-deactivated': activationCodes.receptionDeactivated,
} as const satisfies Readonly<Record<string, PersonMailTexts>>;

export type PersonMailKind = keyof typeof personMailTexts;

/** The mail in words, in the asked language; names that strangers typed are made harmless. `link` is an absolute address. */
export function composePersonMail(
  kind: PersonMailKind,
  given: PersonMailFacts,
  link: string | null,
  language: Language,
): MailContent {
  const texts: PersonMailTexts = personMailTexts[kind];
  const facts = harmless(given);
  const heading = say(texts.heading, language, facts);
  const items = (given.lines ?? []).map((line) =>
    oneLine(typeof line === 'string' ? line : sayFirst(line, language)),
  );
  return {
    language,
    subject: say(texts.subject, language, facts) || heading,
    heading,
    greeting: say(greeting, language),
    lead: say(texts.lead, language, facts),
    facts: [],
    lists: items.length === 0 ? [] : [{ heading: say(texts.linesHeading ?? {}, language, facts), items }],
    cost: '',
    action: link === null || !texts.action ? null : { label: say(texts.action, language), link },
    footer: [say(footers.signature, language), say(personFooters[texts.footer], language)],
  };
}

function harmless(facts: PersonMailFacts): PersonMailFacts {
  const written = Object.entries(facts).map(([name, value]) => [
    name,
    typeof value === 'string' ? oneLine(value) : value,
  ]);
  return Object.fromEntries(written) as PersonMailFacts;
}
