/** The contract of a scan's stay in the trash (WF-15). */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Trashing } from '../../domain/trashing.ts';
import { planForTrashing } from '../../domain/trashing.ts';
import { trashingDetails, trashingSummary } from '../../texts/life.ts';
import type { LifeMessage } from '../start.ts';
import { startOf } from '../start.ts';

export type TrashingStage = 'in-trash' | 'on-hold' | 'purged' | 'restored';

export function trashingStage(trashing: Trashing): TrashingStage {
  return trashing.closed?.outcome ?? (trashing.heldSince === null ? 'in-trash' : 'on-hold');
}

export const startOfTrashing = startOf<Trashing>('trashing', {
  summary: trashingSummary,
  details: ({ trashedAt, terms: { zone, days, version } }) =>
    trashingDetails({ trashedAt, zone, days, policyVersion: version }),
  stage: trashingStage,
  plan: planForTrashing,
  company: ({ companyId }) => companyId,
});

export interface TrashingMessage extends LifeMessage {
  readonly trashingId: string;
}

export const restore = defineUpdate<Trashing, [TrashingMessage]>('restore');
export const purgeNow = defineUpdate<Trashing, [TrashingMessage]>('purgeNow');

/** A hold was set on the mail item or released. */
export const factsChanged = defineSignal('factsChanged');
