/** A document that was taken back or corrected: what its correction is, and which word is whose (WF-33, WF-36, IP-09). */
import type { CalendarDay, Instant } from './calendar.ts';
import type { DocumentStanding, Sight } from './issued-document.ts';
import { checkArchived, isSeen } from './issued-document.ts';

/** What became of it for him: another one is in its place, or it is gone. */
export const recallWords = ['corrected', 'withdrawn'] as const;
export type RecallWord = (typeof recallWords)[number];

/**
 * Whether a correction is there at once in the place of the one before. Else the one before is gone, and whoever may see the other
 * is told as of any document (IP-09).
 */
export function takesItsPlace(
  { clientCodeId }: Pick<DocumentStanding, 'clientCodeId'>,
  corrected: Pick<DocumentStanding, 'clientCodeId' | 'visibleFromAt'>,
): boolean {
  return clientCodeId === corrected.clientCodeId && corrected.visibleFromAt === null;
}

/**
 * Told of a correction, and of no new document besides, is who finds it in the place of the one he saw. Who has gone back to paper
 * does not: what is issued since he does not see. `correction`: as it stood when it came; null where there is none.
 */
export function recallWordFor(
  before: Pick<DocumentStanding, 'clientCodeId'>,
  correction: DocumentStanding | null,
  sights: readonly Sight[],
  at: Instant,
): RecallWord {
  const isFound = correction !== null && takesItsPlace(before, correction) && isSeen(correction, sights, at);
  return isFound ? 'corrected' : 'withdrawn';
}

/**
 * Whether a correction comes out of the archive as the one before would have (WF-36): of what never left quarantine nobody has seen
 * anything. What takes the place of a document that was out is issued today, and is news.
 */
export function staysArchived(
  before: Pick<DocumentStanding, 'clientCodeId'> & { readonly isArchived: boolean },
  corrected: { readonly issuedOn: CalendarDay; readonly embargoUntil: CalendarDay | null },
  today: CalendarDay,
): boolean {
  const { issuedOn, embargoUntil } = corrected;
  return before.isArchived && before.clientCodeId === null && checkArchived(issuedOn, embargoUntil, today).ok;
}
