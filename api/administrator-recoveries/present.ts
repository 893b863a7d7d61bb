import type { AdministratorRecovery } from '../../domain/administrator-recovery.ts';
import { recoveryStage } from '../../domain/administrator-recovery.ts';

/** A recovery as staff see it. */
export function presentRecovery(found: {
  readonly recovery: AdministratorRecovery;
  readonly reason: string;
}) {
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
    reason: found.reason,
    stage: recoveryStage(found.recovery),
    proposedAt,
    approvedAt,
    objectionEndsAt,
    printedAt,
    endsAt,
    closedAt: closed?.at ?? null,
  };
}
