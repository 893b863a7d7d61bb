import type { SeenRecovery } from '../../db/queries/administrator-recovery-list.ts';
import { recoveryStage } from '../../domain/administrator-recovery.ts';

/** A recovery as staff see it. */
export function presentRecovery(found: SeenRecovery) {
  const {
    id,
    purpose = 'administrator',
    companyId,
    candidateId,
    proposedAt,
    approvedAt,
    objectionEndsAt,
    printedAt,
    endsAt,
    closed,
  } = found.recovery;
  return {
    id,
    purpose,
    companyId,
    userId: candidateId,
    registrationId: found.registrationId,
    reason: found.reason,
    stage: recoveryStage(found.recovery),
    proposedAt,
    approvedAt,
    objectionEndsAt,
    printedAt,
    endsAt,
    awaitsAcceptance: found.awaitsAcceptance,
    closedAt: closed?.at ?? null,
  };
}
