/** The contract of the way back of who lost his password (WF-03). */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CredentialRecovery } from '../../domain/credential-recovery.ts';
import { planForRecovery, recoveryStage } from '../../domain/credential-recovery.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { recoveryDetails, recoverySummary } from '../../texts/credential-recovery.ts';
import type { LifeMessage } from '../start.ts';
import { startOf } from '../start.ts';

export type RecoveryState = Owing<CredentialRecovery>;

export const startOfCredentialRecovery = startOf<RecoveryState>('credential-recovery', {
  summary: recoverySummary,
  details: recoveryDetails,
  stage: recoveryStage,
  plan: planForRecovery,
});

export interface RecoveryMessage extends LifeMessage {
  readonly recoveryId: string;
}

/** A reset was begun for somebody whose administrator was asked. */
export const factsChanged = defineSignal('factsChanged');

/** The holder of the link has chosen a password. */
export const complete = defineUpdate<RecoveryState, [RecoveryMessage]>('complete');
