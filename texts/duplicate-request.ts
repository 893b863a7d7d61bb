/** What operations staff read in the Temporal UI about a duplicate that was asked for, and what is stamped on it. */
import type { DuplicateAct, DuplicateRefusal, DuplicateRequest } from '../domain/duplicate-request.ts';
import { exactTime } from './formats.ts';
import type { Language, Texts } from './languages.ts';
import { sayFirst } from './languages.ts';

/** The one line in the list of workflows; nothing personal. */
export function duplicateSummary({ id }: Pick<DuplicateRequest, 'id'>): string {
  return `Duplicate of a document (${id.slice(-12)})`;
}

export function duplicateDetails({ documentId, issuerId, terms }: DuplicateRequest): string {
  const what = documentId === null ? 'a document that is not stored' : `document ${documentId}`;
  return `Of ${what}, of issuer ${issuerId}, by policy version ${String(terms.version)}.`;
}

const acts: Readonly<Record<DuplicateAct['kind'], string>> = {
  deliver: 'What is stored is delivered',
  overdue: 'End of the hours of the issuer',
  end: 'End of the days in which it can be fetched',
};

export function duplicateActName(kind: DuplicateAct['kind']): string {
  return acts[kind];
}

const refusals: Readonly<Record<DuplicateRefusal, string>> = {
  'unknown-number': 'its issuer knows no such number',
  'other-client': 'it is another customer’s',
  'not-kept': 'its issuer has no copy',
  withdrawn: 'it was withdrawn meanwhile',
  destroyed: 'it was destroyed meanwhile',
};

/** `Waiting for the issuer until …; then it is overdue, …` */
export function duplicateStanding(request: DuplicateRequest): string {
  const { closed, delivered, documentId, dueAt, overdueAt, refused, terms } = request;
  const at = (instant: string) => exactTime(instant, terms.zone, 'en');
  if (refused !== null && closed !== null) return `Refused, ${refusals[refused]}: ${at(closed.at)}.`;
  if (closed !== null) return `Delivered, and the days to fetch it are over: ${at(closed.at)}.`;
  if (delivered !== null)
    return `Delivered ${at(delivered.at)}; can be fetched until ${at(delivered.endsAt)}, then it is over.`;
  if (documentId !== null || dueAt === null) return 'It is stored and will be delivered at once.';
  return overdueAt === null
    ? `Waiting for the issuer until ${at(dueAt)}; then it is overdue, and waits for him all the same.`
    : `OVERDUE since ${at(overdueAt)}: the issuer was to find it until ${at(dueAt)}. Waiting until he has it or refuses it.`;
}

const stamp: Texts = { nl: 'DUPLICAAT', fr: 'DUPLICATA', de: 'DUPLIKAT', en: 'DUPLICATE' };

export function duplicateStamp(language: Language): string {
  return sayFirst(stamp, language);
}
