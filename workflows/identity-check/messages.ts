/** The contract of a check of an identity document (WF-19). */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { IdentityCheck } from '../../domain/identity-check.ts';
import { identityStage, planForIdentity } from '../../domain/identity-check.ts';
import { identityDetails, identitySummary } from '../../texts/registration-life.ts';
import type { LifeMessage } from '../start.ts';
import { startOf } from '../start.ts';

export const startOfIdentityCheck = startOf<IdentityCheck>('identity-check', {
  summary: identitySummary,
  details: identityDetails,
  stage: identityStage,
  plan: planForIdentity,
  company: () => 'none',
});

/** A command as it travels: ids and a word of the program, never a picture. */
export interface IdentityMessage extends LifeMessage {
  readonly checkId: string;
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
