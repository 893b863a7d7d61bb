/** The contract of a consent to electronic documents (WF-32). */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { ChannelConsent, ConsentCommandName } from '../../domain/channel-consent.ts';
import { consentStage, planForConsent } from '../../domain/channel-consent.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { consentDetails, consentSummary } from '../../texts/channel-consent.ts';
import { brandAttribute, standingAttributes } from '../attributes.ts';
import { lifeId } from '../start.ts';
import type { LifeStart } from '../start.ts';

export type ConsentState = Owing<ChannelConsent>;

export function startOfChannelConsent(consent: ConsentState): LifeStart<ConsentState> {
  return {
    workflow: 'channelConsent',
    workflowId: lifeId('channel-consent', consent.id),
    input: consent,
    summary: consentSummary(consent),
    details: consentDetails(consent),
    attributes: [
      ...brandAttribute(consent.brand),
      ...standingAttributes({ stage: consentStage(consent), dueAt: planForConsent(consent)?.at ?? null }),
    ],
  };
}

/** A command as it travels. */
export interface ConsentMessage {
  readonly receptionId: string;
  readonly actor: { readonly type: 'user' | 'site' | 'staff' | 'issuer' | 'system'; readonly id: string };
  readonly request: { readonly id: string; readonly bodyHash: string; readonly receivedAt: string };
}

const command = (name: ConsentCommandName) => defineUpdate<ConsentState, [ConsentMessage]>(name);

export const updates = {
  optOut: command('optOut'),
  keep: command('keep'),
  reportBounce: command('reportBounce'),
} as const satisfies Record<ConsentCommandName, unknown>;

/** Facts around the row have changed. */
export const factsChanged = defineSignal('factsChanged');
