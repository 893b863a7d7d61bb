/** The contract of a request for rights (WF-05). */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Owing } from '../../domain/life-rows.ts';
import type { RightsRequest, RightsRequestCommandName } from '../../domain/rights-request.ts';
import { planForRightsRequest, rightsRequestStage } from '../../domain/rights-request.ts';
import { rightsRequestDetails, rightsRequestSummary } from '../../texts/rights-request.ts';
import type { LifeMessage } from '../start.ts';
import { startOf } from '../start.ts';

export type RightsRequestState = Owing<RightsRequest>;

export const startOfRightsRequest = startOf<RightsRequestState>('rights-request', {
  summary: rightsRequestSummary,
  details: rightsRequestDetails,
  stage: rightsRequestStage,
  plan: planForRightsRequest,
  company: ({ companyId }) => companyId,
});

/** A command as it travels; blocks and words stay in the business database. */
export interface RightsRequestMessage extends LifeMessage {
  readonly requestId: string;
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
