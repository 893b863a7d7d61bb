/** The contract of a router on its way into the directory (WF-06). */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Owing } from '../../domain/life-rows.ts';
import type { RouterOnboarding } from '../../domain/router-onboarding.ts';
import { onboardingStage, planForOnboarding } from '../../domain/router-onboarding.ts';
import { onboardingDetails, onboardingSummary } from '../../texts/router-lives.ts';
import { ownerAttributes, standingAttributes } from '../attributes.ts';
import { lifeId } from '../start.ts';
import type { LifeStart } from '../start.ts';

export type OnboardingState = Owing<RouterOnboarding>;

export function startOfRouterOnboarding(onboarding: OnboardingState): LifeStart<OnboardingState> {
  return {
    workflow: 'routerOnboarding',
    workflowId: lifeId('router-onboarding', onboarding.id),
    input: onboarding,
    summary: onboardingSummary(onboarding),
    details: onboardingDetails(onboarding),
    attributes: [
      ...ownerAttributes(onboarding.brand, onboarding.companyId),
      ...standingAttributes({
        stage: onboardingStage(onboarding),
        dueAt: planForOnboarding(onboarding)?.at ?? null,
      }),
    ],
  };
}

/** A command as it travels; `request.receivedAt` is the API's stamp from which it counts. */
export interface OnboardingMessage {
  readonly onboardingId: string;
  readonly actor: { readonly type: 'user' | 'site' | 'staff' | 'issuer' | 'system'; readonly id: string };
  readonly request: { readonly id: string; readonly bodyHash: string; readonly receivedAt: string };
}

export const approve = defineUpdate<OnboardingState, [OnboardingMessage]>('approve');
export const decline = defineUpdate<OnboardingState, [OnboardingMessage]>('decline');
export const withdraw = defineUpdate<OnboardingState, [OnboardingMessage]>('withdraw');
export const confirm = defineUpdate<OnboardingState, [OnboardingMessage]>('confirm');

/** The router registered, has an administrator, or was confirmed for another client. */
export const factsChanged = defineSignal('factsChanged');
