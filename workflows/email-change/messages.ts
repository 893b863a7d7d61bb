/** The contract of a person's new mail address (UM-10). */
import { defineUpdate } from '@temporalio/workflow';
import type { EmailChange } from '../../domain/email-change.ts';
import { planForEmailChange } from '../../domain/email-change.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { emailChangeDetails, emailChangeSummary } from '../../texts/email-change.ts';
import { brandAttribute, standingAttributes } from '../attributes.ts';
import { lifeId } from '../start.ts';
import type { LifeStart } from '../start.ts';

export type EmailChangeState = Owing<EmailChange>;

export function emailChangeStage({ closed }: EmailChange): string {
  return closed?.outcome ?? 'asked';
}

export function startOfEmailChange(change: EmailChangeState): LifeStart<EmailChangeState> {
  return {
    workflow: 'emailChange',
    workflowId: lifeId('email-change', change.id),
    input: change,
    summary: emailChangeSummary(change),
    details: emailChangeDetails(change),
    attributes: [
      ...brandAttribute(change.brand),
      ...standingAttributes({
        stage: emailChangeStage(change),
        dueAt: planForEmailChange(change)?.at ?? null,
      }),
    ],
  };
}

/** A command as it travels; `request.receivedAt` is the API's stamp from which it counts. */
export interface EmailChangeMessage {
  readonly emailChangeId: string;
  readonly actor: { readonly type: 'user' | 'site' | 'staff' | 'issuer' | 'system'; readonly id: string };
  readonly request: { readonly id: string; readonly bodyHash: string; readonly receivedAt: string };
}

/** Whoever reads the new address says so. */
export const confirm = defineUpdate<EmailChangeState, [EmailChangeMessage]>('confirm');
