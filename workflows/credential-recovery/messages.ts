/** The contract of the way back of who lost his password (WF-03). */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CredentialRecovery } from '../../domain/credential-recovery.ts';
import { planForRecovery, recoveryStage } from '../../domain/credential-recovery.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { recoveryDetails, recoverySummary } from '../../texts/credential-recovery.ts';
import { brandAttribute, standingAttributes } from '../attributes.ts';
import { lifeId } from '../start.ts';
import type { LifeStart } from '../start.ts';

export type RecoveryState = Owing<CredentialRecovery>;

export function startOfCredentialRecovery(recovery: RecoveryState): LifeStart<RecoveryState> {
  return {
    workflow: 'credentialRecovery',
    workflowId: lifeId('credential-recovery', recovery.id),
    input: recovery,
    summary: recoverySummary(recovery),
    details: recoveryDetails(recovery),
    attributes: [
      ...(recovery.brand === null ? [] : brandAttribute(recovery.brand)),
      ...standingAttributes({
        stage: recoveryStage(recovery),
        dueAt: planForRecovery(recovery)?.at ?? null,
      }),
    ],
  };
}

/** A command as it travels; `request.receivedAt` is the API's stamp from which it counts. */
export interface RecoveryMessage {
  readonly recoveryId: string;
  readonly actor: { readonly type: 'user' | 'site' | 'staff' | 'issuer' | 'system'; readonly id: string };
  readonly request: { readonly id: string; readonly bodyHash: string; readonly receivedAt: string };
}

/** A reset was begun for somebody whose administrator was asked. */
export const factsChanged = defineSignal('factsChanged');

/** The holder of the link has chosen a password. */
export const complete = defineUpdate<RecoveryState, [RecoveryMessage]>('complete');
