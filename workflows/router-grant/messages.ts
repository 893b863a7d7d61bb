/** The contract of what a client gave a router, as far as it waits to be handed on (WF-06). */
import { defineSignal } from '@temporalio/workflow';
import type { Owing } from '../../domain/life-rows.ts';
import type { RouterGrant } from '../../domain/router-grant.ts';
import { planForRouterGrant, routerGrantStage } from '../../domain/router-grant.ts';
import { routerGrantDetails, routerGrantSummary } from '../../texts/router-lives.ts';
import { ownerAttributes, standingAttributes } from '../attributes.ts';
import { lifeId } from '../start.ts';
import type { LifeStart } from '../start.ts';

export type RouterGrantState = Owing<RouterGrant>;

export function startOfRouterGrant(grant: RouterGrantState): LifeStart<RouterGrantState> {
  return {
    workflow: 'routerGrant',
    workflowId: lifeId('router-grant', grant.id),
    input: grant,
    summary: routerGrantSummary(grant),
    details: routerGrantDetails(grant),
    attributes: [
      ...ownerAttributes(grant.brand, grant.companyId),
      ...standingAttributes({ stage: routerGrantStage(grant), dueAt: planForRouterGrant(grant)?.at ?? null }),
    ],
  };
}

/** It was handed on, taken back, added to; or the router registered, or nobody administers it any more. */
export const factsChanged = defineSignal('factsChanged');
