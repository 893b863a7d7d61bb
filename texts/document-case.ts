/** What operations staff read in the Temporal UI about a document that is not simply there. */
import type { CaseAct, CaseOutcome, DocumentCase } from '../domain/document-case.ts';
import { exactTime } from './formats.ts';

/** The one line in the list of workflows; nothing personal. */
export function caseSummary({ id, needsClient, recalled }: DocumentCase): string {
  const what = recalled !== null ? 'taken back' : needsClient ? 'in quarantine' : 'under embargo';
  return `Document ${what} (${id.slice(-12)})`;
}

export function caseDetails({ issuerId, documentId, terms }: DocumentCase): string {
  return `Document ${documentId} of issuer ${issuerId}, by policy version ${String(terms.version)}.`;
}

const actNames: Readonly<Record<CaseAct['kind'], string>> = {
  publish: 'End of the embargo',
  close: 'Those who saw it are told',
};

export function caseActName(kind: CaseAct['kind']): string {
  return actNames[kind];
}

const outcomes: Readonly<Record<CaseOutcome, string>> = {
  published: 'Published',
  rejected: 'Rejected by staff',
  withdrawn: 'Withdrawn by its issuer',
  corrected: 'Replaced by another document of its issuer',
};

/** `Waiting for staff: …` */
export function caseStanding(of: DocumentCase, next: CaseAct | null): string {
  const at = (instant: string) => exactTime(instant, of.terms.zone, 'en');
  if (of.closed !== null) return `${outcomes[of.closed.outcome]}: ${at(of.closed.at)}.`;
  if (of.recalled !== null) return `${outcomes[of.recalled.outcome]}; those who could see it are told.`;
  const later =
    of.visibleFromAt === null ? 'then it is visible at once' : `it is visible from ${at(of.visibleFromAt)}`;
  if (of.needsClient) return `Waiting for staff to say whose it is, or to reject it; ${later}.`;
  return next === null ? 'Waiting.' : `Under embargo; visible from ${at(next.at)}.`;
}
