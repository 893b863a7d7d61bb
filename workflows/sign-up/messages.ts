/** The contract of the way from a code to an account (WF-31). */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Owing } from '../../domain/life-rows.ts';
import type { SignUp } from '../../domain/sign-up.ts';
import { planForSignUp, signUpStage } from '../../domain/sign-up.ts';
import { signUpDetails, signUpSummary } from '../../texts/sign-up.ts';
import type { LifeMessage } from '../start.ts';
import { startOf } from '../start.ts';

export type SignUpState = Owing<SignUp>;

export const startOfSignUp = startOf<SignUpState>('sign-up', {
  summary: signUpSummary,
  details: signUpDetails,
  stage: signUpStage,
  plan: planForSignUp,
});

/** Token and password stay in the business database. */
export interface SignUpMessage extends LifeMessage {
  readonly signUpId: string;
}

/** The link is used and the password chosen. */
export const complete = defineUpdate<SignUpState, [SignUpMessage]>('complete');

/** It was begun again, or the code has gone another way. */
export const factsChanged = defineSignal('factsChanged');
