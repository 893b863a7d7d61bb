/** The contract of a router on its way into the directory (WF-06). */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Owing } from '../../domain/life-rows.ts';
import type { RouterOnboarding } from '../../domain/router-onboarding.ts';
import { onboardingStage, planForOnboarding } from '../../domain/router-onboarding.ts';
import { onboardingDetails, onboardingSummary } from '../../texts/router-lives.ts';
import type { LifeMessage } from '../start.ts';
import { startOf } from '../start.ts';

export type OnboardingState = Owing<RouterOnboarding>;

export const startOfRouterOnboarding = startOf<OnboardingState>('router-onboarding', {
  summary: onboardingSummary,
  details: onboardingDetails,
  stage: onboardingStage,
  plan: planForOnboarding,
  company: ({ companyId }) => companyId,
});

export interface OnboardingMessage extends LifeMessage {
  readonly onboardingId: string;
}

export const approve = defineUpdate<OnboardingState, [OnboardingMessage]>('approve');
export const decline = defineUpdate<OnboardingState, [OnboardingMessage]>('decline');
export const withdraw = defineUpdate<OnboardingState, [OnboardingMessage]>('withdraw');
export const confirm = defineUpdate<OnboardingState, [OnboardingMessage]>('confirm');

/** The router registered, has an administrator, or was confirmed for another client. */
export const factsChanged = defineSignal('factsChanged');
