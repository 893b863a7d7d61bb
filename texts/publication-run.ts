/** What operations staff read in the Temporal UI about a publication run. */
import type { PublicationRun, RunAct, RunOutcome } from '../domain/publication-run.ts';
import { exactTime } from './formats.ts';

/** The one line in the list of workflows; nothing personal. */
export function runSummary({ id }: Pick<PublicationRun, 'id'>): string {
  return `Publication run of an issuer (${id.slice(-12)})`;
}

export function runDetails({ issuerId, terms }: PublicationRun): string {
  return (
    `Of issuer ${issuerId}; its documents are rows, each published as it comes. ${String(terms.openDays)} days of silence end it, ` +
    `by policy version ${String(terms.version)}.`
  );
}

export function runActName(_act: RunAct): string {
  return 'End of a run that stays silent';
}

const outcomes: Readonly<Record<RunOutcome, string>> = {
  published: 'Everything was taken in',
  partial: 'Some documents were refused, the others were taken in; the issuer has the report',
  abandoned: 'The issuer never completed it; what came is published',
};

/** `Open for documents until …` */
export function runStanding({ closed, terms }: PublicationRun, next: RunAct | null): string {
  const at = (instant: string) => exactTime(instant, terms.zone, 'en');
  if (closed !== null) return `${outcomes[closed.outcome]}: ${at(closed.at)}.`;
  return next === null
    ? 'Open for documents.'
    : `Open for documents; over ${at(next.at)} when nothing more comes.`;
}
