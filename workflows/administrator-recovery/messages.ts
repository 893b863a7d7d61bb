/** The contract of a company’s way to a new administrator. */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { AdministratorRecovery } from '../../domain/administrator-recovery.ts';
import { planForRecovery, recoveryStage } from '../../domain/administrator-recovery.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { recoveryDetails, recoverySummary } from '../../texts/administrator-recovery.ts';
import type { LifeMessage } from '../start.ts';
import { startOf } from '../start.ts';

export type RecoveryState = Owing<AdministratorRecovery>;

export const startOfAdministratorRecovery = startOf<RecoveryState>('administrator-recovery', {
  summary: recoverySummary,
  details: recoveryDetails,
  stage: recoveryStage,
  plan: planForRecovery,
  company: ({ companyId }) => companyId,
});

export interface RecoveryMessage extends LifeMessage {
  readonly recoveryId: string;
}

export const endorse = defineUpdate<RecoveryState, [RecoveryMessage]>('endorse');
export const approve = defineUpdate<RecoveryState, [RecoveryMessage]>('approve');
export const confirmPrinted = defineUpdate<RecoveryState, [RecoveryMessage]>('confirmPrinted');
export const object = defineUpdate<RecoveryState, [RecoveryMessage]>('object');
export const enterCode = defineUpdate<RecoveryState, [RecoveryMessage]>('enterCode');
export const withdraw = defineUpdate<RecoveryState, [RecoveryMessage]>('withdraw');

/** Facts around the row have changed. */
export const factsChanged = defineSignal('factsChanged');
