/** The contract of a word to one person: it is started, sends its mail and ends. */
import type { PersonalNotice } from '../../domain/personal-notice.ts';
import { personalNoticeDetails, personalNoticeSummary } from '../../texts/personal-notice-life.ts';
import { startOf } from '../start.ts';

export const startOfPersonalNotice = startOf<PersonalNotice>('personal-notice', {
  summary: personalNoticeSummary,
  details: personalNoticeDetails,
  stage: () => 'telling',
  plan: () => null,
});
