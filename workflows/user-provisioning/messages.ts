/** The contract of a user on his way in (WF-02). */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Owing } from '../../domain/life-rows.ts';
import type { UserProvisioning } from '../../domain/user-provisioning.ts';
import { planForProvisioning, provisioningStage } from '../../domain/user-provisioning.ts';
import { provisioningDetails, provisioningSummary } from '../../texts/user-provisioning.ts';
import { ownerAttributes, standingAttributes } from '../attributes.ts';
import { lifeId } from '../start.ts';
import type { LifeStart } from '../start.ts';

export type ProvisioningState = Owing<UserProvisioning>;

export function startOfUserProvisioning(provisioning: ProvisioningState): LifeStart<ProvisioningState> {
  return {
    workflow: 'userProvisioning',
    workflowId: lifeId('user-provisioning', provisioning.id),
    input: provisioning,
    summary: provisioningSummary(provisioning),
    details: provisioningDetails(provisioning),
    attributes: [
      ...ownerAttributes(provisioning.brand, provisioning.companyId),
      ...standingAttributes({
        stage: provisioningStage(provisioning),
        dueAt: planForProvisioning(provisioning)?.at ?? null,
      }),
    ],
  };
}

/** A command as it travels; `request.receivedAt` is the API's stamp from which it counts. */
export interface ProvisioningMessage {
  readonly provisioningId: string;
  readonly actor: { readonly type: 'user' | 'site' | 'staff' | 'issuer' | 'system'; readonly id: string };
  readonly request: { readonly id: string; readonly bodyHash: string; readonly receivedAt: string };
}

export const accept = defineUpdate<ProvisioningState, [ProvisioningMessage]>('accept');
export const resend = defineUpdate<ProvisioningState, [ProvisioningMessage]>('resend');
export const withdraw = defineUpdate<ProvisioningState, [ProvisioningMessage]>('withdraw');

/** The person logged in, got a right, or lost his membership. */
export const factsChanged = defineSignal('factsChanged');
