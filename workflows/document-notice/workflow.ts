/** What became visible to one reader is gathered until it is due, and told in one mail (IP-09, UP-13). */
import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import type { DocumentNoticeActivities } from '../../activities/document-notices.ts';
import type { NoticeAct } from '../../domain/document-notice.ts';
import { noticeStage, planForNotice } from '../../domain/document-notice.ts';
import { documentNoticeActName, documentNoticeStanding } from '../../texts/document-notice.ts';
import { localOptions } from '../options.ts';
import { PeopleLife } from '../people-life.ts';
import type { DocumentNoticeState } from './messages.ts';
import * as messages from './messages.ts';

const local = proxyLocalActivities<DocumentNoticeActivities>(localOptions);

export async function documentNotice(start: DocumentNoticeState): Promise<string> {
  const life = new PeopleLife<DocumentNoticeState, NoticeAct>(start, {
    life: 'document-notice',
    plan: planForNotice,
    nameOf: ({ kind }) => documentNoticeActName(kind),
    messageSeconds: ({ terms }) => terms.messageSeconds,
    stage: noticeStage,
    details: documentNoticeStanding,
    carryOut: (id, _kind, at) => local.tellDocuments(id, at),
  });
  life.heed(messages.factsChanged, () => local.readDocumentNotice(start.id));

  if ((await life.live()) === 'continues') return continueAsNew<typeof documentNotice>(life.state);
  return life.state.closed?.outcome ?? 'closed';
}
