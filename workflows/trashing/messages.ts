/** The contract of a scan's stay in the trash (WF-15). */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Trashing } from '../../domain/trashing.ts';
import { planForTrashing } from '../../domain/trashing.ts';
import { trashingDetails, trashingSummary } from '../../texts/life.ts';
import { ownerAttributes, standingAttributes } from '../attributes.ts';
import { lifeId } from '../start.ts';
import type { LifeStart } from '../start.ts';

export type TrashingStage = 'in-trash' | 'on-hold' | 'purged' | 'restored';

export function trashingStage(trashing: Trashing): TrashingStage {
  return trashing.closed?.outcome ?? (trashing.heldSince === null ? 'in-trash' : 'on-hold');
}

export function startOfTrashing(trashing: Trashing): LifeStart<Trashing> {
  return {
    workflow: 'trashing',
    workflowId: lifeId('trashing', trashing.id),
    input: trashing,
    summary: trashingSummary(trashing),
    details: trashingDetails({
      trashedAt: trashing.trashedAt,
      zone: trashing.terms.zone,
      days: trashing.terms.days,
      policyVersion: trashing.terms.version,
    }),
    attributes: [
      ...ownerAttributes(trashing.brand, trashing.companyId),
      ...standingAttributes({ stage: trashingStage(trashing), dueAt: planForTrashing(trashing)?.at ?? null }),
    ],
  };
}

/** A command as it travels; `request.receivedAt` is the API's stamp from which it counts. */
export interface TrashingMessage {
  readonly trashingId: string;
  readonly actor: { readonly type: 'user' | 'site' | 'staff' | 'issuer' | 'system'; readonly id: string };
  readonly request: { readonly id: string; readonly bodyHash: string; readonly receivedAt: string };
}

export const restore = defineUpdate<Trashing, [TrashingMessage]>('restore');
export const purgeNow = defineUpdate<Trashing, [TrashingMessage]>('purgeNow');

/** A hold was set on the mail item or released. */
export const factsChanged = defineSignal('factsChanged');
