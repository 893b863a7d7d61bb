/** The contract of a company’s way to a new administrator. */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { AdministratorRecovery } from '../../domain/administrator-recovery.ts';
import { planForRecovery, recoveryStage } from '../../domain/administrator-recovery.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { recoveryDetails, recoverySummary } from '../../texts/administrator-recovery.ts';
import { ownerAttributes, standingAttributes } from '../attributes.ts';
import { lifeId } from '../start.ts';
import type { LifeStart } from '../start.ts';

export type RecoveryState = Owing<AdministratorRecovery>;

export function startOfAdministratorRecovery(recovery: RecoveryState): LifeStart<RecoveryState> {
  return {
    workflow: 'administratorRecovery',
    workflowId: lifeId('administrator-recovery', recovery.id),
    input: recovery,
    summary: recoverySummary(recovery),
    details: recoveryDetails(recovery),
    attributes: [
      ...ownerAttributes(recovery.brand, recovery.companyId),
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

export const endorse = defineUpdate<RecoveryState, [RecoveryMessage]>('endorse');
export const approve = defineUpdate<RecoveryState, [RecoveryMessage]>('approve');
export const confirmPrinted = defineUpdate<RecoveryState, [RecoveryMessage]>('confirmPrinted');
export const object = defineUpdate<RecoveryState, [RecoveryMessage]>('object');
export const enterCode = defineUpdate<RecoveryState, [RecoveryMessage]>('enterCode');
export const withdraw = defineUpdate<RecoveryState, [RecoveryMessage]>('withdraw');

/** Facts around the row have changed. */
export const factsChanged = defineSignal('factsChanged');
