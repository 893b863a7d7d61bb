/** The contract of a request for rights (WF-05). */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Owing } from '../../domain/life-rows.ts';
import type { RequestActor, RightsRequest, RightsRequestCommandName } from '../../domain/rights-request.ts';
import { planForRightsRequest, rightsRequestStage } from '../../domain/rights-request.ts';
import { rightsRequestDetails, rightsRequestSummary } from '../../texts/rights-request.ts';
import { ownerAttributes, standingAttributes } from '../attributes.ts';
import { lifeId } from '../start.ts';
import type { LifeStart } from '../start.ts';

export type RightsRequestState = Owing<RightsRequest>;

export function startOfRightsRequest(request: RightsRequestState): LifeStart<RightsRequestState> {
  return {
    workflow: 'rightsRequest',
    workflowId: lifeId('rights-request', request.id),
    input: request,
    summary: rightsRequestSummary(request),
    details: rightsRequestDetails(request),
    attributes: [
      ...ownerAttributes(request.brand, request.companyId),
      ...standingAttributes({
        stage: rightsRequestStage(request),
        dueAt: planForRightsRequest(request)?.at ?? null,
      }),
    ],
  };
}

/** A command as it travels; blocks and words stay in the business database. */
export interface RightsRequestMessage {
  readonly requestId: string;
  readonly actor: RequestActor;
  readonly request: { readonly id: string; readonly bodyHash: string; readonly receivedAt: string };
}

const command = (name: RightsRequestCommandName) =>
  defineUpdate<RightsRequestState, [RightsRequestMessage]>(name);

export const updates = {
  approve: command('approve'),
  reject: command('reject'),
  ask: command('ask'),
  answer: command('answer'),
  withdraw: command('withdraw'),
} as const satisfies Record<RightsRequestCommandName, unknown>;

/** Somebody's rights, standing or boundary have changed. */
export const factsChanged = defineSignal('factsChanged');
