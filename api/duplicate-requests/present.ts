import type { DuplicateSeen } from '../../db/queries/duplicate-requests.ts';
import { duplicateStage } from '../../domain/duplicate-request.ts';

function common({ request, clientCode, issuerName, number }: DuplicateSeen) {
  const { id, openedAt, dueAt } = request;
  return { id, stage: duplicateStage(request), clientCode, issuerName, number, openedAt, dueAt };
}

export function presentOwnDuplicate(seen: DuplicateSeen) {
  const { delivered, refused } = seen.request;
  return {
    ...common(seen),
    deliveredAt: delivered?.at ?? null,
    copyEndsAt: delivered?.endsAt ?? null,
    refused,
  };
}

/** As its issuer and staff see it: never who asked (UP-15). */
export function presentWaitingDuplicate(seen: DuplicateSeen) {
  return { ...common(seen), overdueAt: seen.request.overdueAt };
}
