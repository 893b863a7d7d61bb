/** Every migration in the order in which it runs; a new one goes at the end, a landed one is never edited. */
import type { Knex } from 'knex';
import { brands } from './0001-brands.ts';
import { policySets } from './0002-policy-sets.ts';
import { sites } from './0003-sites.ts';
import { siteClosedDays } from './0004-site-closed-days.ts';
import { companies } from './0005-companies.ts';
import { companyKeys } from './0006-company-keys.ts';
import { users } from './0007-users.ts';
import { memberships } from './0008-memberships.ts';
import { staffRoles } from './0009-staff-roles.ts';
import { sessions } from './0010-sessions.ts';
import { serviceTokens } from './0011-service-tokens.ts';
import { requests } from './0012-requests.ts';
import { chainHeads } from './0013-chain-heads.ts';
import { events } from './0014-events.ts';
import { ledgerAccounts } from './0015-ledger-accounts.ts';
import { ledgerTransactions } from './0016-ledger-transactions.ts';
import { ledgerEntries } from './0017-ledger-entries.ts';
import { keyCanaries } from './0018-key-canaries.ts';
import { rateLimits } from './0019-rate-limits.ts';
import { postboxes } from './0020-postboxes.ts';
import { postboxGrants } from './0021-postbox-grants.ts';
import { addressees } from './0022-addressees.ts';
import { postboxAddresses } from './0023-postbox-addresses.ts';
import { blobs } from './0024-blobs.ts';
import { mailItems } from './0025-mail-items.ts';
import { documents } from './0026-documents.ts';
import { siteTasks } from './0027-site-tasks.ts';
import { notices } from './0028-notices.ts';
import { noticeDeliveries } from './0029-notice-deliveries.ts';
import { trashings } from './0030-trashings.ts';
import { itemReads } from './0031-item-reads.ts';
import { commandParticulars } from './0032-command-particulars.ts';
import { mailItemsDecisionDueAt } from './0033-mail-items-decision-due-at.ts';
import { mailItemsDue } from './0034-mail-items-due.ts';
import { mailItemsStage } from './0035-mail-items-stage.ts';
import { postboxesPendingEmail } from './0036-postboxes-pending-email.ts';
import { postboxesToken } from './0037-postboxes-token.ts';
import { documentsPostboxLocation } from './0038-documents-postbox-location.ts';
import { commandParticularsAge } from './0039-command-particulars-age.ts';
import { postboxesPromisedDays } from './0040-postboxes-promised-days.ts';
import { policySetsPeople } from './0041-policy-sets-people.ts';
import { usersPerson } from './0042-users-person.ts';
import { usersCredentials } from './0043-users-credentials.ts';
import { membershipsLife } from './0044-memberships-life.ts';
import { membershipsAccepted } from './0045-memberships-accepted.ts';
import { companiesIdentity } from './0046-companies-identity.ts';
import { companiesEnterpriseNumber } from './0047-companies-enterprise-number.ts';
import { oneTimeLinks } from './0048-one-time-links.ts';
import { noticesLife } from './0049-notices-life.ts';
import { noticesAnyLife } from './0050-notices-any-life.ts';
import { noticesOfLife } from './0051-notices-of-life.ts';
import { trashingsPurgeCause } from './0100-trashings-purge-cause.ts';
import { mailItemsQuoteCountry } from './0101-mail-items-quote-country.ts';
import { userProvisionings } from './0110-user-provisionings.ts';
import { administratorRecoveries } from './0111-administrator-recoveries.ts';
import { sessionsProven } from './0120-sessions-proven.ts';
import { personalNotices } from './0121-personal-notices.ts';
import { credentialRecoveries } from './0122-credential-recoveries.ts';
import { recoveryLogins } from './0123-recovery-logins.ts';
import { emailChanges } from './0124-email-changes.ts';
import { usersFirstLogIn } from './0130-users-first-log-in.ts';
import { userPlaces } from './0131-user-places.ts';
import { trustedBrowsers } from './0132-trusted-browsers.ts';
import { logInAttempts } from './0133-log-in-attempts.ts';
import { placeAuthorisations } from './0134-place-authorisations.ts';
import { companiesNetworks } from './0135-companies-networks.ts';
import { serviceTokensNetworks } from './0136-service-tokens-networks.ts';
import { secondFactors } from './0137-second-factors.ts';
import { recoveryCodes } from './0138-recovery-codes.ts';
import { passkeyChallenges } from './0139-passkey-challenges.ts';
import { brandClosedDays } from './0140-brand-closed-days.ts';
import { registrationForms } from './0141-registration-forms.ts';
import { registrations } from './0142-registrations.ts';
import { companyBoundaries } from './0143-company-boundaries.ts';
import { identityChecks } from './0144-identity-checks.ts';
import { identityDocuments } from './0145-identity-documents.ts';
import { identityDocumentKeys } from './0146-identity-document-keys.ts';
import { registrationsAdministratorTold } from './0155-registrations-administrator-told.ts';
import { administratorRecoveriesRegistration } from './0156-administrator-recoveries-registration.ts';
import { administratorRecoveriesCandidate } from './0157-administrator-recoveries-candidate.ts';
import { administratorRecoveriesProposer } from './0158-administrator-recoveries-proposer.ts';
import { credentialRecoveriesHandOver } from './0159-credential-recoveries-hand-over.ts';
import { serviceTokensVersion } from './0160-service-tokens-version.ts';
import { policySetsStaff } from './0161-policy-sets-staff.ts';
import { placeAuthorisationsStaff } from './0162-place-authorisations-staff.ts';
import { accounts } from './0170-accounts.ts';
import { accountScopeValues } from './0171-account-scope-values.ts';
import { holdings } from './0172-holdings.ts';
import { grants } from './0173-grants.ts';
import { grantActions } from './0174-grant-actions.ts';
import { grantValues } from './0175-grant-values.ts';
import { firstAccounts } from './0176-first-accounts.ts';
import { applicationObjects } from './0178-application-objects.ts';
import { applicationObjectValues } from './0179-application-object-values.ts';
import { routers } from './0177-routers.ts';
import { rightsRequests } from './0188-rights-requests.ts';
import { rightsRequestWords } from './0189-rights-request-words.ts';
import { accessReviews } from './0192-access-reviews.ts';
import { accessReviewEntries } from './0193-access-review-entries.ts';
import { applicationUses } from './0194-application-uses.ts';
import { grantsContinued } from './0195-grants-continued.ts';
import { routerOnboardings } from './0182-router-onboardings.ts';
import { routerGrants } from './0183-router-grants.ts';
import type { Migration } from './table.ts';
import { administratorRecoveriesPurpose } from './0151-administrator-recoveries-purpose.ts';
import { usersPasswordNeedsFactor } from './0150-users-password-needs-factor.ts';
import { postboxGrantsGone } from './0200-postbox-grants-gone.ts';
import { companyBoundariesGone } from './0201-company-boundaries-gone.ts';
import { accessReviewAcknowledgements } from './0202-access-review-acknowledgements.ts';
import { issuers } from './0210-issuers.ts';
import { issuerPrefixes } from './0211-issuer-prefixes.ts';
import { clientCodes } from './0212-client-codes.ts';
import { serviceTokensIssuer } from './0213-service-tokens-issuer.ts';
import { serviceTokensSite } from './0214-service-tokens-site.ts';
import { policySetsDocuments } from './0215-policy-sets-documents.ts';
import { recipientAccounts } from './0216-recipient-accounts.ts';
import { receptions } from './0217-receptions.ts';
import { codeBatches } from './0218-code-batches.ts';
import { activationCodes } from './0219-activation-codes.ts';
import { codeBatchRows } from './0220-code-batch-rows.ts';
import { codeAnnouncements } from './0221-code-announcements.ts';
import { signUps } from './0222-sign-ups.ts';
import { receptionBounces } from './0223-reception-bounces.ts';
import { issuerKeys } from './0230-issuer-keys.ts';
import { blobsCompany } from './0231-blobs-company.ts';
import { blobsIssuer } from './0232-blobs-issuer.ts';
import { publicationRuns } from './0233-publication-runs.ts';
import { issuedDocuments } from './0234-issued-documents.ts';
import { issuedDocumentReads } from './0235-issued-document-reads.ts';
import { publicationRows } from './0236-publication-rows.ts';
import { documentCases } from './0237-document-cases.ts';
import { retentionHolds } from './0238-retention-holds.ts';
import { retentionWarnings } from './0239-retention-warnings.ts';
import { sharings } from './0240-sharings.ts';
import { sharedNumbers } from './0241-shared-numbers.ts';
import { accountInvitations } from './0242-account-invitations.ts';
import { accountMailboxes } from './0243-account-mailboxes.ts';
import { documentFrequencies } from './0244-document-frequencies.ts';
import { documentNotices } from './0245-document-notices.ts';
import { noticedDocuments } from './0246-noticed-documents.ts';
import { sharingsReminded } from './0250-sharings-reminded.ts';
import { historyBackfills } from './0251-history-backfills.ts';
import { publicationRunsKind } from './0252-publication-runs-kind.ts';
import { issuedDocumentsArchived } from './0253-issued-documents-archived.ts';
import { accountMerges } from './0260-account-merges.ts';
import { mergingAccounts } from './0261-merging-accounts.ts';
import { mergedThings } from './0262-merged-things.ts';
import { duplicateRequests } from './0263-duplicate-requests.ts';
import { clientCodeText } from './0264-client-code-text.ts';
import { usersUsernameLength } from './0265-users-username-length.ts';
import { logInAttemptsPair } from './0266-log-in-attempts-pair.ts';
import { registrationsNamed } from './0267-registrations-named.ts';
import { clientCodesFormChannel } from './0275-client-codes-form-channel.ts';

const migrations: readonly (readonly [name: string, migration: Migration])[] = [
  ['0001-brands', brands],
  ['0002-policy-sets', policySets],
  ['0003-sites', sites],
  ['0004-site-closed-days', siteClosedDays],
  ['0005-companies', companies],
  ['0006-company-keys', companyKeys],
  ['0007-users', users],
  ['0008-memberships', memberships],
  ['0009-staff-roles', staffRoles],
  ['0010-sessions', sessions],
  ['0011-service-tokens', serviceTokens],
  ['0012-requests', requests],
  ['0013-chain-heads', chainHeads],
  ['0014-events', events],
  ['0015-ledger-accounts', ledgerAccounts],
  ['0016-ledger-transactions', ledgerTransactions],
  ['0017-ledger-entries', ledgerEntries],
  ['0018-key-canaries', keyCanaries],
  ['0019-rate-limits', rateLimits],
  ['0020-postboxes', postboxes],
  ['0021-postbox-grants', postboxGrants],
  ['0022-addressees', addressees],
  ['0023-postbox-addresses', postboxAddresses],
  ['0024-blobs', blobs],
  ['0025-mail-items', mailItems],
  ['0026-documents', documents],
  ['0027-site-tasks', siteTasks],
  ['0028-notices', notices],
  ['0029-notice-deliveries', noticeDeliveries],
  ['0030-trashings', trashings],
  ['0031-item-reads', itemReads],
  ['0032-command-particulars', commandParticulars],
  ['0033-mail-items-decision-due-at', mailItemsDecisionDueAt],
  ['0034-mail-items-due', mailItemsDue],
  ['0035-mail-items-stage', mailItemsStage],
  ['0036-postboxes-pending-email', postboxesPendingEmail],
  ['0037-postboxes-token', postboxesToken],
  ['0038-documents-postbox-location', documentsPostboxLocation],
  ['0039-command-particulars-age', commandParticularsAge],
  ['0040-postboxes-promised-days', postboxesPromisedDays],
  ['0041-policy-sets-people', policySetsPeople],
  ['0042-users-person', usersPerson],
  ['0043-users-credentials', usersCredentials],
  ['0044-memberships-life', membershipsLife],
  ['0045-memberships-accepted', membershipsAccepted],
  ['0046-companies-identity', companiesIdentity],
  ['0047-companies-enterprise-number', companiesEnterpriseNumber],
  ['0048-one-time-links', oneTimeLinks],
  ['0049-notices-life', noticesLife],
  ['0050-notices-any-life', noticesAnyLife],
  ['0051-notices-of-life', noticesOfLife],
  ['0100-trashings-purge-cause', trashingsPurgeCause],
  ['0101-mail-items-quote-country', mailItemsQuoteCountry],
  ['0110-user-provisionings', userProvisionings],
  ['0111-administrator-recoveries', administratorRecoveries],
  ['0120-sessions-proven', sessionsProven],
  ['0121-personal-notices', personalNotices],
  ['0122-credential-recoveries', credentialRecoveries],
  ['0123-recovery-logins', recoveryLogins],
  ['0124-email-changes', emailChanges],
  ['0130-users-first-log-in', usersFirstLogIn],
  ['0131-user-places', userPlaces],
  ['0132-trusted-browsers', trustedBrowsers],
  ['0133-log-in-attempts', logInAttempts],
  ['0134-place-authorisations', placeAuthorisations],
  ['0135-companies-networks', companiesNetworks],
  ['0136-service-tokens-networks', serviceTokensNetworks],
  ['0137-second-factors', secondFactors],
  ['0138-recovery-codes', recoveryCodes],
  ['0139-passkey-challenges', passkeyChallenges],
  ['0140-brand-closed-days', brandClosedDays],
  ['0141-registration-forms', registrationForms],
  ['0142-registrations', registrations],
  ['0143-company-boundaries', companyBoundaries],
  ['0144-identity-checks', identityChecks],
  ['0145-identity-documents', identityDocuments],
  ['0146-identity-document-keys', identityDocumentKeys],
  ['0155-registrations-administrator-told', registrationsAdministratorTold],
  ['0156-administrator-recoveries-registration', administratorRecoveriesRegistration],
  ['0157-administrator-recoveries-candidate', administratorRecoveriesCandidate],
  ['0158-administrator-recoveries-proposer', administratorRecoveriesProposer],
  ['0159-credential-recoveries-hand-over', credentialRecoveriesHandOver],
  ['0160-service-tokens-version', serviceTokensVersion],
  ['0161-policy-sets-staff', policySetsStaff],
  ['0162-place-authorisations-staff', placeAuthorisationsStaff],
  ['0170-accounts', accounts],
  ['0171-account-scope-values', accountScopeValues],
  ['0172-holdings', holdings],
  ['0173-grants', grants],
  ['0174-grant-actions', grantActions],
  ['0175-grant-values', grantValues],
  ['0176-first-accounts', firstAccounts],
  ['0177-routers', routers],
  ['0150-users-password-needs-factor', usersPasswordNeedsFactor],
  ['0151-administrator-recoveries-purpose', administratorRecoveriesPurpose],
  ['0178-application-objects', applicationObjects],
  ['0179-application-object-values', applicationObjectValues],
  ['0188-rights-requests', rightsRequests],
  ['0189-rights-request-words', rightsRequestWords],
  ['0192-access-reviews', accessReviews],
  ['0193-access-review-entries', accessReviewEntries],
  ['0194-application-uses', applicationUses],
  ['0195-grants-continued', grantsContinued],
  ['0182-router-onboardings', routerOnboardings],
  ['0183-router-grants', routerGrants],
  ['0200-postbox-grants-gone', postboxGrantsGone],
  ['0201-company-boundaries-gone', companyBoundariesGone],
  ['0202-access-review-acknowledgements', accessReviewAcknowledgements],
  ['0210-issuers', issuers],
  ['0211-issuer-prefixes', issuerPrefixes],
  ['0212-client-codes', clientCodes],
  ['0213-service-tokens-issuer', serviceTokensIssuer],
  ['0214-service-tokens-site', serviceTokensSite],
  ['0215-policy-sets-documents', policySetsDocuments],
  ['0216-recipient-accounts', recipientAccounts],
  ['0217-receptions', receptions],
  ['0218-code-batches', codeBatches],
  ['0219-activation-codes', activationCodes],
  ['0220-code-batch-rows', codeBatchRows],
  ['0221-code-announcements', codeAnnouncements],
  ['0222-sign-ups', signUps],
  ['0223-reception-bounces', receptionBounces],
  ['0230-issuer-keys', issuerKeys],
  ['0231-blobs-company', blobsCompany],
  ['0232-blobs-issuer', blobsIssuer],
  ['0233-publication-runs', publicationRuns],
  ['0234-issued-documents', issuedDocuments],
  ['0235-issued-document-reads', issuedDocumentReads],
  ['0236-publication-rows', publicationRows],
  ['0237-document-cases', documentCases],
  ['0238-retention-holds', retentionHolds],
  ['0239-retention-warnings', retentionWarnings],
  ['0240-sharings', sharings],
  ['0241-shared-numbers', sharedNumbers],
  ['0242-account-invitations', accountInvitations],
  ['0243-account-mailboxes', accountMailboxes],
  ['0244-document-frequencies', documentFrequencies],
  ['0245-document-notices', documentNotices],
  ['0246-noticed-documents', noticedDocuments],
  ['0250-sharings-reminded', sharingsReminded],
  ['0251-history-backfills', historyBackfills],
  ['0252-publication-runs-kind', publicationRunsKind],
  ['0253-issued-documents-archived', issuedDocumentsArchived],
  ['0260-account-merges', accountMerges],
  ['0261-merging-accounts', mergingAccounts],
  ['0262-merged-things', mergedThings],
  ['0263-duplicate-requests', duplicateRequests],
  ['0264-client-code-text', clientCodeText],
  ['0265-users-username-length', usersUsernameLength],
  ['0266-log-in-attempts-pair', logInAttemptsPair],
  ['0267-registrations-named', registrationsNamed],
  ['0275-client-codes-form-channel', clientCodesFormChannel],
];

type Named = (typeof migrations)[number];

const source: Knex.MigrationSource<Named> = {
  getMigrations: () => Promise.resolve([...migrations]),
  getMigrationName: ([name]) => name,
  getMigration: ([, migration]) => Promise.resolve(migration),
};

/** For `knex.migrate.*`. No transaction around a migration: DDL commits by itself, each asks what is already done. */
export const migrationConfig: Knex.MigratorConfig = { migrationSource: source, disableTransactions: true };
