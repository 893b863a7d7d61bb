/** The contract of a consent to electronic documents (WF-32). */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { ChannelConsent, ConsentCommandName } from '../../domain/channel-consent.ts';
import { consentStage, planForConsent } from '../../domain/channel-consent.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { consentDetails, consentSummary } from '../../texts/channel-consent.ts';
import type { LifeMessage } from '../start.ts';
import { startOf } from '../start.ts';

export type ConsentState = Owing<ChannelConsent>;

export const startOfChannelConsent = startOf<ConsentState>('channel-consent', {
  summary: consentSummary,
  details: consentDetails,
  stage: consentStage,
  plan: planForConsent,
});

export interface ConsentMessage extends LifeMessage {
  readonly receptionId: string;
}

const command = (name: ConsentCommandName) => defineUpdate<ConsentState, [ConsentMessage]>(name);

export const updates = {
  optOut: command('optOut'),
  deactivate: command('deactivate'),
  keep: command('keep'),
  reportBounce: command('reportBounce'),
} as const satisfies Record<ConsentCommandName, unknown>;

/** Facts around the row have changed. */
export const factsChanged = defineSignal('factsChanged');
