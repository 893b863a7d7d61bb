/** What operations staff read in the Temporal UI about the past that comes after a consent. */
import type { BackfillAct, BackfillOutcome, HistoryBackfill } from '../domain/history-backfill.ts';
import { exactTime, longDay } from './formats.ts';

/** The one line in the list of workflows; nothing personal. */
export function backfillSummary({ id }: Pick<HistoryBackfill, 'id'>): string {
  return `The past of a reception (${id.slice(-12)})`;
}

export function backfillDetails({ terms }: HistoryBackfill): string {
  const { pageDocuments, version } = terms;
  return `Comes ${String(pageDocuments)} documents at a time, rounded up to whole days, by policy version ${String(version)}.`;
}

const acts: Readonly<Record<BackfillAct['kind'], string>> = { page: 'The next page of documents' };

export function backfillActName(kind: BackfillAct['kind']): string {
  return acts[kind];
}

const outcomes: Readonly<Record<BackfillOutcome, string>> = {
  complete: 'All of it is there',
  partial: 'A part of it is there; the rest was dropped',
};

/** `Documents that are there: 500 of 8400, back to 3 March 2024; the next page follows.` */
export function backfillStanding({ closed, pausedAt, terms, ...backfill }: HistoryBackfill): string {
  const at = (instant: string) => exactTime(instant, terms.zone, 'en');
  const { shown, total, oldestOn } = backfill;
  const far = oldestOn === null ? '' : `, back to ${longDay(oldestOn, 'en')}`;
  const much =
    total === null
      ? 'Nothing is there yet'
      : `Documents that are there: ${String(shown)} of ${String(total)}`;
  if (closed) return `${outcomes[closed.outcome]}: ${at(closed.at)}. ${much}${far}.`;
  if (pausedAt !== null)
    return `${much}${far}. Paused by staff since ${at(pausedAt)}, until they resume it or drop the rest.`;
  return `${much}${far}; the next page follows.`;
}
