/** Companies: how they register, who may do what in them, and who acts for them. */
import type { AnyOperation } from '../operation.ts';
import { acknowledgeUnansweredReview } from '../access-reviews/acknowledge.ts';
import {
  answerAccessReview,
  delegateAccessReview,
  finishAccessReview,
  regrantReviewEntry,
} from '../access-reviews/command.ts';
import {
  listAccessReviews,
  listReviewEntries,
  listUnansweredReviews,
  readAccessReview,
} from '../access-reviews/read.ts';
import { readBoundary, setBoundary } from '../accounts/boundary.ts';
import { listAccounts } from '../accounts/list.ts';
import { openAccount } from '../accounts/open.ts';
import { readAccount } from '../accounts/read.ts';
import { setScopeValues } from '../accounts/set-scope-values.ts';
import { enterAdministratorCode, objectToAdministrator } from '../administrator-recoveries/people.ts';
import {
  approveAdministrator,
  confirmAdministratorLetter,
  endorseAdministrator,
  listAdministratorProposals,
  proposeAdministrator,
  readAdministratorLetter,
  readAdministratorProposal,
  withdrawAdministrator,
} from '../administrator-recoveries/staff.ts';
import { exportApplicationObjects, listApplicationObjects } from '../application-objects/list.ts';
import { exportApplicationObject, readApplicationObject } from '../application-objects/read.ts';
import { listApplications } from '../applications/list.ts';
import { readApplication } from '../applications/read.ts';
import { acceptInvitation } from '../invitations/accept.ts';
import { inviteMember, listInvitations, withdrawInvitation } from '../invitations/of-company.ts';
import { acceptOwnInvitation, listOwnInvitations } from '../invitations/own.ts';
import { listRegistrationForms } from '../registration-forms/list.ts';
import { readRegistrationForm } from '../registration-forms/read.ts';
import { enterApplicantCode } from '../registrations/administrator-code.ts';
import { approveRegistration } from '../registrations/approve.ts';
import { beginRegistration } from '../registrations/begin.ts';
import { confirmRegistration } from '../registrations/confirm.ts';
import { readIdentityDocument } from '../registrations/identity-document.ts';
import { giveIdentityResult } from '../registrations/identity-result.ts';
import { listRegistrations } from '../registrations/list.ts';
import { readRegistrationCase } from '../registrations/read-case.ts';
import { readRegistration } from '../registrations/read.ts';
import { referRegistration } from '../registrations/refer.ts';
import { rejectRegistration } from '../registrations/reject.ts';
import { resendRegistrationInvitation } from '../registrations/resend-invitation.ts';
import { resendRegistrationLink } from '../registrations/resend-link.ts';
import { returnRegistration } from '../registrations/return.ts';
import { sendIdentityDocument } from '../registrations/send-identity-document.ts';
import { submitRegistration } from '../registrations/submit.ts';
import { supplementRegistration } from '../registrations/supplement.ts';
import { withdrawRegistration } from '../registrations/withdraw.ts';
import { createRightsRequest } from '../rights-requests/ask.ts';
import {
  answerRightsRequest,
  approveRightsRequest,
  questionRightsRequest,
  rejectRightsRequest,
  withdrawRightsRequest,
} from '../rights-requests/decide.ts';
import {
  listCompanyRightsRequests,
  listOwnRightsRequests,
  listRightsRequests,
  readRightsRequest,
} from '../rights-requests/list.ts';
import { copyOwnRights } from '../rights/copy.ts';
import { readRights } from '../rights/form.ts';
import { listOwnAccess, listUserAccess } from '../rights/list.ts';
import { readOwnRights } from '../rights/own-form.ts';
import { listRightHolders, readUserReach } from '../rights/reach.ts';
import { saveRights } from '../rights/save.ts';
import { explainOwnRight, explainUserRight } from '../rights/why.ts';
import { askForRouter } from '../router-onboardings/ask.ts';
import { listCompanyRouterOnboardings, listRouterOnboardings } from '../router-onboardings/list.ts';
import { confirmRouter, withdrawRouter } from '../router-onboardings/people.ts';
import { readRouterOnboarding } from '../router-onboardings/read.ts';
import { approveRouter, declineRouter } from '../router-onboardings/staff.ts';
import { readRouterRights } from '../router-rights/form.ts';
import { listCompanyRouters } from '../router-rights/list.ts';
import { copyRightsToRouter, saveRouterRights } from '../router-rights/save.ts';
import { changeRouterEntry, closeRouterEntry } from '../routers/change.ts';
import { createRouterEntry } from '../routers/create.ts';
import { listRouters, readRouter } from '../routers/list.ts';
import { changeUser } from '../users/change.ts';
import { createUser } from '../users/create.ts';
import { deactivateUser } from '../users/deactivate.ts';
import { listUsers } from '../users/list.ts';
import { reactivateUser } from '../users/reactivate.ts';
import { readUser } from '../users/read.ts';
import { releaseUser } from '../users/release.ts';
import { removeUser } from '../users/remove.ts';
import { resendInvitation } from '../users/resend-invitation.ts';
import { endUserSession, endUserSessions, listUserSessions } from '../users/sessions.ts';
import { setUserProfile } from '../users/set-profile.ts';
import { setUserSelfReset } from '../users/set-self-reset.ts';
import { suspendUser } from '../users/suspend.ts';

export const companyOperations: readonly AnyOperation[] = [
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
];
