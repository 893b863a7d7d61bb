/** The contract of a user on his way in (WF-02). */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Owing } from '../../domain/life-rows.ts';
import type { UserProvisioning } from '../../domain/user-provisioning.ts';
import { planForProvisioning, provisioningStage } from '../../domain/user-provisioning.ts';
import { provisioningDetails, provisioningSummary } from '../../texts/user-provisioning.ts';
import type { LifeMessage } from '../start.ts';
import { startOf } from '../start.ts';

export type ProvisioningState = Owing<UserProvisioning>;

export const startOfUserProvisioning = startOf<ProvisioningState>('user-provisioning', {
  summary: provisioningSummary,
  details: provisioningDetails,
  stage: provisioningStage,
  plan: planForProvisioning,
  company: ({ companyId }) => companyId,
});

export interface ProvisioningMessage extends LifeMessage {
  readonly provisioningId: string;
}

export const accept = defineUpdate<ProvisioningState, [ProvisioningMessage]>('accept');
export const resend = defineUpdate<ProvisioningState, [ProvisioningMessage]>('resend');
export const withdraw = defineUpdate<ProvisioningState, [ProvisioningMessage]>('withdraw');

/** The person logged in, got a right, or lost his membership. */
export const factsChanged = defineSignal('factsChanged');
