/** Documents that issuers publish: to whom they come, how they are read, what becomes of them. */
import type { AnyOperation } from '../operation.ts';
import { acceptAccountInvitation, acceptOwnAccountInvitation } from '../account-invitations/accept.ts';
import { listAccountInvitations } from '../account-invitations/list.ts';
import { readAccountInvitationLink } from '../account-invitations/read-link.ts';
import { passOnAccountMerge } from '../account-merges/ask-by-issuer.ts';
import { consentToAccountMerge, listOwnAccountMerges, refuseOwnAccountMerge } from '../account-merges/own.ts';
import {
  approveAccountMerge,
  askForAccountMerge,
  listAccountMerges,
  listRecipientAccounts,
  readAccountMerge,
  refuseAccountMerge,
  revertAccountMerge,
} from '../account-merges/staff.ts';
import { checkActivationCode } from '../activation-codes/check.ts';
import { announceActivationCode, revokeActivationCode } from '../activation-codes/command.ts';
import { listActivationCodes, planActivationCode, readActivationCode } from '../activation-codes/read.ts';
import { createClientCode } from '../client-codes/create.ts';
import { deactivateClientCode } from '../client-codes/deactivate.ts';
import { importClientCodes } from '../client-codes/import.ts';
import { listClientCodes, readClientCode } from '../client-codes/read.ts';
import { replaceClientContact } from '../client-codes/replace-contact.ts';
import { announceCodeBatch } from '../code-batches/announce.ts';
import { confirmCodesPrinted } from '../code-batches/confirm-printed.ts';
import { createCodeBatch } from '../code-batches/create.ts';
import { readCodeLetters } from '../code-batches/letters.ts';
import { listCodeBatches, readCodeBatch, readCodeBatchReport } from '../code-batches/read.ts';
import { assignDocument, listQuarantine, rejectDocument } from '../document-cases/work.ts';
import { readOwnDocumentNotices, setOwnDocumentNotices } from '../document-notices/own.ts';
import { askForDuplicate, listOwnDuplicates, readDuplicateContent } from '../duplicate-requests/own.ts';
import { fulfilDuplicate, listWaitingDuplicates, refuseDuplicate } from '../duplicate-requests/work.ts';
import {
  dropHistoryBackfill,
  listHistoryBackfills,
  pauseHistoryBackfill,
  resumeHistoryBackfill,
} from '../history-backfills/staff.ts';
import { readIssuedDocumentContent } from '../issued-documents/content.ts';
import {
  exportIssuedDocumentsCsv,
  exportIssuedDocumentsXlsx,
  exportIssuedDocumentsZip,
} from '../issued-documents/export.ts';
import { markIssuedDocumentRead, markIssuedDocumentUnread } from '../issued-documents/mark.ts';
import { planIssuedDocument } from '../issued-documents/plan.ts';
import { publishIssuedDocument } from '../issued-documents/publish.ts';
import { readIssuedDocument } from '../issued-documents/read.ts';
import { correctIssuedDocument, withdrawIssuedDocument } from '../issued-documents/recall.ts';
import { searchIssuedDocuments } from '../issued-documents/search.ts';
import { deliverDocuments } from '../publication-runs/deliver.ts';
import {
  beginPublicationRun,
  completePublicationRun,
  listPublicationRows,
  listPublicationRuns,
  readPublicationRun,
} from '../publication-runs/manage.ts';
import { keepReception, optOutOfReception, reportReceptionBounce } from '../receptions/command.ts';
import { addOwnCode, listOwnReceptions } from '../receptions/own.ts';
import { readPartnerContact } from '../recipient-accounts/partner-contact.ts';
import { listRetentionHolds, placeRetentionHold, releaseRetentionHold } from '../retention-holds/manage.ts';
import { acceptSharing } from '../sharings/accept.ts';
import {
  changeSharedUser,
  inviteSharedUser,
  listOwnNumbers,
  listOwnSharings,
  resendSharingInvitation,
  revokeSharedUser,
  tickSharedNumbers,
} from '../sharings/own.ts';
import { acceptSharedAccount, leaveSharedAccount, listSharedWithMe } from '../sharings/shared.ts';
import { beginSignUp } from '../sign-ups/begin.ts';
import { completeSignUp } from '../sign-ups/complete.ts';

export const documentOperations: readonly AnyOperation[] = [
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
