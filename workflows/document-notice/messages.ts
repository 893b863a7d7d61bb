/** The contract of the word to one reader that there are new documents (IP-09, UP-13). */
import { defineSignal } from '@temporalio/workflow';
import type { DocumentNotice } from '../../domain/document-notice.ts';
import { noticeStage, planForNotice } from '../../domain/document-notice.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { documentNoticeDetails, documentNoticeSummary } from '../../texts/document-notice.ts';
import { startOf } from '../start.ts';

export type DocumentNoticeState = Owing<DocumentNotice>;

export const startOfDocumentNotice = startOf<DocumentNoticeState>('document-notice', {
  summary: documentNoticeSummary,
  details: documentNoticeDetails,
  stage: noticeStage,
  plan: planForNotice,
});

/** He chose another frequency. */
export const factsChanged = defineSignal('factsChanged');
