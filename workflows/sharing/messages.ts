/** The contract of an invitation to a shared user (WF-35). */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Owing } from '../../domain/life-rows.ts';
import type { Sharing, SharingCommandName } from '../../domain/sharing.ts';
import { planForSharing, sharingStage } from '../../domain/sharing.ts';
import { sharingDetails, sharingSummary } from '../../texts/sharing.ts';
import type { LifeMessage } from '../start.ts';
import { startOf } from '../start.ts';

export type SharingState = Owing<Sharing>;

export const startOfSharing = startOf<SharingState>('sharing', {
  summary: sharingSummary,
  details: sharingDetails,
  stage: sharingStage,
  plan: planForSharing,
});

/** Names, addresses, tokens and passwords stay in the business database. */
export interface SharingMessage extends LifeMessage {
  readonly sharingId: string;
}

const command = (name: SharingCommandName) => defineUpdate<SharingState, [SharingMessage]>(name);

export const updates = {
  accept: command('accept'),
  resend: command('resend'),
} as const satisfies Record<SharingCommandName, unknown>;

/** The main contact took it back. */
export const factsChanged = defineSignal('factsChanged');
