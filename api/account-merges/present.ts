import type { MergeSeen } from '../../db/queries/account-merges.ts';
import type { MergeSide } from '../../domain/account-merge.ts';
import { mergeSides, mergeStage } from '../../domain/account-merge.ts';

function common({ merge, source }: MergeSeen) {
  return {
    id: merge.id,
    stage: mergeStage(merge),
    openedAt: merge.openedAt,
    endsAt: merge.endsAt,
    mergedAt: merge.merged?.at ?? null,
    revertEndsAt: merge.merged?.revertEndsAt ?? null,
    closedAt: merge.closed?.at ?? null,
    refusedBy: merge.refusedBy,
    contactStays: merge.contactStays,
    moves: source?.moves ?? null,
    sharedWith: source?.sharedWith ?? null,
  };
}

/** As one of the two contacts sees it: the other one by his company alone, and that only when he may know of it (UP-15). */
export function presentOwnMerge(seen: MergeSeen, userId: string) {
  const { accounts, merge } = seen;
  const sides = mergeSides.filter((side) => accounts[side].contactId === userId);
  return {
    ...common(seen),
    sides,
    closes: seen.source === null ? null : accounts.source.companyName,
    stays: accounts.target.companyName,
    hasConsented: sides.every((side) => merge.consents[side]?.by === userId),
  };
}

export function presentMerge(seen: MergeSeen) {
  const { accounts, merge } = seen;
  const account = (side: MergeSide) => {
    const { id, companyName, kind, enterpriseNumber } = accounts[side];
    return { id, companyName, kind, enterpriseNumber, consentedAt: merge.consents[side]?.at ?? null };
  };
  return { ...common(seen), askedBy: merge.askedBy, source: account('source'), target: account('target') };
}
