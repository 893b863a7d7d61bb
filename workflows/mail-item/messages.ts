/** The contract of a mail item's life: how it starts from its row, and what it can be told (WF-10, WF-11, WF-12). */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CommandInputs, CommandName } from '../../domain/commands.ts';
import type { MailItem, MailItemState } from '../../domain/mail-item.ts';
import { stageFor } from '../../domain/mail-item.ts';
import { nextConsequence } from '../../domain/plan.ts';
import type { Policy } from '../../domain/policy.ts';
import { mailItemDetails, mailItemSummary } from '../../texts/life.ts';
import type { Standing } from '../attributes.ts';
import { ownerAttributes, standingAttributes } from '../attributes.ts';
import { lifeId } from '../start.ts';
import type { LifeStart } from '../start.ts';

/** The pinned policy travels once; the state is the row as it stands. */
export interface MailItemStart {
  readonly policy: Policy;
  readonly state: MailItemState;
}

/** Labels a person at the site or at the desk reads; nothing personal. */
export interface MailItemLabels {
  readonly siteReference: string;
  readonly postboxNumber: string;
}

export function startOfMailItem(item: MailItem, labels: MailItemLabels): LifeStart<MailItemStart> {
  const { policy, ...state } = item;
  return {
    workflow: 'mailItem',
    workflowId: lifeId('mail-item', item.id),
    input: { policy, state },
    summary: mailItemSummary(labels),
    details: mailItemDetails({
      publishedAt: item.publishedAt,
      dueAt: item.dueAt,
      zone: policy.zone,
      policyVersion: policy.version,
    }),
    attributes: [...ownerAttributes(item.brand, item.companyId), ...standingAttributes(standingOf(item))],
  };
}

/** Where the paper stands, and the next instant at which that changes by itself. */
export function standingOf(item: MailItem): Standing {
  return { stage: stageFor(item), dueAt: nextConsequence(item)?.at ?? null };
}

/** A command as it travels; `request.receivedAt` is the API's stamp from which it counts. */
export interface CommandMessage<Name extends CommandName> {
  readonly itemId: string;
  readonly actor: { readonly type: 'user' | 'site' | 'staff' | 'issuer' | 'system'; readonly id: string };
  readonly request: { readonly id: string; readonly bodyHash: string; readonly receivedAt: string };
  readonly input: CommandInputs[Name];
}

const command = <Name extends CommandName>(name: Name) =>
  defineUpdate<MailItemState, [CommandMessage<Name>]>(name);

export const decide = command('decide');
export const acceptQuote = command('acceptQuote');
export const beginTask = command('beginTask');
export const completeTask = command('completeTask');
export const failTask = command('failTask');
export const hold = command('hold');
export const release = command('release');
export const correctFacts = command('correctFacts');
export const offerQuote = command('offerQuote');

/** The forwarding address, or another fact around the row, has changed. */
export const factsChanged = defineSignal('factsChanged');
