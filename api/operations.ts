import { acceptAccountInvitation, acceptOwnAccountInvitation } from './account-invitations/accept.ts';
import { listAccountInvitations } from './account-invitations/list.ts';
import { readAccountInvitationLink } from './account-invitations/read-link.ts';
import { checkActivationCode } from './activation-codes/check.ts';
import { announceActivationCode, revokeActivationCode } from './activation-codes/command.ts';
import { listActivationCodes, planActivationCode, readActivationCode } from './activation-codes/read.ts';
import { keepReception, optOutOfReception, reportReceptionBounce } from './receptions/command.ts';
import { addOwnCode, listOwnReceptions } from './receptions/own.ts';
import {
  dropHistoryBackfill,
  listHistoryBackfills,
  pauseHistoryBackfill,
  resumeHistoryBackfill,
} from './history-backfills/staff.ts';
import { acceptSharing } from './sharings/accept.ts';
import {
  changeSharedUser,
  inviteSharedUser,
  listOwnNumbers,
  listOwnSharings,
  resendSharingInvitation,
  revokeSharedUser,
  tickSharedNumbers,
} from './sharings/own.ts';
import { acceptSharedAccount, leaveSharedAccount, listSharedWithMe } from './sharings/shared.ts';
import { beginSignUp } from './sign-ups/begin.ts';
import { completeSignUp } from './sign-ups/complete.ts';
import { createClientCode } from './client-codes/create.ts';
import { deactivateClientCode } from './client-codes/deactivate.ts';
import { importClientCodes } from './client-codes/import.ts';
import { listClientCodes, readClientCode } from './client-codes/read.ts';
import { replaceClientContact } from './client-codes/replace-contact.ts';
import { readOwnDocumentNotices, setOwnDocumentNotices } from './document-notices/own.ts';
import { announceCodeBatch } from './code-batches/announce.ts';
import { confirmCodesPrinted } from './code-batches/confirm-printed.ts';
import { createCodeBatch } from './code-batches/create.ts';
import { readCodeLetters } from './code-batches/letters.ts';
import { listCodeBatches, readCodeBatch, readCodeBatchReport } from './code-batches/read.ts';
import { readBoundary, setBoundary } from './accounts/boundary.ts';
import { listAccounts } from './accounts/list.ts';
import { openAccount } from './accounts/open.ts';
import { readAccount } from './accounts/read.ts';
import { setScopeValues } from './accounts/set-scope-values.ts';
import { exportApplicationObjects, listApplicationObjects } from './application-objects/list.ts';
import { exportApplicationObject, readApplicationObject } from './application-objects/read.ts';
import { acknowledgeUnansweredReview } from './access-reviews/acknowledge.ts';
import {
  answerAccessReview,
  delegateAccessReview,
  finishAccessReview,
  regrantReviewEntry,
} from './access-reviews/command.ts';
import {
  listAccessReviews,
  listReviewEntries,
  listUnansweredReviews,
  readAccessReview,
} from './access-reviews/read.ts';
import { listApplications } from './applications/list.ts';
import { readApplication } from './applications/read.ts';
import { readLedger } from './companies/ledger.ts';
import { askCredentialRecovery } from './credential-recoveries/ask.ts';
import { completeCredentialRecovery } from './credential-recoveries/complete.ts';
import { listCredentialRecoveries } from './credential-recoveries/list.ts';
import { readRecoveryLink } from './credential-recoveries/read-link.ts';
import { startUserReset } from './credential-recoveries/start-reset.ts';
import { archiveScan } from './documents/archive.ts';
import { readDocumentContent } from './documents/content.ts';
import { readDocument } from './documents/read.ts';
import { trashScan } from './documents/trash.ts';
import { reportContentPolicy } from './content-policy/report.ts';
import { live } from './health/live.ts';
import { ready } from './health/ready.ts';
import { enterAdministratorCode, objectToAdministrator } from './administrator-recoveries/people.ts';
import {
  approveAdministrator,
  confirmAdministratorLetter,
  endorseAdministrator,
  listAdministratorProposals,
  proposeAdministrator,
  readAdministratorProposal,
  readAdministratorLetter,
  withdrawAdministrator,
} from './administrator-recoveries/staff.ts';
import { acceptInvitation } from './invitations/accept.ts';
import { inviteMember, listInvitations, withdrawInvitation } from './invitations/of-company.ts';
import { acceptOwnInvitation, listOwnInvitations } from './invitations/own.ts';
import { acceptQuote } from './mail-items/accept-quote.ts';
import { correctMailItemFacts } from './mail-items/correct-facts.ts';
import { decideMailItem } from './mail-items/decide.ts';
import { readMailItemHistory } from './mail-items/history.ts';
import { holdMailItem } from './mail-items/hold.ts';
import { listMailItems } from './mail-items/list.ts';
import { markMailItemRead } from './mail-items/mark-read.ts';
import { markMailItemUnread } from './mail-items/mark-unread.ts';
import { offerQuote } from './mail-items/offer-quote.ts';
import { planMailItem } from './mail-items/plan.ts';
import { readMailItem } from './mail-items/read.ts';
import { receiveMailItem } from './mail-items/receive.ts';
import { releaseMailItem } from './mail-items/release.ts';
import { readMailItemScan } from './mail-items/scan.ts';
import { confirmNotificationAddress } from './notification-addresses/confirm.ts';
import type { AnyOperation } from './operation.ts';
import { addPasskey } from './factors/add-passkey.ts';
import { beginTotp } from './factors/begin-totp.ts';
import { confirmTotp } from './factors/confirm-totp.ts';
import { listOwnFactors } from './factors/list.ts';
import { offerPasskey } from './factors/passkey-options.ts';
import { removeOwnFactor } from './factors/remove.ts';
import { renewRecoveryCodes } from './factors/renew-codes.ts';
import { addOwnPlace } from './places/add-own.ts';
import { changeCompanyPlaces } from './places/change-company.ts';
import { confirmPlace } from './places/confirm.ts';
import { listTrustedBrowsers } from './places/list-browsers.ts';
import { listOwnPlaces } from './places/list-own.ts';
import { readCompanyPlaces } from './places/read-company.ts';
import { removeOwnPlace } from './places/remove-own.ts';
import { revokeOwnBrowser } from './places/revoke-browser.ts';
import { addAddressee } from './postboxes/add-addressee.ts';
import { askNotificationAddress } from './postboxes/ask-notification-address.ts';
import { changePostboxSettings } from './postboxes/change-settings.ts';
import { listAddressees } from './postboxes/list-addressees.ts';
import { listPostboxes } from './postboxes/list.ts';
import { readPostboxAddress } from './postboxes/read-address.ts';
import { readPostbox } from './postboxes/read.ts';
import { removeAddressee } from './postboxes/remove-addressee.ts';
import { removeNotificationAddress } from './postboxes/remove-notification-address.ts';
import { setPostboxAddress } from './postboxes/set-address.ts';
import { listOwnAccounts } from './me/accounts.ts';
import { askOwnEmail } from './me/ask-email.ts';
import { changeOwnData } from './me/change-data.ts';
import { setSecurityQuestion } from './me/set-security-question.ts';
import { confirmOwnEmail } from './email-changes/confirm.ts';
import { changeOwnPassword } from './me/change-password.ts';
import { endOtherSessions } from './me/end-other-sessions.ts';
import { endOwnSession } from './me/end-session.ts';
import { listOwnSessions } from './me/list-sessions.ts';
import { setPromisedPeriod } from './postboxes/set-promised-period.ts';
import { listRegistrationForms } from './registration-forms/list.ts';
import { readRegistrationForm } from './registration-forms/read.ts';
import { listServiceTokens } from './service-tokens/list.ts';
import { setServiceTokenNetworks } from './service-tokens/set-networks.ts';
import { enterApplicantCode } from './registrations/administrator-code.ts';
import { approveRegistration } from './registrations/approve.ts';
import { beginRegistration } from './registrations/begin.ts';
import { confirmRegistration } from './registrations/confirm.ts';
import { readIdentityDocument } from './registrations/identity-document.ts';
import { giveIdentityResult } from './registrations/identity-result.ts';
import { listRegistrations } from './registrations/list.ts';
import { readRegistrationCase } from './registrations/read-case.ts';
import { readRegistration } from './registrations/read.ts';
import { referRegistration } from './registrations/refer.ts';
import { rejectRegistration } from './registrations/reject.ts';
import { resendRegistrationInvitation } from './registrations/resend-invitation.ts';
import { resendRegistrationLink } from './registrations/resend-link.ts';
import { returnRegistration } from './registrations/return.ts';
import { sendIdentityDocument } from './registrations/send-identity-document.ts';
import { submitRegistration } from './registrations/submit.ts';
import { supplementRegistration } from './registrations/supplement.ts';
import { withdrawRegistration } from './registrations/withdraw.ts';
import { offerLogInPasskey } from './sessions/factor-options.ts';
import { enterFactorCode } from './sessions/lost-factors.ts';
import { logIn } from './sessions/log-in.ts';
import { logOut } from './sessions/log-out.ts';
import { proveFactor } from './sessions/prove-factor.ts';
import { offerProofPasskey } from './sessions/proof-options.ts';
import { proveCurrentSession } from './sessions/prove.ts';
import { whoAmI } from './sessions/who-am-i.ts';
import { beginSiteTask } from './site-tasks/begin.ts';
import { completeSiteTask } from './site-tasks/complete.ts';
import { failSiteTask } from './site-tasks/fail.ts';
import { listSiteTasks } from './site-tasks/list.ts';
import { readSiteTask } from './site-tasks/read.ts';
import { listTrash } from './trash/list.ts';
import { purgeTrashing } from './trashings/purge.ts';
import { readTrashing } from './trashings/read.ts';
import { restoreTrashing } from './trashings/restore.ts';
import { changeUser } from './users/change.ts';
import { createUser } from './users/create.ts';
import { deactivateUser } from './users/deactivate.ts';
import { listUsers } from './users/list.ts';
import { reactivateUser } from './users/reactivate.ts';
import { readUser } from './users/read.ts';
import { releaseUser } from './users/release.ts';
import { removeUser } from './users/remove.ts';
import { resendInvitation } from './users/resend-invitation.ts';
import { endUserSession, endUserSessions, listUserSessions } from './users/sessions.ts';
import { copyOwnRights } from './rights/copy.ts';
import { readRights } from './rights/form.ts';
import { listOwnAccess, listUserAccess } from './rights/list.ts';
import { listRightHolders, readUserReach } from './rights/reach.ts';
import { createRightsRequest } from './rights-requests/ask.ts';
import {
  answerRightsRequest,
  approveRightsRequest,
  questionRightsRequest,
  rejectRightsRequest,
  withdrawRightsRequest,
} from './rights-requests/decide.ts';
import {
  listCompanyRightsRequests,
  listOwnRightsRequests,
  listRightsRequests,
  readRightsRequest,
} from './rights-requests/list.ts';
import { saveRights } from './rights/save.ts';
import { readOwnRights } from './rights/own-form.ts';
import { explainOwnRight, explainUserRight } from './rights/why.ts';
import { changeRouterEntry, closeRouterEntry } from './routers/change.ts';
import { createRouterEntry } from './routers/create.ts';
import { listRouters, readRouter } from './routers/list.ts';
import { askForRouter } from './router-onboardings/ask.ts';
import { listCompanyRouterOnboardings, listRouterOnboardings } from './router-onboardings/list.ts';
import { confirmRouter, withdrawRouter } from './router-onboardings/people.ts';
import { approveRouter, declineRouter } from './router-onboardings/staff.ts';
import { readRouterOnboarding } from './router-onboardings/read.ts';
import { listCompanyRouters } from './router-rights/list.ts';
import { readRouterRights } from './router-rights/form.ts';
import { copyRightsToRouter, saveRouterRights } from './router-rights/save.ts';
import { setUserProfile } from './users/set-profile.ts';
import { setUserSelfReset } from './users/set-self-reset.ts';
import { suspendUser } from './users/suspend.ts';
import { assignDocument, listQuarantine, rejectDocument } from './document-cases/work.ts';
import { readIssuedDocumentContent } from './issued-documents/content.ts';
import {
  exportIssuedDocumentsCsv,
  exportIssuedDocumentsXlsx,
  exportIssuedDocumentsZip,
} from './issued-documents/export.ts';
import { searchIssuedDocuments } from './issued-documents/search.ts';
import { markIssuedDocumentRead, markIssuedDocumentUnread } from './issued-documents/mark.ts';
import { publishIssuedDocument } from './issued-documents/publish.ts';
import { passOnAccountMerge } from './account-merges/ask-by-issuer.ts';
import { consentToAccountMerge, listOwnAccountMerges, refuseOwnAccountMerge } from './account-merges/own.ts';
import {
  approveAccountMerge,
  askForAccountMerge,
  listAccountMerges,
  listRecipientAccounts,
  readAccountMerge,
  refuseAccountMerge,
  revertAccountMerge,
} from './account-merges/staff.ts';
import { readPartnerContact } from './recipient-accounts/partner-contact.ts';
import { askForDuplicate, listOwnDuplicates, readDuplicateContent } from './duplicate-requests/own.ts';
import { fulfilDuplicate, listWaitingDuplicates, refuseDuplicate } from './duplicate-requests/work.ts';
import { planIssuedDocument } from './issued-documents/plan.ts';
import { readIssuedDocument } from './issued-documents/read.ts';
import { correctIssuedDocument, withdrawIssuedDocument } from './issued-documents/recall.ts';
import { listRetentionHolds, placeRetentionHold, releaseRetentionHold } from './retention-holds/manage.ts';
import { deliverDocuments } from './publication-runs/deliver.ts';
import {
  beginPublicationRun,
  completePublicationRun,
  listPublicationRows,
  listPublicationRuns,
  readPublicationRun,
} from './publication-runs/manage.ts';

/** Every operation of the API: what is not listed here is not served. */
export const operations: readonly AnyOperation[] = [
  ...[live, ready, reportContentPolicy],
  ...[logIn, proveFactor, offerLogInPasskey, enterFactorCode],
  ...[listOwnFactors, beginTotp, confirmTotp, offerPasskey, addPasskey, removeOwnFactor, renewRecoveryCodes],
  ...[logOut, offerProofPasskey, proveCurrentSession, whoAmI],
  ...[askCredentialRecovery, readRecoveryLink, completeCredentialRecovery],
  ...[listCredentialRecoveries, startUserReset],
  ...[changeOwnData, listOwnAccounts, askOwnEmail, confirmOwnEmail, setSecurityQuestion],
  ...[changeOwnPassword, listOwnSessions, endOwnSession, endOtherSessions],
  ...[confirmPlace, listOwnPlaces, addOwnPlace, removeOwnPlace, listTrustedBrowsers, revokeOwnBrowser],
  ...[readCompanyPlaces, changeCompanyPlaces, listServiceTokens, setServiceTokenNetworks],
  ...[listMailItems, readMailItem, planMailItem, readMailItemHistory, readMailItemScan],
  ...[decideMailItem, acceptQuote, markMailItemRead, markMailItemUnread],
  ...[receiveMailItem, correctMailItemFacts, offerQuote, holdMailItem, releaseMailItem],
  ...[listSiteTasks, readSiteTask, beginSiteTask, completeSiteTask, failSiteTask],
  ...[readDocument, readDocumentContent, archiveScan, trashScan],
  ...[listTrash, readTrashing, restoreTrashing, purgeTrashing],
  ...[listPostboxes, readPostbox, changePostboxSettings, setPromisedPeriod],
  ...[askNotificationAddress, confirmNotificationAddress, removeNotificationAddress],
  ...[listAddressees, addAddressee, removeAddressee, readPostboxAddress, setPostboxAddress],
  ...[readLedger],
  ...[listApplications, readApplication],
  ...[listRegistrationForms, readRegistrationForm, beginRegistration, readRegistration],
  ...[supplementRegistration, submitRegistration, confirmRegistration, resendRegistrationLink],
  ...[withdrawRegistration, resendRegistrationInvitation, sendIdentityDocument, enterApplicantCode],
  ...[listRegistrations, readRegistrationCase, returnRegistration, approveRegistration],
  ...[rejectRegistration, referRegistration, readIdentityDocument, giveIdentityResult],
  ...[listUsers, createUser, readUser, changeUser, setUserProfile, setUserSelfReset, resendInvitation],
  ...[deactivateUser, reactivateUser, removeUser, suspendUser, releaseUser],
  ...[listUserAccess, readRights, saveRights, copyOwnRights],
  ...[listApplicationObjects, exportApplicationObjects, readApplicationObject, exportApplicationObject],
  ...[listOwnAccess, readOwnRights, explainUserRight, explainOwnRight, readUserReach, listRightHolders],
  ...[listAccounts, openAccount, readAccount, setScopeValues, readBoundary, setBoundary],
  ...[createRightsRequest, listOwnRightsRequests, listCompanyRightsRequests, listRightsRequests],
  ...[readRightsRequest, approveRightsRequest, rejectRightsRequest, questionRightsRequest],
  ...[answerRightsRequest, withdrawRightsRequest],
  ...[listAccessReviews, readAccessReview, listReviewEntries, listUnansweredReviews],
  acknowledgeUnansweredReview,
  ...[answerAccessReview, delegateAccessReview, finishAccessReview, regrantReviewEntry],
  ...[listRouters, readRouter, createRouterEntry, changeRouterEntry, closeRouterEntry],
  ...[askForRouter, listRouterOnboardings, listCompanyRouterOnboardings, readRouterOnboarding],
  ...[approveRouter, declineRouter, withdrawRouter, confirmRouter],
  ...[listCompanyRouters, readRouterRights, saveRouterRights, copyRightsToRouter],
  ...[listUserSessions, endUserSessions, endUserSession],
  ...[inviteMember, listInvitations, withdrawInvitation],
  ...[acceptInvitation, listOwnInvitations, acceptOwnInvitation],
  ...[listAdministratorProposals, proposeAdministrator, readAdministratorProposal],
  ...[endorseAdministrator, approveAdministrator],
  ...[readAdministratorLetter, confirmAdministratorLetter, withdrawAdministrator],
  ...[objectToAdministrator, enterAdministratorCode],
  ...[listClientCodes, createClientCode, importClientCodes, readClientCode, replaceClientContact],
  deactivateClientCode,
  ...[listCodeBatches, createCodeBatch, readCodeBatch, readCodeBatchReport],
  ...[readCodeLetters, confirmCodesPrinted, announceCodeBatch],
  ...[checkActivationCode, listActivationCodes, readActivationCode, planActivationCode],
  ...[announceActivationCode, revokeActivationCode],
  ...[beginSignUp, completeSignUp, listOwnReceptions, addOwnCode],
  ...[optOutOfReception, keepReception, reportReceptionBounce],
  ...[readAccountInvitationLink, acceptAccountInvitation, acceptOwnAccountInvitation, listAccountInvitations],
  ...[readOwnDocumentNotices, setOwnDocumentNotices],
  ...[listHistoryBackfills, pauseHistoryBackfill, resumeHistoryBackfill, dropHistoryBackfill],
  ...[listOwnSharings, listOwnNumbers, inviteSharedUser, changeSharedUser, tickSharedNumbers],
  ...[resendSharingInvitation, revokeSharedUser, acceptSharing],
  ...[listSharedWithMe, acceptSharedAccount, leaveSharedAccount],
  ...[listOwnAccountMerges, consentToAccountMerge, refuseOwnAccountMerge, passOnAccountMerge],
  ...[listRecipientAccounts, readPartnerContact, askForAccountMerge, listAccountMerges, readAccountMerge],
  ...[approveAccountMerge, refuseAccountMerge, revertAccountMerge],
  ...[askForDuplicate, listOwnDuplicates, readDuplicateContent],
  ...[listWaitingDuplicates, fulfilDuplicate, refuseDuplicate],
  ...[readIssuedDocument, planIssuedDocument, readIssuedDocumentContent],
  ...[markIssuedDocumentRead, markIssuedDocumentUnread],
  ...[publishIssuedDocument, correctIssuedDocument, withdrawIssuedDocument],
  ...[beginPublicationRun, deliverDocuments, completePublicationRun, listPublicationRuns],
  ...[readPublicationRun, listPublicationRows],
  ...[listQuarantine, assignDocument, rejectDocument],
  ...[searchIssuedDocuments, exportIssuedDocumentsCsv, exportIssuedDocumentsXlsx, exportIssuedDocumentsZip],
  ...[listRetentionHolds, placeRetentionHold, releaseRetentionHold],
];
