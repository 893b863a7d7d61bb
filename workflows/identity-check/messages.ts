/** The contract of a check of an identity document (WF-19). */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { IdentityCheck } from '../../domain/identity-check.ts';
import { identityStage, planForIdentity } from '../../domain/identity-check.ts';
import { identityDetails, identitySummary } from '../../texts/registration-life.ts';
import { ownerAttributes, standingAttributes } from '../attributes.ts';
import { lifeId } from '../start.ts';
import type { LifeStart } from '../start.ts';

export function startOfIdentityCheck(check: IdentityCheck): LifeStart<IdentityCheck> {
  return {
    workflow: 'identityCheck',
    workflowId: lifeId('identity-check', check.id),
    input: check,
    summary: identitySummary(check),
    details: identityDetails(check),
    attributes: [
      ...ownerAttributes(check.brand, 'none'),
      ...standingAttributes({ stage: identityStage(check), dueAt: planForIdentity(check)?.at ?? null }),
    ],
  };
}

/** A command as it travels: ids and a word of the program, never a picture. */
export interface IdentityMessage {
  readonly checkId: string;
  readonly actor: { readonly type: 'user' | 'site' | 'staff' | 'issuer' | 'system'; readonly id: string };
  readonly request: { readonly id: string; readonly bodyHash: string; readonly receivedAt: string };
  readonly outcome?: 'passed' | 'failed';
  readonly documentId?: string;
}

export const updates = {
  decideIdentity: defineUpdate<IdentityCheck, [IdentityMessage]>('decideIdentity'),
  askForAnother: defineUpdate<IdentityCheck, [IdentityMessage]>('askForAnother'),
  takeDocument: defineUpdate<IdentityCheck, [IdentityMessage]>('takeDocument'),
} as const;

/** The case around it is over, or approved. */
export const factsChanged = defineSignal('factsChanged');
