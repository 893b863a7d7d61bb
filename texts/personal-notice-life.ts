/** What operations staff read about a word to one person. */
import type { PersonalNotice } from '../domain/personal-notice.ts';
import { exactTime } from './formats.ts';

export function personalNoticeSummary({ kind }: PersonalNotice): string {
  return `Mail to a person: ${kind}`;
}

export function personalNoticeDetails({ owedAt, zone }: PersonalNotice): string {
  return `Owed since ${exactTime(owedAt, zone, 'en')}; it ends once the mail server has taken the mail.`;
}
