/** The contract of what a client gave a router, as far as it waits to be handed on (WF-06). */
import { defineSignal } from '@temporalio/workflow';
import type { Owing } from '../../domain/life-rows.ts';
import type { RouterGrant } from '../../domain/router-grant.ts';
import { planForRouterGrant, routerGrantStage } from '../../domain/router-grant.ts';
import { routerGrantDetails, routerGrantSummary } from '../../texts/router-lives.ts';
import { startOf } from '../start.ts';

export type RouterGrantState = Owing<RouterGrant>;

export const startOfRouterGrant = startOf<RouterGrantState>('router-grant', {
  summary: routerGrantSummary,
  details: routerGrantDetails,
  stage: routerGrantStage,
  plan: planForRouterGrant,
  company: ({ companyId }) => companyId,
});

/** It was handed on, taken back, added to; or the router registered, or nobody administers it any more. */
export const factsChanged = defineSignal('factsChanged');
