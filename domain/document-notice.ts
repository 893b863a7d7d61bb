/**
 * The word to a reader that there are new documents (IP-09, UP-13): one notice a person and brand gathers what becomes visible
 * to him until it is due by the frequency he chose. Then it is asked again what he may still see; nothing left is no mail.
 */
import type { CalendarDay, Instant, LocalTime, Zone } from './calendar.ts';
import { addDays, atLocalTime, dayOf, minutes, plusMilliseconds, weekdayOf } from './calendar.ts';
import type { DocumentPolicy } from './document-policy.ts';
import type { NextAct } from './next-act.ts';

export const frequencies = ['at-once', 'daily', 'weekly'] as const;
export type Frequency = (typeof frequencies)[number];

export interface NoticeTerms {
  readonly version: number;
  readonly zone: Zone;
  readonly messageSeconds: number;
  /** At once means: together with what comes within so many minutes, so that a run gives one mail. */
  readonly gatherMinutes: number;
  /** Of who has chosen none. */
  readonly frequency: Frequency;
  /** On the clock of the brand; of the week 1 (Monday) to 7. */
  readonly hour: LocalTime;
  readonly weekday: number;
}

export const noticeOutcomes = ['told', 'nothing-left'] as const;
export type NoticeOutcome = (typeof noticeOutcomes)[number];

export interface DocumentNotice {
  readonly id: string;
  readonly brand: string;
  readonly terms: NoticeTerms;
  readonly version: number;
  readonly frequency: Frequency;
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  readonly closed: { readonly outcome: NoticeOutcome; readonly at: Instant } | null;
}

export type NoticeAct = NextAct<'tell'>;

export function noticeTerms({ version, zone, messageSeconds, notices }: DocumentPolicy): NoticeTerms {
  return { version, zone, messageSeconds, ...notices };
}

/** When a notice is due that was opened then: shortly, or at the hour of the next morning or week on the clock of the brand. */
export function noticeDueAt(frequency: Frequency, openedAt: Instant, terms: NoticeTerms): Instant {
  if (frequency === 'at-once') return plusMilliseconds(openedAt, minutes(terms.gatherMinutes));
  const today = dayOf(openedAt, terms.zone);
  const days = frequency === 'daily' ? 0 : (terms.weekday - weekdayOf(today) + 7) % 7;
  const at = (day: CalendarDay) => atLocalTime(day, terms.hour, terms.zone);
  const first = at(addDays(today, days));
  return first > openedAt ? first : at(addDays(today, days + (frequency === 'daily' ? 1 : 7)));
}

export function planForNotice({ closed, dueAt }: DocumentNotice): NoticeAct | null {
  return closed === null ? { kind: 'tell', at: dueAt } : null;
}

/** He chose another frequency: what is gathered follows it, counted from when the gathering began. */
export function changeFrequency(notice: DocumentNotice, frequency: Frequency): DocumentNotice {
  const { openedAt, terms } = notice;
  return { ...next(notice), frequency, dueAt: noticeDueAt(frequency, openedAt, terms) };
}

export function closeNotice(notice: DocumentNotice, documents: number, at: Instant): DocumentNotice {
  return { ...next(notice), closed: { outcome: documents === 0 ? 'nothing-left' : 'told', at } };
}

export function noticeStage({ closed }: DocumentNotice): 'gathering' | NoticeOutcome {
  return closed?.outcome ?? 'gathering';
}

function next(notice: DocumentNotice): DocumentNotice {
  return { ...notice, version: notice.version + 1 };
}
