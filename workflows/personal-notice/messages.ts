/** The contract of a word to one person: it is started, sends its mail and ends. */
import type { PersonalNotice } from '../../domain/personal-notice.ts';
import { personalNoticeDetails, personalNoticeSummary } from '../../texts/personal-notice-life.ts';
import { brandAttribute, standingAttributes } from '../attributes.ts';
import type { LifeStart } from '../start.ts';
import { lifeId } from '../start.ts';

export function startOfPersonalNotice(notice: PersonalNotice): LifeStart<PersonalNotice> {
  return {
    workflow: 'personalNotice',
    workflowId: lifeId('personal-notice', notice.id),
    input: notice,
    summary: personalNoticeSummary(notice),
    details: personalNoticeDetails(notice),
    attributes: [...brandAttribute(notice.brand), ...standingAttributes({ stage: 'telling', dueAt: null })],
  };
}
