/** The contract of the way from a code to an account (WF-31). */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Owing } from '../../domain/life-rows.ts';
import type { SignUp } from '../../domain/sign-up.ts';
import { planForSignUp, signUpStage } from '../../domain/sign-up.ts';
import { signUpDetails, signUpSummary } from '../../texts/sign-up.ts';
import { brandAttribute, standingAttributes } from '../attributes.ts';
import { lifeId } from '../start.ts';
import type { LifeStart } from '../start.ts';

export type SignUpState = Owing<SignUp>;

export function startOfSignUp(signUp: SignUpState): LifeStart<SignUpState> {
  return {
    workflow: 'signUp',
    workflowId: lifeId('sign-up', signUp.id),
    input: signUp,
    summary: signUpSummary(signUp),
    details: signUpDetails(signUp),
    attributes: [
      ...brandAttribute(signUp.brand),
      ...standingAttributes({ stage: signUpStage(signUp), dueAt: planForSignUp(signUp)?.at ?? null }),
    ],
  };
}

/** A command as it travels; token and password stay in the business database. */
export interface SignUpMessage {
  readonly signUpId: string;
  readonly actor: { readonly type: 'user' | 'site' | 'staff' | 'issuer' | 'system'; readonly id: string };
  readonly request: { readonly id: string; readonly bodyHash: string; readonly receivedAt: string };
}

/** The link is used and the password chosen. */
export const complete = defineUpdate<SignUpState, [SignUpMessage]>('complete');

/** It was begun again, or the code has gone another way. */
export const factsChanged = defineSignal('factsChanged');
