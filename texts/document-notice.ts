/** What operations staff read in the Temporal UI about the word that there are new documents. */
import type { DocumentNotice, Frequency, NoticeAct, NoticeOutcome } from '../domain/document-notice.ts';
import { exactTime } from './formats.ts';

/** The one line in the list of workflows; nothing personal. */
export function documentNoticeSummary({ id }: Pick<DocumentNotice, 'id'>): string {
  return `Word of new documents (${id.slice(-12)})`;
}

const frequencies: Readonly<Record<Frequency, string>> = {
  'at-once': 'at once',
  daily: 'once a day',
  weekly: 'once a week',
};

export function documentNoticeDetails({ openedAt, terms, frequency }: DocumentNotice): string {
  return `Gathered since ${exactTime(openedAt, terms.zone, 'en')}, told ${frequencies[frequency]}, by policy version ${String(terms.version)}.`;
}

const acts: Readonly<Record<NoticeAct['kind'], string>> = { tell: 'The mail about new documents' };

export function documentNoticeActName(kind: NoticeAct['kind']): string {
  return acts[kind];
}

const outcomes: Readonly<Record<NoticeOutcome, string>> = {
  told: 'One mail about what may still be seen',
  'nothing-left': 'Nothing was left to be seen, so no mail',
};

/** `Gathering new documents for one mail …` */
export function documentNoticeStanding({ closed, dueAt, frequency, terms }: DocumentNotice): string {
  const at = (instant: string) => exactTime(instant, terms.zone, 'en');
  if (closed) return `${outcomes[closed.outcome]}: ${at(closed.at)}.`;
  return `Gathering new documents for one mail ${at(dueAt)} (${frequencies[frequency]}).`;
}
