/** What somebody may know of the account that closes in a merge, and of what moves (WF-37; UP-15). */
import type { AccountMerge, MergeSide } from './account-merge.ts';
import type { Instant } from './calendar.ts';

/** `held`: what the account that closes receives and shares, at that instant (null: now). `moved`: what moved, as it was then. */
export type MergeSight =
  { readonly of: 'held'; readonly asOf: Instant | null } | { readonly of: 'moved'; readonly asOf: Instant };

/**
 * Staff and the contact of the account that closes see it as it stands. For the contact of the account that stays it is another
 * customer's until that one says yes (decision 75): from then on what there was at his yes, and nothing once it ended without a
 * merge. After a merge, undone or not, everybody sees what moved. `viewer`: staff, or the sides that are his. Null: nothing.
 */
export function mergeSightOf(
  { merged, closed, consents }: Pick<AccountMerge, 'merged' | 'closed' | 'consents'>,
  viewer: 'staff' | readonly MergeSide[],
): MergeSight | null {
  if (merged !== null) return { of: 'moved', asOf: merged.at };
  if (viewer === 'staff' || viewer.includes('source')) return { of: 'held', asOf: null };
  if (closed !== null || consents.source === null) return null;
  return { of: 'held', asOf: consents.source.at };
}

/** Whether a yes for these sides tells the contact of the account that stays whose the other one is: he is mailed about it. */
export function learnsByConsent(sides: readonly MergeSide[]): boolean {
  return sides.includes('source') && !sides.includes('target');
}
